"""What is proposed in place of what was mistyped, at any depth; and that one mistake is one finding."""

from __future__ import annotations

import pytest
from support import REPORT, REPORT_DATE, TEMPLATES, case_glossary, shipped

from ctoc_report.build import build
from ctoc_report.dataset import _names
from ctoc_report.findings import nearest
from ctoc_report.misfits import fields
from ctoc_report.report import Report
from ctoc_report.source import Project, Source

SESSION = """\
- id: session
  type: meeting
  source: a
  body: COP
  number: 3
  date: 2099-03
  themes: [victims]
  city: {en: Vienna, fr: Vienne}
"""
TOLD = "  - paragraph: session"


def findings(records: str = SESSION, outline: str = TOLD, report=str, glossary=None) -> list[str]:
    """Return what is wrong with a project, each as "CODE place message / hint"; `report` may change report.yaml."""
    plan = Source("report.yaml", report(REPORT.format(outline=outline)) + "symbol: CTOC/COP/2099/7\n")
    project = Project(plan, (Source("records.yaml", records),), glossary or case_glossary())
    built = build(project, TEMPLATES, REPORT_DATE)
    return [f"{one.code} {one.place} {one.message} / {one.hint}" for one in built.findings if one.code != "COV005"]


def changed(old: str, new: str):
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


def test_the_project_of_these_tests_has_nothing_wrong():
    assert findings() == []


@pytest.mark.parametrize(
    ("added", "place"),
    [
        ("  participants: 3\n  women: 4\n", "records.yaml:10:10"),
        ("  results: [{indicator: a, women: 4, value: 3}]\n", "records.yaml:9:35"),
    ],
)
def test_more_women_than_persons_are_shown_at_the_women(added, place):
    (found,) = findings(SESSION + added)
    assert found.startswith(f"REC011 {place} ")


@pytest.mark.parametrize(
    ("added", "proposed"),
    [
        ("  participant: 3\n", "participants"),
        ("  documents: [{symbol: A/1, subjet: {en: a, fr: b}}]\n", "subject"),
        ("  results: [{indicator: a, valu: 3}]\n", "value"),
        ("  figures: {seats: {value: 3, boud: about}}\n", "bound"),
        ("  participants: {value: 3, boud: about}\n", "bound"),
    ],
)
def test_a_mistyped_field_is_proposed_at_any_depth(added, proposed):
    assert any(f"did you mean “{proposed}”?" in one for one in findings(SESSION + added)), findings(SESSION + added)


@pytest.mark.parametrize(
    ("entry", "proposed"),
    [
        ("  - {paragraph: session, tial: a}", "tail"),
        ("  - {paragraph: [{record: session, prat: a}]}", "part"),
        ("  - {paragraph: {tpye: meeting}}", "type"),
        ("  - {each: {tpye: meeting}}", "type"),
        ("  - {each: {type: meetng}}", "meeting"),
        ("  - {each: {theme: victim}}", "victims"),
        ("  - {each: {programme: Cop}}", "COP"),
        ("  - {heading: a, bdy: []}", "body"),
        ("  - {heading: a, body: [{heading: b, numberd: false}]}", "numbered"),
        ("  - {paragraf: session}", "paragraph"),
        ("  - {paragraph: sesion}", "session"),
        ("  - text: {en: '{{ record(\"sesion\").number }}', fr: a}", "session"),
        ("  - text: {en: '{{ total(records(), \"numbr\") }}', fr: a}", "number"),
        ("  - text: {en: '{{ records(type=\"meetng\") | number }}', fr: a}", "meeting"),
    ],
)
def test_what_is_mistyped_in_the_outline_is_proposed(entry, proposed):
    assert any(f"did you mean “{proposed}”?" in one for one in findings(outline=entry)), findings(outline=entry)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("body: COP", "body: COPP", "there is no body “COPP” / did you mean “COP”?"),
        ("body: COP", "body: UNODC", "there is no body “UNODC” / the bodies are: "),
        ("languages: [en, fr]", "languages: [en, frr]", "REC021 report.yaml:8:17 there is no language “frr” / did you mean “fr”"),
        ("venue: {city", "venue: {cty: a, city", "REC008 report.yaml:4:9 there is no field “venue.cty” here / did you mean “city”?"),
        ("period: ", "waivers: [{rule: LIM01, because: a}]\nperiod: ", "the waiver of LIM01 is not needed / did you mean “LIM001”?"),
    ],
)  # fmt: skip
def test_what_is_mistyped_in_the_plan_is_proposed(old, new, expected):
    assert any(expected in one for one in findings(report=changed(old, new))), findings(report=changed(old, new))


def test_the_fields_of_a_part_are_found_through_lists_mappings_and_choices():
    assert fields(Report, ("outline", 0, "heading", "body", 2, "paragraph", "paragraph", "query", "x"))[0] == "type"
    assert fields(Report, ("title", "x")) == ()
    assert fields(Report, ("agenda", "x"))[:2] == ("item", "subitem")


@pytest.mark.parametrize(
    ("records", "advice"),
    [
        (SESSION.replace("id: session", "id: Session 1"), "small letters, digits and single hyphens"),
        (SESSION + "  figures: {Seats Taken: 3}\n", "small letters, digits and underscores"),
        (SESSION + "  documents: A/1\n", "write `[one, two]`"),
        (SESSION + "  session: maybe\n", "write true or false"),
        (SESSION.replace("source: a", "source: ''"), "write its value after the colon"),
    ],
)
def test_what_does_not_fit_is_said_without_the_words_of_programmers(records, advice):
    assert any(advice in one for one in findings(records)), findings(records)


# --- countries ---


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("KE", "KEN"), ("NO", "NOR"), ("ken", "KEN"), ("Kenya", "KEN"), ("Kénya", "KEN"), ("Kenia", "KEN"), ("中国", "CHN"),
        ("Turkey", "TUR"), ("Tanzania", "TZA"), ("GER", "DEU"), ("KNE", "KEN"), ("KEM", "KEN KHM"), ("Korea", "KOR PRK"),
        ("Holland", ""), ("", ""), ("XXXX", ""), ("United", ""),
    ],
)  # fmt: skip
def test_the_country_that_was_meant_is_proposed(word, codes):
    assert " ".join(_names(shipped(), {}).countries.meant(word)) == codes


def test_a_country_is_proposed_with_its_name():
    (only,) = findings(SESSION + "  countries: [KE]\n")
    assert only.startswith("REC011 records.yaml:9:15 ")
    assert only.endswith(" / did you mean “KEN” (Kenya)?")


# --- languages ---


def test_a_text_in_a_language_that_the_report_does_not_have_is_pointed_out_at_its_tag():
    (only,) = findings(SESSION.replace("city: {", "city: {fra: Wien, "))
    assert only == "REC020 records.yaml:8:10 city: the report has no language “fra” / did you mean “fr”?"


@pytest.mark.parametrize(
    ("titles", "expected"),
    [("{es: Informe}", []), ("{eng: Report}", ["en"]), ("{EN: Report}", ["en"]), ("{fr: Rapport, fil: a}", [])],
)
def test_the_title_of_a_work_may_be_in_any_language_that_is_no_slip(titles, expected):
    found = findings(SESSION + f"  titles: {{report: {titles}}}\n")
    assert [one.rpartition(" / ")[2] for one in found] == [f"did you mean “{tag}”?" for tag in expected]


def test_a_name_of_the_glossary_in_another_language_is_pointed_out():
    glossary = Source("glossary.yaml", "entities: {Aaa: {en: {name: a}, fr: {name: b}, es: {name: c}}}")
    (only,) = findings("[]", "  - text: {en: a, fr: b}", glossary=glossary)
    assert only.startswith(
        "REC020 glossary.yaml:1:48 entities.Aaa: the report has no language “es” / its languages are: en, fr"
    )


# --- one mistake, one finding ---


@pytest.mark.parametrize(
    "outline",
    [
        TOLD,
        "  - {each: {type: meeting}}",
        "  - {paragraph: {theme: victims}}",
        "  - text: {en: '{{ record(\"session\").number }}', fr: a}",
        "  - text: {en: 'See {{ para(\"session\") }}.', fr: a}",
    ],
)
def test_what_refers_to_a_refused_record_is_not_at_fault(outline):
    found = findings(SESSION.replace("number: 3", "number: x"), outline)
    assert [one.partition(" ")[0] for one in found] == ["REC011"]


def test_the_records_of_a_file_that_cannot_be_read_are_not_missed():
    found = findings(SESSION.replace("source: a", "source: *a"))
    assert [one.partition(" ")[0] for one in found] == ["REC001"]


def test_the_entities_of_a_glossary_that_cannot_be_used_are_not_missed():
    found = findings(SESSION.replace("body: COP", "body: Anything"), glossary=Source("glossary.yaml", "entitis: {}"))
    assert found == ["REC008 glossary.yaml:1:1 there is no field “entitis” here / did you mean “entities”?"]


def test_a_mistyped_field_is_not_missed_too():
    found = findings(SESSION.replace("body: COP", "bdoy: COP"))
    assert [one.partition(" ")[0] for one in found] == ["REC008"]


def test_a_city_that_a_language_lacks_is_one_finding():
    found = findings(SESSION.replace(", fr: Vienne", ""))
    assert [one.partition(" ")[0] for one in found] == ["REC012"]


def test_a_waiver_for_a_refused_record_is_not_called_needless():
    waiver = changed("period: ", "waivers: [{rule: DAT006, record: session, because: a}]\nperiod: ")
    found = findings(SESSION.replace("number: 3", "number: x"), report=waiver)
    assert [one.partition(" ")[0] for one in found] == ["REC011"]


def test_a_record_cannot_take_the_name_by_which_the_plan_is_known():
    found = findings(SESSION.replace("id: session", "id: report"), "  - paragraph: report")
    assert [one.partition(" / ")[0] for one in found] == ["REC006 records.yaml:1:7 the id “report” is taken"]


# --- words ---


@pytest.mark.parametrize("count", [10, 10_000])
@pytest.mark.parametrize("slip", ["recrod-7", "record-7x", "ecord-7", "Record-7", "rekord-7"])
def test_the_nearest_word_is_found_among_few_and_among_very_many(slip, count):
    assert nearest(slip, {f"record-{at}": None for at in range(count)}) == "record-7"


def test_among_very_many_words_only_those_one_slip_away_are_looked_for():
    assert nearest("rcrd-7", {f"record-{at}": None for at in range(10)}) == "record-7"
    assert nearest("rcrd-7", {f"record-{at}": None for at in range(10_000)}) is None


def test_a_word_that_is_like_none_has_none_near():
    assert nearest("abc", ["record-7"]) is None
    assert nearest("abc", {f"record-{at}" for at in range(10_000)}) is None


def test_words_about_records_that_were_refused_are_not_reported():
    outline = (
        TOLD + '\n    tail: {en: "{{ total(items, \'participants\') }} came.", fr: "{{ it.participants }} sont venus."}'
    )
    found = findings(SESSION + "  participants: many\n", outline)
    assert [one.split()[0] for one in found] == ["REC011"]
