"""Where words come from and where records go: every place named is the line that somebody can edit."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from support import TEMPLATES, composed, dataset

from ctoc_report import files
from ctoc_report.build import Built, build
from ctoc_report.cli import main
from ctoc_report.document import block_leaves, contents, paragraphs, plain
from ctoc_report.errors import CtocError
from ctoc_report.trace import trace
from ctoc_report.trace.paragraph import ParagraphTrace
from ctoc_report.trace.record import RecordTrace

SAMPLE = str(Path(__file__).parents[1] / "sample_data" / "cop12-trafficking-in-persons")

MEETINGS = """\
- id: first
  type: meeting
  source: list of participants
  body: COP
  number: 3
  date: 2098-05
  participants: {value: 453, bound: more than, source: the host, as_of: 2098-06}
  women: 200
  documents:
    - {symbol: CTOC/COP/2098/2, subject: {en: ships, fr: les navires}}
- id: second
  type: meeting
  source: note to the file
  body: COP
  participants: 47
  background: true
  themes: [sea]
  city: {en: Vienna, fr: Vienne}
  text:
    en: "{{ it.participants }} persons came to {{ it.city }}."
    fr: "{{ it.participants }} personnes sont venues {{ it.city | place }}."
"""
OUTLINE = """\
  - heading: {en: Meetings, fr: Réunions}
    body:
      - paragraph: [first, second]
        tail:
          en: "In all there came {{ total(items, 'participants') }} to {{ records(type='meeting') | number }} of them."
          fr: "En tout, il en vint {{ total(items, 'participants') }} en {{ records(type='meeting') | number }} fois."
        id: both
      - text: {en: "{{ UNODC | the }} held {{ records(type='meeting') | number }} meetings.", fr: "{{ UNODC | the }} a tenu {{ records(type='meeting') | number }} réunions."}
"""


@cache
def sample() -> Built:
    return build(files.project(SAMPLE), files.Templates(SAMPLE), date(2099, 1, 1))


def of_sample(subject, tag="en"):
    built = sample()
    return trace(str(subject), built.dataset, {tag: built.documents[tag]}, TEMPLATES.source, tuple(TEMPLATES.bodies()))


def of(subject, records=MEETINGS, outline=OUTLINE, languages=("en", "fr")):
    data = dataset(records, outline)
    documents = {tag: composed(data, tag)[0] for tag in languages}
    return trace(subject, data, documents, TEMPLATES.source, TEMPLATES.bodies())


def line_of(place, text=MEETINGS):
    return text.splitlines()[place.line - 1]


def pieces(found):
    return [piece for line in found.lines for piece in line.pieces]


def piece(found, words):
    return next(piece for piece in pieces(found) if piece.words.strip() == words)


# --- the whole sample ---


@pytest.mark.parametrize("tag", ["en", "fr"])
def test_the_pieces_of_every_paragraph_make_up_its_text(tag):
    for paragraph in paragraphs(sample().documents[tag]):
        found = of_sample(paragraph.number, tag)
        assert [plain(content) for content in contents(paragraph)] == [
            "".join(piece.words for piece in line.pieces) for line in found.lines
        ]


@pytest.mark.parametrize("tag", ["en", "fr"])
def test_every_origin_of_the_tree_leads_to_a_line_that_holds_the_value(tag):
    seen = 0
    for paragraph in paragraphs(sample().documents[tag]):
        traced = pieces(of_sample(paragraph.number, tag))
        for leaf, piece in zip(block_leaves(paragraph), traced, strict=True):
            fields = leaf.origin.fields if leaf.origin else ()
            assert [origin.record for origin in piece.origins] == [field.record for field in fields]
            for origin in piece.origins:
                seen += 1
                line = Path(origin.place.path).read_text(encoding="utf-8").splitlines()[origin.place.line - 1]
                assert leads_to(line, origin, piece.kind, tag), (line, origin)
    assert seen > 900


def leads_to(line, origin, kind, tag):
    """Whether a place is that of the value, or of the words in the language, or of what was counted."""
    before, rest = line[: origin.place.column - 1], line[origin.place.column - 1 :].lstrip("\"'")
    if not origin.field or is_left_out(origin):
        return rest == f"id: {origin.record}"
    if origin.record == "glossary" or kind in ("own_words", "phrase"):
        return before.endswith(f"{tag}: ")
    if kind == "figure" and (not origin.value or rest[0] in "[-"):
        return before.endswith(("- ", ": ")) or rest.startswith("- ")
    return rest.startswith(origin.value) and origin.value != ""


def is_left_out(origin):
    """Whether a field is not in the file and has its default."""
    return (
        origin.record in sample().dataset.activities
        and origin.field.split(".")[0] not in sample().dataset.raw[origin.record]
    )


@pytest.mark.parametrize("tag", ["en", "fr"])
def test_a_record_leads_to_its_paragraphs_and_these_lead_back_to_the_record(tag):
    built = sample()
    from_paragraphs = {
        (record.record, at, record.wording is not None)
        for at in range(1, len(list(paragraphs(built.documents[tag]))) + 1)
        for record in of_sample(at, tag).records
    }
    from_records = {
        (id_, mention.at.paragraph, mention.tells)
        for id_ in built.dataset.activities
        for mention in of_sample(id_, tag).paragraphs
    }
    assert from_paragraphs == from_records
    assert len(from_records) >= len(built.dataset.activities)


def test_a_field_of_every_record_is_printed_or_said_to_be_printed_nowhere():
    for id_, activity in sample().dataset.activities.items():
        found = of_sample(id_)
        printed = {field.origin.field for field in found.fields}
        assert printed
        assert not printed & {origin.field for origin in found.unprinted}
        assert activity.source == found.source


# --- a paragraph ---


def test_a_paragraph_names_its_heading_its_records_and_what_tells_them():
    found = of("1")
    assert isinstance(found, ParagraphTrace)
    assert (found.at.paragraph, found.at.section, found.at.heading, found.id) == (1, "I", "Meetings", "both")
    first, second = found.records
    assert (first.record, first.type, first.source) == ("first", "meeting", "list of participants")
    assert first.wording.path.endswith("templates/en/activities/meeting.j2")
    assert "persons came" in line_of(second.wording)


def test_a_figure_has_a_source_and_date_of_its_own():
    (origin,) = piece(of("1"), "more than 453").origins
    assert (origin.value, origin.source, origin.as_of) == ("more than 453", "the host", "2098-06")
    assert line_of(origin.place)[origin.place.column - 1 :].startswith("453")


def test_a_figure_without_a_source_has_that_of_its_record():
    (origin,) = piece(of("1"), "200").origins
    assert (origin.field, origin.source, origin.as_of) == ("women", "list of participants", "")


def test_a_total_names_every_figure_that_went_into_it():
    total = piece(of("1"), "500")
    assert total.computed
    assert [(origin.record, origin.field, origin.value) for origin in total.origins] == [
        ("first", "participants", "more than 453"),
        ("second", "participants", "47"),
    ]
    assert [origin.source for origin in total.origins] == ["the host", "note to the file"]
    assert "participants: 47" in line_of(total.origins[1].place)


def test_what_a_paragraph_counts_are_its_records():
    outline = OUTLINE.replace("records(type='meeting') | number", "items | number")
    counted = piece(of("1", outline=outline), "two")
    assert (counted.kind, counted.computed) == ("figure", True)
    assert [(origin.record, origin.field) for origin in counted.origins] == [("first", ""), ("second", "")]


def test_a_share_names_the_figures_on_both_sides():
    counted = "{{ share(total(items, 'women'), total(items, 'participants')) | percent }}"
    outline = OUTLINE.replace("{{ records(type='meeting') | number }}", counted)
    share = next(found for found in pieces(of("1", outline=outline)) if "per cent" in found.words)
    assert [(origin.record, origin.field) for origin in share.origins] == [
        ("first", "women"), ("first", "participants"), ("second", "participants"),
    ]  # fmt: skip


def test_words_are_told_apart_by_what_they_are():
    kinds = {piece.words.strip(): piece.kind for piece in pieces(of("1"))}
    assert kinds["persons came to"] == kinds["ships"] == "own_words"
    assert kinds["Vienna"] == "phrase"
    assert kinds["third"] == kinds["500"] == "figure"
    assert kinds["CTOC/COP/2098/2"] == "symbol"
    assert kinds["registered participants"] == "wording"


def test_the_places_of_words_are_those_of_the_language():
    assert "fr:" in line_of(piece(of("1", languages=("fr",)), "personnes sont venues").origins[0].place)
    assert "en:" in line_of(piece(of("1"), "persons came to").origins[0].place)


def test_a_name_leads_to_the_glossary_or_to_the_file_of_its_body():
    outline = '  - text: {en: "{{ UNODC | the }} and {{ COP | brief }} wrote.", fr: a}'
    office, conference = (piece for piece in pieces(of("1", outline=outline)) if piece.kind == "name")
    assert office.origins[0].place.path == "glossary.yaml"
    assert conference.origins[0].place.path.endswith("bodies/cop.yaml")
    assert conference.origins[0].place.line > 1


def test_sub_paragraphs_are_lines_of_their_own():
    outline = "  - text: {en: \"There were:\\n\\n- {{ record('second').participants }} persons\\n- ships\", fr: a}"
    found = of("1", outline=outline)
    assert [line.mark for line in found.lines] == ["1.", "(a)", "(b)"]
    assert found.lines[1].pieces[0].origins[0].field == "participants"
    assert [(record.record, record.wording) for record in found.records] == [("second", None)]


def test_what_is_missing_leads_to_the_field_that_lacks_it():
    found = of("1", MEETINGS.replace("{en: Vienna, fr: Vienne}", "{fr: Vienne}"))
    blank = next(piece for piece in pieces(found) if piece.kind == "missing")
    assert blank.origins[0].field == "city"


# --- a record ---


def test_a_record_is_followed_to_its_words_in_each_language():
    found = of("second")
    assert isinstance(found, RecordTrace)
    assert [(mention.at.language, mention.at.paragraph, mention.tells) for mention in found.paragraphs] == [
        ("en", 1, True),
        ("fr", 1, True),
        ("en", 2, False),
        ("fr", 2, False),
    ]
    words = {field.origin.field: [(each.language, each.words) for each in field.printed] for field in found.fields}
    assert words["city"] == [("en", "Vienna"), ("fr", "à Vienne")]
    assert words["text"][0] == ("en", " persons came to … .")


def test_a_record_says_in_which_totals_it_is():
    participants = next(field for field in of("second").fields if field.origin.field == "participants")
    assert [(each.words, each.computed) for each in participants.printed if each.language == "en"] == [
        ("Forty-seven", False),
        ("500", True),
    ]
    counted = next(field for field in of("second").fields if not field.origin.field)
    assert counted.printed[0].words == "two"


def test_fields_come_in_the_order_of_the_file():
    fields = [field.origin.field for field in of("first").fields if field.origin.field]
    assert fields == ["body", "number", "date", "participants", "women", "documents.0.symbol", "documents.0.subject"]


def test_fields_that_are_printed_nowhere_are_told_but_not_those_that_steer():
    assert [origin.field for origin in of("second").unprinted] == ["body"]


def test_a_list_that_is_only_counted_is_printed():
    records = "- id: first\n  type: meeting\n  source: a\n  body: COP\n  countries: [KEN, HND]\n"
    outline = "  - text: {en: \"{{ record('first').countries | number }} came.\", fr: a}"
    assert [origin.field for origin in of("first", records, outline).unprinted] == ["body"]


def test_a_country_that_another_field_names_is_not_left_out():
    records = (
        "- id: first\n  type: accession\n  source: a\n  treaty: TIP_Protocol\n  parties: 3\n  countries: [KEN, HND]\n"
        "  new_parties: [{country: KEN, date: 2098}]\n"
    )
    assert [origin.value for origin in of("first", records, "  - paragraph: first").unprinted] == ["HND"]


# --- which of them is meant ---


def test_the_number_of_a_paragraph_goes_before_the_id_of_a_record():
    records = MEETINGS.replace("id: first", "id: 1").replace("id: second", "id: 7")
    outline = '  - paragraph: ["1", "7"]'
    assert isinstance(of("1", records, outline), ParagraphTrace)
    assert isinstance(of("7", records, outline), RecordTrace)


def test_a_paragraph_may_be_called_by_its_id_unless_a_record_has_it():
    assert of("both").at.paragraph == 1
    assert isinstance(of("second", outline=OUTLINE.replace("id: both", "id: second")), RecordTrace)


@pytest.mark.parametrize(
    ("subject", "message", "hint"),
    [
        ("3", "there is no paragraph 3", "the paragraphs are numbered from 1 to 2"),
        ("secnd", "there is no record or paragraph “secnd”", "did you mean “second”?"),
        ("bth", "there is no record or paragraph “bth”", "did you mean “both”?"),
        ("", "there is no record or paragraph “”", "give the number of a paragraph, or the id of a record"),
        ("xyz", "there is no record or paragraph “xyz”", "give the number of a paragraph, or the id of a record"),
    ],
)
def test_what_is_not_there_is_refused_with_what_to_do(subject, message, hint):
    with pytest.raises(CtocError, match=message) as refused:
        of(subject)
    assert refused.value.hint.startswith(hint)


def test_an_outline_without_paragraphs_has_none_to_trace():
    with pytest.raises(CtocError) as refused:
        of("1", outline="  - heading: {en: Meetings, fr: Réunions}")
    assert refused.value.hint == "the outline has none yet"


# --- the command ---


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from support import REPORT, case_glossary

    (tmp_path / "activities").mkdir()
    (tmp_path / "report.yaml").write_text(REPORT.format(outline=OUTLINE), encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text(case_glossary().text, encoding="utf-8")
    (tmp_path / "activities" / "records.yaml").write_text(MEETINGS, encoding="utf-8")
    return tmp_path


@dataclass(frozen=True)
class Done:
    code: object
    stdout: str
    stderr: str


@pytest.fixture
def run(monkeypatch, capsys):
    def command(folder: object, *arguments: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["ctoc-report", "trace", str(folder), *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        return Done(end.value.code, *capsys.readouterr())

    return command


def test_the_command_prints_a_paragraph_with_its_facts_in_brackets_and_their_lines(folder, run):
    done = run(folder, "1")
    assert done.code == 0, done.stderr
    shown = done.stdout
    assert "[Forty-seven] persons came to [Vienna]. In all there came [500] to [two] of them." in shown
    assert "second (meeting)\n  at       " in shown
    assert "  source   note to the file\n" in shown
    assert "more than 453" in shown
    assert "as of 2098-06; source: the host" in shown
    assert "500, computed from 2 values\n  first  participants: more than 453" in shown
    assert f"    {folder}/activities/records.yaml:15:17\n" in shown


def test_the_command_names_the_files_of_names_and_own_words_and_what_was_counted(folder, run):
    shown = run(folder, "2").stdout
    assert f"{folder}/glossary.yaml\n  The United Nations Office on Drugs and Crime" in shown
    assert f"{folder}/report.yaml\n  held …  outline.0.body.1.text: own words  …:" in shown
    assert shown.endswith(
        f"  second  the record  source: note to the file\n    {folder}/activities/records.yaml:11:3\n"
    )
    assert "(meeting)" not in shown


def test_the_command_prints_a_record_with_its_words_and_what_is_left_out(folder, run):
    shown = run(folder, "second").stdout
    assert "  1  fr  tells it      I  Réunions\n  2  en  prints of it  I  Meetings\n" in shown
    assert "500 (of several)" in shown
    assert "à Vienne" in shown
    assert shown.endswith("Printed nowhere\n  body: COP  …:14:9\n")


def test_the_language_of_the_words_may_be_chosen(folder, run):
    assert "[à Vienne]" in run(folder, "1", "--lang", "fr").stdout
    assert "Vienna" not in run(folder, "second", "--lang", "fr").stdout
    assert "the report has no language “es”" in run(folder, "1", "--lang", "es").stderr


@pytest.mark.parametrize("subject", ["14", "working-group-13"])
def test_json_holds_the_same_as_the_trace(subject, run):
    built = sample()
    found = trace(subject, built.dataset, built.documents, TEMPLATES.source, TEMPLATES.bodies())
    done = run(SAMPLE, subject, "--json")
    assert json.loads(done.stdout) == json.loads(json.dumps(asdict(found)))


def test_square_brackets_in_data_are_printed_as_they_are(folder, run):
    path = folder / "activities" / "records.yaml"
    path.write_text(MEETINGS.replace("note to the file", '"[bold]note[/bold]"'), encoding="utf-8")
    assert "  source   [bold]note[/bold]\n" in run(folder, "1").stdout


def test_a_folder_with_errors_is_traced_and_says_so(folder, run):
    path = folder / "activities" / "records.yaml"
    path.write_text(MEETINGS.replace("women: 200", "womn: 200"), encoding="utf-8")
    done = run(folder, "1")
    assert (done.code, "[Forty-seven] persons" in done.stdout) == (0, True)
    assert "The folder has errors (" in done.stderr


def test_a_record_that_cannot_be_read_is_not_there_and_the_errors_say_why(folder, run):
    path = folder / "activities" / "records.yaml"
    path.write_text(MEETINGS.replace("women: 200", "womn: 200"), encoding="utf-8")
    done = run(folder, "first")
    assert done.code == 2
    assert "The folder has errors (" in done.stderr
    assert "there is no record or paragraph “first”" in done.stderr


def test_a_plan_that_cannot_be_used_is_refused(folder, run):
    (folder / "report.yaml").write_text("format: 9\n", encoding="utf-8")
    done = run(folder, "1")
    assert done.code == 2
    assert "report.yaml cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
