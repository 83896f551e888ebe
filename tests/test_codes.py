"""Compiled templates: made once, kept between runs, and never taken from a file that is damaged or not ours."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from support import TEMPLATES, composed, dataset, language, shipped

from ctoc_report.compose import codes, compose
from ctoc_report.compose.codes import Codes
from ctoc_report.document import paragraphs, plain
from ctoc_report.files.cache import Cached

RECORD = """\
- id: session
  type: meeting
  source: a
  body: COP
  number: 3
  date: 2099-03
  participants: 30
  text: {en: "{{ COP | the }} met; {{ it.participants }} came, {{ 5 }} spoke.", fr: "{{ it.participants }} personnes."}
"""
OUTLINE = "  - paragraph: session\n"


class Store:
    """A store in memory."""

    def __init__(self) -> None:
        self.data = b""

    def load(self) -> bytes:
        return self.data

    def save(self, data: bytes) -> None:
        self.data = data


class Counting(Environment):
    """An environment that remembers what it compiled."""

    def __init__(self) -> None:
        super().__init__(keep_trailing_newline=True)
        self.compiled: list[str] = []

    def compile(self, source, *args, **named):
        self.compiled.append(source)
        return super().compile(source, *args, **named)


def test_what_a_store_holds_is_not_compiled_again():
    store = Store()
    for expected in (["{{ a }}"], []):
        environment = Counting()
        made = Codes(environment, store)
        assert made.template("{{ a }}").render(a="x") == "x"
        made.keep()
        assert environment.compiled == expected


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: b"\0" + data[1:], lambda _: b"", lambda _: b"x" * 40]
)
def test_a_damaged_store_is_passed_over_and_written_anew(damage):
    store = Store()
    Codes(Counting(), store).keep()
    first = Codes(Counting(), store)
    first.template("{{ a }}")
    first.keep()
    whole = store.data
    store.data = damage(whole)
    environment = Counting()
    again = Codes(environment, store)
    again.template("{{ a }}")
    again.keep()
    assert environment.compiled == ["{{ a }}"]
    assert store.data == whole


def test_the_same_text_in_another_file_is_another_template():
    made = Codes(Counting())
    assert made.code("a", "en/x.j2").co_filename == "en/x.j2"
    assert made.code("a", "fr/x.j2").co_filename == "fr/x.j2"


def test_a_store_stays_small_and_keeps_what_was_used_last(monkeypatch):
    monkeypatch.setattr(codes, "MOST", 2)
    store = Store()
    for text in ("a", "b", "c"):
        made = Codes(Counting(), store)
        made.template(text)
        made.keep()
    environment = Counting()
    made = Codes(environment, store)
    for text in ("c", "b", "a"):
        made.template(text)
    assert environment.compiled == ["a"]


def test_a_report_is_the_same_from_templates_of_the_store():
    store, data = Store(), dataset(RECORD, OUTLINE)
    first, _ = compose(data, shipped(), language("en"), TEMPLATES.source, store)
    saved = store.data
    assert saved
    second, _ = compose(data, shipped(), language("en"), TEMPLATES.source, store)
    assert second == first
    assert store.data == saved


def test_a_number_that_a_text_itself_says_is_printed_each_time():
    document, found = composed(dataset(RECORD, OUTLINE * 2), "en")
    assert not found
    texts = [plain(block.content) for block in paragraphs(document)]
    assert len(texts) == 2
    assert all(text.endswith("met; 30 came, five spoke.") for text in texts), texts


PIECES = st.lists(
    st.sampled_from(
        ["a", " ", "\n", "{{ x }}", "{{x}}", "{{- x }}", "{{ x -}}", "{{+ x }}", "{% if x %}b{% endif %}", "{# c #}", "{", "}", "{{ '}' }}", '{{ "{{" }}', "{{ x if y else 'z' }}", "{{ {'k': x}['k'] }}", "é’«"]
    ),
    max_size=8,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_a_text_in_pieces_says_what_it_says_as_a_whole(text):
    environment, values = Counting(), {"x": "X", "y": True}
    try:
        whole = environment.from_string(text).render(values)
    except Exception:  # noqa: BLE001
        with pytest.raises(Exception):  # noqa: B017, PT011
            "".join(
                piece if isinstance(piece, str) else piece.render(values) for piece in Codes(environment).pieces(text)
            )
        return
    pieces = Codes(environment).pieces(text)
    assert "".join(piece if isinstance(piece, str) else piece.render(values) for piece in pieces) == whole


def test_values_that_many_texts_print_are_compiled_once():
    environment = Counting()
    made = Codes(environment)
    made.pieces("{{ x }} of {{ y }}.")
    made.pieces("In {{ y }}, {{ x }} and {{ x }}.")
    assert environment.compiled == ["{{ x }}", "{{ y }}"]


@pytest.mark.parametrize(("mode", "kept"), [(0o644, b"x"), (0o664, b""), (0o646, b"")])
def test_only_a_file_that_nobody_else_can_write_is_taken_from_the_cache(tmp_path, monkeypatch, mode, kept):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    cached = Cached("name")
    assert cached.load() == b""
    cached.save(b"x")
    (path,) = (path for path in tmp_path.rglob("name") if path.is_file())
    path.chmod(mode)
    assert cached.load() == kept


def test_without_a_place_for_a_cache_nothing_is_kept_and_nothing_fails(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    Cached("name").save(b"x")
    assert Cached("name").load() == b""
