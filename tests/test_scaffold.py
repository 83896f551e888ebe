"""What a newcomer gets: a folder that builds, records to fill in, and files that keep every byte they had."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import Field, create_model
from support import TEMPLATES, shipped
from test_command_line import run

from ctoc_report import files
from ctoc_report.activities import activity_types
from ctoc_report.build import Built, build, writer
from ctoc_report.errors import CtocError
from ctoc_report.findings import Severity
from ctoc_report.scaffold.append import appended
from ctoc_report.scaffold.fields import WIDTH, optional_lines, text
from ctoc_report.scaffold.inventory import languages, new_id, taken
from ctoc_report.scaffold.project import FILES, skeleton
from ctoc_report.scaffold.record import MAY_FOLLOW, descriptions, record
from ctoc_report.scaffold.words import flow, read_words
from ctoc_report.source import Map, Seq, Source, read
from ctoc_report.values.text import Localized, Prose

LANGUAGES = [("en", "fr"), ("fr", "en"), ("en",), ("fr",)]
TODAY = date(2099, 7, 23)
BOM = b"\xef\xbb\xbf"


def made(folder: Path, body: str = "COP", tags: tuple[str, ...] = ("en", "fr")) -> Path:
    files.new_folder(str(folder), skeleton(body, tags, TEMPLATES.source))
    return folder


def built(folder: Path) -> Built:
    return build(files.project(str(folder)), TEMPLATES, TODAY)


def only(text: str) -> Map:
    """Return the one record that a text holds."""
    value, found = read(Source("records.yaml", text))
    assert not found
    assert isinstance(value, Seq)
    (held,) = value
    assert isinstance(held, Map)
    return held


def uncommented(text: str) -> str:
    """Return a record with its optional fields as an officer would have them: the first “# ” before each taken away."""
    head, _, rest = text.partition(f"  {MAY_FOLLOW}\n")
    return head + "".join(line.replace("# ", "", 1) for line in rest.splitlines(keepends=True))


# --- new folders ---


@pytest.mark.parametrize("tags", LANGUAGES)
@pytest.mark.parametrize("body", sorted(shipped().bodies))
def test_a_new_folder_builds_and_names_what_is_left_to_fill_in(tmp_path, body, tags):
    done = built(made(tmp_path / "new", body, tags))
    assert [finding for finding in done.findings if finding.severity is not Severity.WARNING] == []
    assert tuple(done.documents) == tags
    assert done.dataset.plan.original == tags[0]
    assert {finding.code for finding in done.findings} == {"HYG004", "STR001", "REC004"}
    lines = (tmp_path / "new" / "report.yaml").read_text(encoding="utf-8").splitlines()
    named = {finding.place.line for finding in done.findings if finding.place.path.endswith("report.yaml")}
    fields = {lines[number - 1].split(":")[0].strip() for number in named}
    assert fields >= {"session", "city", "dates", "item", "title", "period", *tags}
    assert sum(finding.code == "HYG004" for finding in done.findings) == 4 + 4 * len(tags)


@pytest.mark.parametrize("tag", TEMPLATES.languages())
def test_a_new_folder_holds_texts_in_the_chosen_languages_only(tmp_path, tag):
    folder = made(tmp_path / "new", "GA", (tag,))
    other = next(each for each in TEMPLATES.languages() if each != tag)
    words = read_words(other, TEMPLATES.source)
    text = "".join((folder / name).read_text(encoding="utf-8") for name in FILES)
    assert not re.search(rf"\b{other}:", text)
    assert words.title not in text
    assert words.office.name not in text


def test_a_new_folder_is_written_as_word_files(tmp_path):
    done = built(made(tmp_path / "new"))
    assert all(writer("docx").write(document, TEMPLATES.asset)[:2] == b"PK" for document in done.documents.values())


def test_a_new_folder_with_its_placeholders_replaced_has_no_warning_but_the_blanks_of_the_masthead(tmp_path):
    folder = made(tmp_path / "new", "COP", ("en",))
    text = (folder / "report.yaml").read_text(encoding="utf-8")
    words = read_words("en", TEMPLATES.source)
    for old, new in {
        "session: 0": "session: 12", "item: 0": "item: 2", "dates: 9999": "dates: 2099-10-14/2099-10-18",
        "0001/9999": "2098-01/2099-07", words.title: "A", words.city: "Vienna", words.item: "B",
        words.purpose[words.purpose.index("["):-1]: "at sea",
    }.items():  # fmt: skip
        assert old in text
        text = text.replace(old, new)
    (folder / "report.yaml").write_text(text, encoding="utf-8")
    (folder / "activities" / "records.yaml").unlink()
    assert {finding.code for finding in built(folder).findings} == {"STR001"}


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "kept.txt").write_text("kept", encoding="utf-8")
    done = run("new", tmp_path)
    assert (done.returncode, "is not empty" in done.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_an_empty_folder_that_is_there_may_be_begun_in(tmp_path):
    assert run("new", ".", cwd=tmp_path).returncode == 0
    assert (tmp_path / "activities" / "records.yaml").is_file()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--body", "cop"), "did you mean “COP”? The bodies are: CCPCJ"),
        (("--body", "UN"), "there is no body “UN”"),
        (("--lang", "en,fre"), "did you mean “fr”? The languages are: en, fr"),
        (("--lang", "xyz"), "the languages are: en, fr"),
    ],
)
def test_an_unknown_body_or_language_is_said_with_those_there_are_and_nothing_is_written(tmp_path, arguments, expected):
    done = run("new", "report", *arguments, cwd=tmp_path)
    assert (done.returncode, expected in done.stderr) == (2, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_words_in_a_comment_are_in_the_languages_of_the_report():
    fields = [
        Field(None, description="it", examples=[{"en": "a word", "fr": "un mot"}]),
        Field({}, description="it", examples=[{"port": {"en": "a word", "fr": "un mot"}}]),
    ]
    model = create_model("Model", a=(Prose | None, fields[0]), b=(dict[str, Localized], fields[1]))
    assert [text(line) for line in optional_lines(model, ["fr"])] == [
        "# a:                             # it",
        "#   fr:                          # for instance un mot",
        "# b: {a_name: {fr: }}            # it; for instance {port: {fr: un mot}}",
    ]


def test_new_add_and_build_go_together(tmp_path):
    assert run("new", "report", "--lang", "fr", cwd=tmp_path).returncode == 0
    done = run("add", "training", "report", "--to", "activities/courses.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "training-1 at report/activities/courses.yaml:4:3" in done.stdout
    assert "- paragraph: training-1" in done.stdout
    lines = (tmp_path / "report/activities/courses.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../.schema/records.schema.json"
    found = run("validate", "report", cwd=tmp_path).stdout
    for field in ("source", "kind"):
        number = next(at for at, line in enumerate(lines, 1) if line.startswith(f"  {field}:"))
        assert f"courses.yaml:{number}:{len(field) + 4}  REC009  the field “{field}” is empty" in found
    assert run("build", "report", cwd=tmp_path).returncode == 1
    assert run("build", "report", "--draft", cwd=tmp_path).returncode == 0
    assert (tmp_path / "out" / "report.fr.docx").is_file()


# --- records to fill in ---


@pytest.mark.parametrize("tags", [("en", "fr"), ("fr",)])
@pytest.mark.parametrize("kind", activity_types())
def test_every_finding_of_an_added_record_is_about_a_required_field_to_fill_in(kind, tags, tmp_path):
    folder = made(tmp_path / "new", tags=tags)
    path = folder / "activities" / "records.yaml"
    path.write_bytes(appended(path.read_bytes(), record(kind, "first", tags), str(path)).data)
    required = {name for name, field in activity_types()[kind].model_fields.items() if field.is_required()}
    assert set(only(path.read_text(encoding="utf-8"))) == required
    found = [finding for finding in built(folder).findings if finding.severity is Severity.ERROR]
    assert {(finding.code, finding.place.path) for finding in found} == {("REC009", str(path))}
    named = {finding.message.split("“")[1].split("”")[0].split(".")[0] for finding in found}
    assert named == required - {"id", "type"}


@pytest.mark.parametrize("kind", activity_types())
def test_the_optional_fields_of_an_added_record_are_fields_when_they_are_no_longer_comments(kind):
    given_ = only(uncommented(record(kind, "first", ("en", "fr"))))
    assert set(given_) == set(activity_types()[kind].model_fields)


@pytest.mark.parametrize("kind", activity_types())
def test_an_added_record_keeps_to_the_width_of_a_line(kind):
    lines = record(kind, "first", ("en", "fr")).splitlines()
    assert max(map(len, lines)) <= WIDTH


def test_fields_of_a_type_come_before_those_that_all_types_have():
    text = record("meeting", "first", ("en", "fr"))
    assert text.index("# date:") < text.index("# participants:") < text.index("# background:")
    assert "# participants:                # registered participants" in text


def test_every_type_is_described_by_a_sentence():
    assert set(descriptions()) == set(activity_types())
    assert all(meaning.endswith(".") for meaning in descriptions().values())


def test_without_a_type_the_types_are_listed():
    done = run("add")
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(activity_types())


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("meetin",), "did you mean “meeting”?"),
        (("meeting", ".", "--id", "Meeting 1"), "is not an id"),
        (("meeting", ".", "--id", "parties"), "the id “parties” is taken, at activities/records.yaml:1:7"),
        (("meeting", ".", "--to", "records.yaml"), "is not a file of the activities folder"),
        (("meeting", ".", "--to", "activities/records.yml"), "ends in .yaml"),
        (("meeting", ".", "--to", "activities/../../a.yaml"), "is not a file of the activities folder"),
        (("meeting", "nowhere"), "there is no folder nowhere"),
    ],
)
def test_what_cannot_be_added_is_said_and_nothing_is_written(tmp_path, arguments, expected):
    made(tmp_path / "new")
    old = b"- id: parties\n  type: accession\n"
    (tmp_path / "new" / "activities" / "records.yaml").write_bytes(old)
    done = run("add", *arguments, cwd=tmp_path / "new")
    assert (done.returncode, expected in done.stderr) == (2, True), done.stderr
    assert [path.read_bytes() for path in tmp_path.rglob("activities/*")] == [old]


def test_a_file_that_leads_out_of_the_folder_is_refused(tmp_path):
    folder = made(tmp_path / "new")
    (tmp_path / "elsewhere").mkdir()
    (folder / "activities" / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CtocError, match="is not a file of the activities folder"):
        files.activity_file(str(folder), "activities/link/a.yaml")


def test_a_list_that_must_not_be_empty_is_named_once(tmp_path):
    folder = made(tmp_path / "new", tags=("en",))
    path = folder / "activities" / "records.yaml"
    start = "- id: a\n  type: request\n  source: a\n  resolution: GA 153/42\n  requests: "
    for requests, named in {"[]": "requests", "[{en: }]": "requests.1.en", '""': "requests"}.items():
        path.write_text(f"{start}{requests}\n", "utf-8")
        assert [finding.message for finding in built(folder).errors] == [f"the field “{named}” is empty"]


# --- appending ---

RECORD = "- id: added\n  type: meeting\n  source:\n"


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        (b"", b"- id: added"),
        (BOM, BOM + b"- id: added"),
        (b"# none yet\n", b"# none yet\n\n- id: added"),
        (b"- id: a", b"- id: a\n\n- id: added"),
        (b"- id: a\r\n", b"- id: a\r\n\r\n- id: added\r\n  type: meeting\r\n"),
        (BOM + b"- id: a\r\n  b: c", BOM + b"- id: a\r\n  b: c\r\n\r\n- id: added\r\n"),
        (b"- id: a\n  # a comment\n\n\n", b"# a comment\n\n\n\n- id: added"),
        (b"  - id: a\n", b"  - id: a\n\n  - id: added\n    type: meeting\n"),
        (b"---\n- id: a\n", b"---\n- id: a\n\n- id: added"),
        (b"- id: a\n  text: |+\n    kept\n\n", b"kept\n\n- id: added"),
    ],
)
def test_a_record_follows_what_is_there(old, expected):
    grown = appended(old, RECORD, "records.yaml")
    assert grown.data.startswith(old)
    assert expected in grown.data
    assert grown.data.splitlines()[grown.place.line - 1].strip().removeprefix(BOM) == b"- id: added"


@pytest.mark.parametrize(
    "old",
    [b"[]\n", b"[{id: a}]\n", b"just words\n", b"id: a\n", b"- id: a\n...\n", b"- id: a\n  text: |\n    no break"],
)
def test_a_file_that_a_record_would_not_fit_is_refused(old):
    with pytest.raises(CtocError, match=r"cannot be added at the end of records\.yaml"):
        appended(old, RECORD, "records.yaml")


def test_a_file_that_is_not_yaml_is_refused_with_its_place():
    with pytest.raises(CtocError, match=r"records\.yaml:2:1: this is not YAML"):
        appended(b"- id: a\n\tb: c\n", RECORD, "records.yaml")


FIELDS = st.dictionaries(
    st.from_regex("[a-z][a-z_]{0,6}", fullmatch=True), st.text("ab é#:'\"|>-{}[]&*!\n", max_size=12), max_size=4
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(FIELDS, max_size=4),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([b"", BOM]),
    st.sampled_from(["", "\n", "\n\n", "\n# the end", "\n  # the end\n"]),
)
@example([{"a": "b"}], "\r\n", BOM, "")
def test_appending_keeps_every_byte_and_every_value(held, break_, mark, end):
    lines = "\n".join(f"- {flow({'id': 'x', **fields})}" for fields in held) + end
    old = mark + lines.replace("\n", break_).encode()
    before, found = read(Source("a", old.decode("utf-8-sig")))
    assert not found
    grown = appended(old, RECORD, "records.yaml")
    after, found = read(Source("a", grown.data.decode("utf-8-sig")))
    assert not found
    assert isinstance(after, Seq)
    assert grown.data[: len(old)] == old
    assert after[:-1] == (before or [])
    assert after[-1] == only(RECORD)
    assert b"\n" not in grown.data[len(old) :].replace(b"\r\n", b"") or b"\r\n" not in grown.data


# --- what a project has ---


def test_ids_are_counted_on_from_those_of_the_project_filled_in_or_not():
    sources = [
        Source("a.yaml", "- id: meeting-1\n  type:\n- type: x\n- words\n"),
        Source("b.yaml", "- id: meeting-2\n"),
    ]
    ids = taken(sources)
    assert new_id("meeting", None, ids) == "meeting-3"
    assert new_id("training", None, ids) == "training-1"
    assert new_id("meeting", "of-my-own", ids) == "of-my-own"


@pytest.mark.parametrize("text", ["languages: []\n", "languages: en\n", "format: 1\n", "- a\n"])
def test_a_report_that_names_no_language_stops_an_addition(text):
    with pytest.raises(CtocError, match=r"report\.yaml names no languages"):
        languages(Source("report.yaml", text))


@pytest.mark.parametrize("tag", TEMPLATES.languages())
def test_every_language_has_the_words_of_a_new_folder(tag):
    assert "[" in read_words(tag, TEMPLATES.source).title


def test_a_language_without_words_for_a_new_folder_is_said():
    with pytest.raises(CtocError, match="has no words for a new folder"):
        read_words("xx", TEMPLATES.source)


@pytest.mark.skipif(os.name == "nt", reason="files have no such modes there")
def test_who_may_read_a_file_stays_as_it_was(tmp_path):
    folder = made(tmp_path / "new")
    path = folder / "activities" / "records.yaml"
    path.chmod(0o640)
    assert run("add", "meeting", folder).returncode == 0
    assert (path.stat().st_mode & 0o777, "- id: meeting-1" in path.read_text(encoding="utf-8")) == (0o640, True)
