"""The table of countries and territories: whole, clean, and right where French and UN usage are easily mistaken."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
IN = {"le": "au ", "la": "en ", "l’": "en ", "les": "aux "}
with (Path(__file__).parents[1] / "templates" / "countries.csv").open(encoding="utf-8", newline="") as lines:
    ROWS: list[dict[str, str]] = list(csv.DictReader(line for line in lines if not line.startswith("#")))

# code | English, as in a list | French, as in a list, with its article | French, "in" and the running form
NAMES = """\
TUR|Türkiye|la Türkiye|en Türkiye
BOL|Bolivia (Plurinational State of)|la Bolivie (État plurinational de)|dans l’État plurinational de Bolivie
NLD|Netherlands (Kingdom of the)|les Pays-Bas (Royaume des)|au Royaume des Pays-Bas
CIV|Côte d’Ivoire|la Côte d’Ivoire|en Côte d’Ivoire
PSE|State of Palestine|l’État de Palestine|dans l’État de Palestine
VNM|Viet Nam|le Viet Nam|au Viet Nam
LAO|Lao People’s Democratic Republic|la République démocratique populaire lao|en République démocratique populaire lao
MKD|North Macedonia|la Macédoine du Nord|en Macédoine du Nord
SWZ|Eswatini|l’Eswatini|en Eswatini
CZE|Czechia|la Tchéquie|en Tchéquie
CPV|Cabo Verde|Cabo Verde|à Cabo Verde
MDA|Republic of Moldova|la République de Moldova|en République de Moldova
TZA|United Republic of Tanzania|la République-Unie de Tanzanie|en République-Unie de Tanzanie
COD|Democratic Republic of the Congo|la République démocratique du Congo|en République démocratique du Congo
LBY|Libya|la Libye|en Libye
IRN|Iran (Islamic Republic of)|l’Iran (République islamique d’)|en République islamique d’Iran
FSM|Micronesia (Federated States of)|la Micronésie (États fédérés de)|dans les États fédérés de Micronésie
VEN|Venezuela (Bolivarian Republic of)|le Venezuela (République bolivarienne du)|en République bolivarienne du Venezuela
GBR|United Kingdom of Great Britain and Northern Ireland|le Royaume-Uni de Grande-Bretagne et d’Irlande du Nord|\
au Royaume-Uni de Grande-Bretagne et d’Irlande du Nord
VAT|Holy See|le Saint-Siège|au Saint-Siège"""
FRENCH = """BRB à la Barbade, JAM à la Jamaïque, GRD à la Grenade, DMA à la Dominique, TTO à la Trinité-et-Tobago,
HTI en Haïti, ISR en Israël, SLV en El Salvador, CUB à Cuba, MLT à Malte, MUS à Maurice, CYP à Chypre, BHR à Bahreïn,
LCA à Sainte-Lucie, ABW à Aruba, HND au Honduras, COG au Congo, IRQ en Iraq, COM aux Comores, UZB en Ouzbékistan"""
ENGLISH = """GMB the Gambia, PHL the Philippines, SDN the Sudan, COG the Congo, COM the Comoros, SSD South Sudan,
LAO the Lao People’s Democratic Republic, IRN the Islamic Republic of Iran, UKR Ukraine, NER the Niger"""


def on(day: str, code: str) -> dict[str, str]:
    (row,) = (r for r in ROWS if r["code"] == code and (r["valid_from"] or "0") <= day <= (r["valid_to"] or "9"))
    return row


def within(row: dict[str, str]) -> str:
    return (row["fr_in"] or IN[row["fr_prose_article"] or row["fr_article"]]) + (row["fr_prose"] or row["fr"])


def test_the_united_nations_has_193_member_states() -> None:
    rows = [on("2024-10-14", code) for code in sorted({r["code"] for r in ROWS})]
    assert Counter(r["status"] for r in rows) == {"member": 193, "observer": 2, "other": 2, "territory": 51}
    assert [r["code"] for r in rows if r["status"] in {"observer", "other"}] == ["COK", "NIU", "PSE", "VAT"]


def test_every_member_state_has_a_name_in_six_languages() -> None:
    assert [(r["code"], language) for r in ROWS for language in LANGUAGES if not r[language]] == []


def test_rows_are_in_order_and_the_periods_of_one_code_follow_without_gap_or_overlap() -> None:
    for earlier, later in pairwise(ROWS):
        assert (earlier["code"], earlier["valid_from"]) < (later["code"], later["valid_from"])
        if earlier["code"] == later["code"]:
            assert date.fromisoformat(earlier["valid_to"]) + timedelta(1) == date.fromisoformat(later["valid_from"])


def test_codes_have_the_shape_of_their_standard_and_belong_to_one_entity() -> None:
    entities = {(r["code"], r["alpha2"], r["m49"]) for r in ROWS}
    assert [e for e in entities if not re.fullmatch("[A-Z]{3} [A-Z]{2} [0-9]{3}", " ".join(e))] == []
    assert [len(set(column)) for column in zip(*entities, strict=True)] == [len(entities)] * 3


@pytest.mark.parametrize("column", [*LANGUAGES, "en_prose", "fr_prose"])
def test_names_are_clean(column: str) -> None:
    assert [r[column] for r in ROWS if re.search(r"['_*\u00a0]| {2}|^ | $", r[column])] == []


def test_articles_are_those_of_the_language_and_agree_with_the_gender() -> None:
    for r in ROWS:
        assert {r["fr_article"], r["fr_prose_article"]} <= {"", *IN}
        assert (r["en_article"] in {"", "the"}, r["es_article"] in {"", "el", "la", "los", "las"}) == (True, True)
        assert r["fr_gender"] in {"le": ["m"], "la": ["f"]}.get(r["fr_article"], ["m", "f"])
        assert re.fullmatch("|[^ ].*[ ’]" if r["fr_article"] else "(à|en) ", r["fr_in"])


@pytest.mark.parametrize("fact", ["2022-05-31 Turkey", "2022-06-01 Türkiye", "2026-06-25 Nauru", "2026-06-26 Naoero"])
def test_a_name_holds_from_the_day_it_took_effect(fact: str) -> None:
    day, name = fact.split()
    assert on(day, "TUR" if "T" in name else "NRU")["en"] == name


def test_what_needs_wording_that_a_person_decides_has_no_row() -> None:
    assert not {"TWN", "XKX"} & {r["code"] for r in ROWS}


@pytest.mark.parametrize("fact", NAMES.splitlines())
def test_the_list_form_and_the_running_form_are_those_of_the_united_nations(fact: str) -> None:
    code, *forms = fact.split("|")
    row = on("2024-10-14", code)
    assert forms == [row["en"], f"{row['fr_article']} {row['fr']}".replace("’ ", "’").strip(), within(row)]


@pytest.mark.parametrize("fact", re.split(r",\s", FRENCH))
def test_french_chooses_the_preposition_by_article_and_usage(fact: str) -> None:
    assert within(on("2024-10-14", fact[:3])) == fact[4:]


@pytest.mark.parametrize("fact", re.split(r",\s", ENGLISH))
def test_english_puts_the_article_where_the_united_nations_does(fact: str) -> None:
    row = on("2024-10-14", fact[:3])
    assert f"{row['en_article']} {row['en_prose'] or row['en']}".strip() == fact[4:]
