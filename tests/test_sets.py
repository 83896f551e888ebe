"""Facts about the sets of things: types, templates, languages, rules, bodies."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from literate import cases
from support import TEMPLATES, language

from ctoc_report.activities import activity_types
from ctoc_report.rules import all_rules

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("kind", activity_types())
@pytest.mark.parametrize("tag", TEMPLATES.languages())
def test_every_type_has_a_template_in_every_language(kind, tag):
    assert TEMPLATES.source(f"{tag}/activities/{kind.replace('-', '_')}.j2") is not None


@pytest.mark.parametrize("kind", activity_types())
def test_every_type_is_told_in_every_language_by_a_case(kind):
    text = (ROOT / "tests" / "cases" / "activities" / f"{kind.replace('-', '_')}.md").read_text(encoding="utf-8")
    told = {tag for case in cases(text) for tag, block in case.expected.items() if block[0]}
    assert told == set(TEMPLATES.languages())


def test_codes_and_names_of_rules_are_unique():
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules) >= 6


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule):
    assert "Why:" in rule.manual
    assert "Source:" in rule.manual
    assert (ROOT / "src" / "ctoc_report" / "rules" / f"{rule.name.replace('-', '_')}.py").is_file()


def test_every_code_is_explained():
    used = {
        code
        for path in (ROOT / "src").rglob("*.py")
        for code in re.findall(r'"((?:REC|TPL)\d{3})"', path.read_text(encoding="utf-8"))
    }
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    explained = re.findall(r"^(?:\| |## )((?:REC|TPL)\d{3}) ", page, re.MULTILINE)
    assert sorted(explained) == sorted(used)


@pytest.mark.parametrize("tag", TEMPLATES.languages())
def test_every_language_loads(tag):
    assert language(tag).tag == tag
