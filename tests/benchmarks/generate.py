"""Generate a project of any number of plausible records, to measure the tool with: `generate.py FOLDER N`.

The records are cast from `moulds.yaml`. Everything in them is invented; the same seed gives the same files.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from string import Template
from typing import NamedTuple

HERE = Path(__file__).parent
RECORDS_TO_A_FILE = 500
FIRST_DAY = date(2098, 1, 1)
DAYS = 540

COUNTRIES = (
    "ALB ARG AUS BGD BRB BEN BOL BRA BFA KHM CMR COL COM CIV DOM ECU EGY SLV ETH FJI GHA GTM HND IDN IRQ JOR KAZ KEN "
    "KGZ LAO LBN LBY MDG MWI MYS MDV MLI MRT MUS MEX MDA MNE MAR MOZ MMR NPL NER NGA MKD PAK PAN PER PHL PRT SEN SRB "
    "SLE SOM SSD LKA TJK THA TGO TKM UGA UZB VNM"
)

CHOICES = {
    "training": ("training", "course", "workshop", "seminar", "simulation-exercise"),
    "event": ("side-event", "exhibition", "forum", "conference", "panel"),
    "role": ("organized", "co-organized", "chaired", "moderated", "participated", "supported"),
    "publication": ("policy-brief", "study", "manual", "toolkit", "guidance-note"),
    "post": ("regional-adviser", "national-adviser", "mentor"),
    "stage": ("drafting", "adoption", "launch"),
    "body": ("COP", "COP_WG4", "CCPCJ"),
    "programme": ("Tide", "Lantern", "Compass", "Harbour", "Bridges"),
    "network": ("Lighthouse_Network", "Shipwrights_Network"),
    "partner": ("IOM", "INTERPOL"),
}

AUDIENCES = (
    ("prosecutors and judges", "membres du parquet et de la magistrature"),
    ("labour inspectors", "membres de l'inspection du travail"),
    ("law enforcement officers", "fonctionnaires des services de détection et de répression"),
    ("members of parliament", "membres du parlement"),
    ("social workers", "membres des services sociaux"),
    ("port officials", "fonctionnaires portuaires"),
)

VERBS = (
    ("strengthen", "renforcer"),
    ("speed up", "faire avancer"),
    ("better organize", "mieux organiser"),
    ("promote", "promouvoir"),
    ("coordinate", "coordonner"),
    ("modernize", "moderniser"),
    ("fund", "financer"),
)

MATTERS = (
    ("the protection of victims", "la protection des victimes"),
    ("the inspection of building sites at sea", "l'inspection des chantiers en mer"),
    ("the gathering of evidence online", "la collecte de preuves en ligne"),
    ("financial investigations", "les enquêtes financières"),
    ("safe channels for complaints", "les voies de recours sans danger"),
    ("cooperation between courts", "la coopération entre les tribunaux"),
    ("the prevention of trafficking in children", "la prévention de la traite des enfants"),
    ("the support given to survivors", "l'appui offert aux personnes rescapées"),
    ("the supervision of recruitment agencies", "la surveillance des agences de recrutement"),
    ("the training of interpreters", "la formation des interprètes"),
)

NOUNS = ("Contracts", "Harbours", "Journeys", "Promises", "Papers", "Voices", "Tides", "Crossings")
ADJECTIVES = ("Fair", "Safe", "Clear", "Open", "Lawful", "Common", "Honest")

THEMES = {
    "prevention": ("Prevention", "Prévention"),
    "protection": ("Protection of victims", "Protection des victimes"),
    "prosecution": ("Prosecution", "Poursuites"),
    "cooperation": ("Cooperation", "Coopération"),
}

BY_ID = {
    "meeting": ("Meetings", "Réunions"),
    "resolution": ("Resolutions", "Résolutions"),
    "legislative-assistance": ("Legislative assistance", "Assistance législative"),
    "operation": ("Operations", "Opérations"),
    "advisory-support": ("Advisory support", "Appui consultatif"),
    "study-visit": ("Study visits", "Voyages d'étude"),
    "finding": ("Trends", "Tendances"),
    "victim-support": ("Support for victims", "Appui aux victimes"),
    "conclusion": ("Conclusions", "Conclusions"),
}
"""The headings of the types whose records the outline names one by one."""

BY_THEME = {
    "training": ("Training", "Formation"),
    "event": ("Events", "Manifestations"),
    "publication": ("Publications", "Publications"),
}
"""The headings of the types whose records the outline asks for by type and theme."""

OTHERS = ("Other activities", "Autres activités")
"""The heading of all other types, whose records the outline asks for by type."""

REPORT = """\
# A report for measuring. Everything in it is invented.
format: 1
body: COP
session: 12
venue: {city: {en: Vienna, fr: Vienne}, dates: 2099-10-14/2099-10-18}
agenda: {item: 2, document: CTOC/COP/2099/1, title: {en: Review, fr: Examen}}
symbol: CTOC/COP/2099/7
date: 2099-07-23
original: en
title: {en: Activities, fr: Activités}
languages: [en, fr]
period: 2098-01/2099-07
words: 100000000
outline:
"""

TOTALS = Template("""\
      - text:
          en: >-
            In all, {{ total(records(type="$type"), "$field") }} persons took part in the
            {{ records(type="$type") | number | count("activity", "activities") }} of which section {{ ref("$type") }} tells.
          fr: >-
            Au total, {{ total(records(type="$type"), "$field") }} personnes ont pris part aux
            {{ records(type="$type") | number | count("activité", "activités", f=true) }} que décrit la section {{ ref("$type") }}.
""")
COUNTED = {"training": "participants", "event": "attendance", "meeting": "participants"}
"""The figure that the report totals over the records of a type."""


class Mould(NamedTuple):
    """The text of a record with its blanks, and its share among the records."""

    share: int
    type: str
    text: Template


class Record(NamedTuple):
    """What the outline has to know of a record, and its YAML."""

    id: str
    type: str
    theme: str
    yaml: str


def generate(folder: Path, count: int, seed: int = 0) -> None:
    """Write a project of `count` records into a new `folder`: report.yaml, glossary.yaml and activities/*.yaml."""
    records = cast(count, random.Random(seed))  # noqa: S311  (chance, not secrets)
    activities = folder / "activities"
    activities.mkdir(parents=True)
    shutil.copyfile(HERE / "glossary.yaml", folder / "glossary.yaml")
    for start in range(0, count, RECORDS_TO_A_FILE):
        text = "\n".join(record.yaml for record in records[start : start + RECORDS_TO_A_FILE])
        _write(activities / f"office-{start // RECORDS_TO_A_FILE + 1:03}.yaml", text)
    _write(folder / "report.yaml", REPORT + "".join(outline(records)))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


# --- records ----------------------------------------------------------------------------------------------------------


def cast(count: int, chance: random.Random) -> list[Record]:
    """Return `count` records: the moulds are dealt as often as their shares say, shuffled, and dealt again."""
    deck = [mould for mould in read_moulds() for _ in range(mould.share)]
    dealt = (mould for _ in range(0, count, len(deck)) for mould in chance.sample(deck, len(deck)))
    return [_record(mould, serial, chance) for serial, mould in enumerate(islice(dealt, count), 1)]


def read_moulds() -> list[Mould]:
    """Return the moulds of `moulds.yaml`."""
    text = (HERE / "moulds.yaml").read_text(encoding="utf-8")
    found = re.findall(r"^# (\d+)\n(- id: .*?\n)(?=\n|\Z)", text, flags=re.MULTILINE | re.DOTALL)
    return [Mould(int(share), re.search(r"type: (\S+)", yaml)[1], Template(yaml)) for share, yaml in found]


def _record(mould: Mould, serial: int, chance: random.Random) -> Record:
    id_, theme = f"{mould.type}-{serial}", chance.choice(tuple(THEMES))
    blanks: dict[str, object] = {name: chance.choice(words) for name, words in CHOICES.items()}
    blanks |= {"id": id_, "theme": theme, "serial": serial}
    blanks |= _figures(chance) | _times(chance) | _places(chance) | _words(chance)
    return Record(id_, mould.type, theme, mould.text.substitute(blanks))


def _figures(chance: random.Random) -> dict[str, int]:
    """Return three figures in rising order, so that each may be a part of the next."""
    return {"few": chance.randint(2, 9), "some": chance.randint(10, 90), "many": chance.randint(100, 990)}


def _times(chance: random.Random) -> dict[str, str]:
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    end = day + timedelta(days=chance.randint(1, 4))
    return {"day": f"{day}", "span": f"{day}/{end}", "month": f"{day:%Y-%m}", "year": f"{day:%Y}"}


def _places(chance: random.Random) -> dict[str, str]:
    country, host, *others = chance.sample(COUNTRIES.split(), chance.randint(3, 6))
    return {"country": country, "host": host, "countries": ", ".join([country, *others])}


def _words(chance: random.Random) -> dict[str, str]:
    (do, faire), (second_do, second_faire) = _deed(chance), _deed(chance)
    matter, matter_fr = chance.choice(MATTERS)
    people, gens = chance.choice(AUDIENCES)
    return {
        "do": do,
        "faire": faire,
        "second_do": second_do,
        "second_faire": second_faire,
        "aim": _pair(do, faire),
        "second_aim": _pair(second_do, second_faire),
        "subject": _pair(matter, matter_fr),
        "on": _pair(f"on {matter}", f"sur {matter_fr}"),
        "audience": _pair(people, gens),
        "readers": _pair(people, f"des {gens}"),
        "account": _pair(f"It helped to {do}.", f"Cela a permis de {faire}."),
        "title": f"{chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}",
    }


def _deed(chance: random.Random) -> tuple[str, str]:
    """Return something to be done, in both languages. Two of them together hardly come twice, as own words do not."""
    (verb, verbe), (matter, objet) = chance.choice(VERBS), chance.choice(MATTERS)
    return f"{verb} {matter}", f"{verbe} {objet}"


def _pair(english: str, french: str) -> str:
    return f'{{en: "{english}", fr: "{french}"}}'


# --- outline ----------------------------------------------------------------------------------------------------------


def outline(records: list[Record]):
    """Yield the entries of an outline in which each record has a paragraph of its own, by its id or by a query."""
    there = sorted({record.type for record in records})
    yield _heading(("Introduction", "Introduction"), "introduction", 2)
    yield from (TOTALS.substitute(type=type_, field=COUNTED[type_]) for type_ in there if type_ in COUNTED)
    for type_ in there:
        if type_ in BY_ID:
            yield _heading(BY_ID[type_], type_, 2)
            yield from (f"      - paragraph: {record.id}\n" for record in records if record.type == type_)
        elif type_ in BY_THEME:
            yield _heading(BY_THEME[type_], type_, 2)
            yield from _themes(type_, {record.theme for record in records if record.type == type_})
    others = [type_ for type_ in there if type_ not in BY_ID | BY_THEME]
    if others:
        yield _heading(OTHERS, "others", 2)
        yield from (f"      - each: {{type: {type_}}}\n" for type_ in others)


def _themes(type_: str, there: set[str]):
    for theme in (theme for theme in THEMES if theme in there):
        yield _heading(THEMES[theme], f"{type_}-{theme}", 6)
        yield f"          - each: {{type: {type_}, theme: {theme}}}\n"


def _heading(words: tuple[str, str], id_: str, indent: int) -> str:
    space = " " * indent
    return f"{space}- heading: {_pair(*words)}\n{space}  id: {id_}\n{space}  body:\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a project of invented records into a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int, help="the number of records")
    asked = parser.parse_args()
    generate(asked.folder, asked.count)
