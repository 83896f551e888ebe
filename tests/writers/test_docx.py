"""Facts about Word files; their parts are read with lxml, and an outside validator has the last word."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Literal
from zipfile import ZipFile

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ctoc_report.document import (
    Blank,
    Block,
    Date,
    Document,
    Emphasis,
    Heading,
    Inline,
    Item,
    Link,
    Paragraph,
    Resolution,
    Strong,
    Symbol,
    Text,
    Title,
    contents,
    plain,
)
from ctoc_report.writers import docx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = {
    "w": W,
    "r": R,
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
UN_STYLES = {
    "Normal", "__Single Txt", "Small", "SmallX", "_ H __M", "_ H _Ch", "_ H_1", "_ H_2/3", "_ H_4", "_ H_5/6", "XLarge",
    "Publication", "Original", "Session", "Agenda_Item_Normal", "Agenda_Title_H2", "Title_H_CH", "Title_H1", "Title_H2",
    "header", "footer", "Release Date", "footnote text", "footnote reference", "Hyperlink",
}  # fmt: skip


class File:
    """A written file, its parts by their paths."""

    def __init__(self, data: bytes) -> None:
        self.zip = ZipFile(BytesIO(data))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.zip.read(name))

    def find(self, path: str, part: str = "document") -> list:
        """Return what the XPath `path` finds in a part of the folder `word`."""
        return self.part(f"word/{part}.xml").xpath(path, namespaces=SPACES)

    def lines(self, part: str = "document") -> list[str]:
        """Return the words of each paragraph that has any."""
        return [words for paragraph in self.find("//w:p", part) if (words := said(paragraph))]

    def paragraph(self, words: str, part: str = "document") -> etree._Element:
        return next(found for found in self.find("//w:p", part) if words in said(found))

    def run(self, words: str, part: str = "document") -> etree._Element:
        return next(found for found in self.find("//w:r", part) if said(found) == words)


def said(element: etree._Element) -> str:
    return "".join(element.xpath(".//w:t/text()", namespaces=SPACES))


def value(element: etree._Element, path: str) -> str | None:
    """Return the attribute that `path` (`w:pPr/w:ind/@w:left`) leads to, None when there is no such thing."""
    return next(iter(element.xpath(path, namespaces=SPACES)), None)


def style(paragraph: etree._Element) -> str | None:
    return value(paragraph, "w:pPr/w:pStyle/@w:val")


@pytest.fixture(scope="module")
def write(asset: Callable[[str], str]) -> Callable[[Document], File]:
    return lambda document: File(docx.write(document, asset))


@pytest.fixture(scope="module")
def english_file(write: Callable[[Document], File], english: Document) -> File:
    return write(english)


@pytest.fixture(scope="module")
def french_file(write: Callable[[Document], File], french: Document) -> File:
    return write(french)


@pytest.fixture(scope="module")
def of(write: Callable[[Document], File], english: Document) -> Callable[..., File]:
    """Return what writes the English report with other blocks."""
    return lambda *blocks: write(replace(english, blocks=blocks))


@pytest.fixture(scope="module")
def told(of: Callable[..., File]) -> Callable[..., File]:
    """Return what writes the English report with one paragraph of some inlines."""
    return lambda *content: of(Paragraph(content, number=1, mark="1."))


# --- words -----------------------------------------------------------------------------------------------------------


def test_every_word_of_the_tree_is_in_the_file_once_and_in_order(english: Document, english_file: File) -> None:
    cover = english.cover
    above = [cover.session, plain(cover.venue), "*" + plain(cover.note), cover.item + "*"]
    above += [cover.item_title, cover.title, cover.author]
    below = [plain(content) for block in english.blocks for content in contents(block)]
    assert english_file.lines() == above + below


def test_an_independent_reader_finds_the_same_paragraphs(english: Document, asset: Callable[[str], str]) -> None:
    read = python_docx.Document(BytesIO(docx.write(english, asset)))
    assert [paragraph.text for paragraph in read.paragraphs if paragraph.style.name == "_ H _Ch"] == ["Introduction"]
    assert read.core_properties.title == "Activities (CTOC/COP/2099/5)"


def test_neighbours_that_look_alike_are_one_run(told: Callable[..., File]) -> None:
    file = told(Text("No "), Date("3 May 2099", "2099-05-03"), Text(" or "), Resolution("77/236", "GA"), Text("."))
    assert len(file.paragraph("No 3 May").xpath("w:r", namespaces=SPACES)) == 1


def test_spaces_at_the_ends_of_a_run_are_kept(told: Callable[..., File]) -> None:
    file = told(Text("in "), Title("Informe", "es"), Text(" and "))
    assert {node.get("{http://www.w3.org/XML/1998/namespace}space") for node in file.find("//w:t")} == {"preserve"}


def test_characters_that_xml_forbids_are_left_out(told: Callable[..., File]) -> None:
    file = told(Text("a\x00b\x0bc\ufffe<&>"), Symbol("A/1", "https://example.org/\x01a b"))
    assert file.lines()[-1] == "abc<&>A/1"


def test_an_empty_line_of_the_cover_leaves_no_paragraph(write: Callable[[Document], File], english: Document) -> None:
    empty = write(replace(english, cover=replace(english.cover, venue=(), note=(), item="", note_mark="")))
    assert empty.lines()[:2] == ["Twelfth session", english.cover.item_title]
    assert not empty.find("//w:framePr")


def test_no_empty_paragraph_makes_room(english_file: File) -> None:
    empty = [found for found in english_file.find("//w:body/w:p") if not said(found)]
    assert len(empty) == 3, "the section of the first page, the rule above the note and the rule at the end"


# --- inlines ---------------------------------------------------------------------------------------------------------


def test_a_title_is_in_italics_and_in_its_own_language(english_file: File, french_file: File) -> None:
    foreign, own = english_file.run("Informe mundial"), french_file.run("Rapport annuel")
    assert value(foreign, "w:rPr/w:i") is not None
    assert value(foreign, "w:rPr/w:lang/@w:val") == "es"
    assert value(own, "w:rPr/w:i") is not None
    assert value(own, "w:rPr/w:lang") is None


def test_emphasis_and_strong_words_add_up(told: Callable[..., File]) -> None:
    file = told(Strong((Text("bold "), Emphasis((Text("both"),)))), Text(" plain"))
    assert [child.tag for child in file.run("both").find(f"{{{W}}}rPr")] == [
        f"{{{W}}}{n}" for n in ("b", "bCs", "i", "iCs")
    ]
    assert value(file.run(" plain"), "w:rPr") is None


def test_what_is_not_known_is_highlighted(english_file: File) -> None:
    assert value(english_file.run("[missing: organization]"), "w:rPr/w:highlight/@w:val") == "yellow"


def target(file: File, words: str) -> str:
    link = next(found for found in file.find("//w:hyperlink") if said(found) == words)
    targets = file.part("word/_rels/document.xml.rels").xpath(
        "p:Relationship[@Id=$id and @TargetMode='External']/@Target", namespaces=SPACES, id=link.get(f"{{{R}}}id")
    )
    return targets[0]


@pytest.mark.parametrize(
    ("inline", "address"),
    [
        (Symbol("A/81/1", "https://docs.un.org/en/A/81/1"), "https://docs.un.org/en/A/81/1"),
        (Resolution("77/236", "GA", "https://docs.un.org/en/A/RES/77/236"), "https://docs.un.org/en/A/RES/77/236"),
        (Link((Text("here"),), "https://example.org/?a=1&b=2#c"), "https://example.org/?a=1&b=2#c"),
        (Symbol("A/81/2", "https://example.org/a b/é"), "https://example.org/a%20b/%C3%A9"),
    ],
)
def test_symbols_resolutions_and_links_lead_to_their_address(
    told: Callable[..., File], inline: Inline, address: str
) -> None:
    file, words = told(inline), plain((inline,))
    assert target(file, words) == address
    assert value(file.run(words), "w:rPr/w:rStyle/@w:val") == "Hyperlink"


def test_an_address_is_kept_once(told: Callable[..., File]) -> None:
    file = told(*[Symbol("A/81/1", "https://docs.un.org/en/A/81/1"), Text(" and ")] * 3)
    assert len(file.find("//w:hyperlink[.='A/81/1']")) == 3
    targets = file.part("word/_rels/document.xml.rels").xpath("p:Relationship/@Target", namespaces=SPACES)
    assert targets.count("https://docs.un.org/en/A/81/1") == 1


def test_a_resolution_without_an_address_is_plain(told: Callable[..., File]) -> None:
    file = told(Resolution("77/236", "GA"))
    assert value(file.run("77/236"), "w:rPr") is None


def test_hyperlinks_are_blue_and_not_underlined(english_file: File) -> None:
    (found,) = english_file.find("//w:style[@w:styleId='Hyperlink']/w:rPr", "styles")
    assert value(found, "w:color/@w:val") == "0000FF"
    assert value(found, "w:u/@w:val") == "none"


# --- headings, paragraphs and their numbers --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scheme", "number", "expected"),
    [("roman", "I.", "HCh"), ("letter", "A.", "H1"), ("arabic", "1.", "H23"), ("none", "", "H4")],
)
def test_a_heading_has_the_style_of_its_scheme(
    of: Callable[..., File], scheme: str, number: str, expected: str
) -> None:
    file = of(Heading(1, (Text("Some heading"),), "a", scheme, number))
    assert style(file.paragraph("Some heading")) == expected


def test_text_stands_in_the_single_text_style(english_file: File) -> None:
    for words in ("participants recalled", "Took note", "A closing word."):
        assert style(english_file.paragraph(words)) == "SingleTxt"
    assert value(english_file.paragraph("A closing word."), "w:pPr/w:numPr") is None


def roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "x" * tens + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][ones]


def letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number + 25) // 26)


PRINTED = {
    "decimal": str,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
}


def marks(file: File) -> Iterator[str]:
    """Yield the mark of each paragraph as Word prints it: counted by its rules, or else typed before the first tab."""
    counters: dict[str, list[int]] = {}
    for paragraph in file.find("//w:body/w:p[not(w:pPr/w:framePr)]"):
        number, depth = (
            value(paragraph, "w:pPr/w:numPr/w:numId/@w:val"),
            value(paragraph, "w:pPr/w:numPr/w:ilvl/@w:val"),
        )
        if number is not None and depth is not None:
            counts = counters.setdefault(number, [0] * 9)
            counts[int(depth)] += 1
            counts[int(depth) + 1 :] = [0] * (8 - int(depth))
            yield counted(file, number, int(depth), counts[int(depth)])
        elif paragraph.xpath("w:r/w:tab", namespaces=SPACES):
            before_last_tab = paragraph.xpath("w:r[following-sibling::w:r/w:tab]//w:t/text()", namespaces=SPACES)
            yield "".join(before_last_tab)


def counted(file: File, number: str, depth: int, count: int) -> str:
    (abstract,) = file.find(f"//w:num[@w:numId={number}]/w:abstractNumId/@w:val", "numbering")
    (level,) = file.find(f"//w:abstractNum[@w:abstractNumId={abstract}]/w:lvl[@w:ilvl={depth}]", "numbering")
    printed = PRINTED[value(level, "w:numFmt/@w:val") or ""](count)
    return (value(level, "w:lvlText/@w:val") or "").replace(f"%{depth + 1}", printed)


def marks_of(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield block.number
            case Paragraph():
                yield block.mark
                yield from marks_of_items(block.items)


def marks_of_items(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield item.mark
        yield from marks_of_items(item.items)


def test_word_counts_to_the_numbers_of_the_tree(of: Callable[..., File], english: Document, french: Document) -> None:
    for document in (english, french):
        file = of(*document.blocks)
        assert list(marks(file)) == [mark for mark in marks_of(document.blocks) if mark]
        assert not file.find("//w:body/w:p[not(w:pPr/w:framePr)]/w:r/w:tab[not(../w:rPr/w:u)]"), "no mark is typed"


def long_report() -> list[Block]:
    """Return three chapters of thirty sections in all, with a hundred paragraphs that run through them."""
    blocks: list[Block] = []
    for number in range(1, 101):
        chapter, rest = divmod(number - 1, 40)
        if rest == 0:
            blocks.append(Heading(1, (Text("Chapter"),), f"c{number}", "roman", f"{roman(chapter + 1).upper()}."))
        if rest % 8 == 0:
            blocks.append(Heading(2, (Text("Section"),), f"s{number}", "letter", f"{chr(ord('A') + rest // 8)}."))
        if rest % 4 == 0:
            blocks.append(Heading(3, (Text("Part"),), f"p{number}", "arabic", f"{1 + rest % 8 // 4}."))
        items = tuple(Item((Text("item"),), f"({letters(place)})") for place in range(1, 29 if number == 7 else 1))
        blocks.append(Paragraph((Text("text"),), number=number, mark=f"{number}.", items=items))
    return blocks


def test_letters_start_again_under_a_chapter_and_paragraphs_run_on(of: Callable[..., File]) -> None:
    blocks = long_report()
    file = of(*blocks)
    assert list(marks(file)) == list(marks_of(blocks))
    assert len(file.find("//w:numPr")) == len(list(marks_of(blocks)))


@pytest.mark.parametrize(("chapter", "letter"), [("أولا -", "(أ)"), ("一、", "(a)"), ("V.", "(b)")])
def test_a_mark_that_word_cannot_count_is_typed(of: Callable[..., File], chapter: str, letter: str) -> None:
    blocks = (
        Heading(1, (Text("Chapter"),), "a", "roman", chapter),
        Paragraph((Text("text"),), number=1, mark="1.", items=(Item((Text("item"),), letter),)),
    )
    file = of(*blocks)
    assert list(marks(file)) == [chapter, "1.", letter]
    assert file.find("//w:p[contains(., 'Chapter')]/w:r/w:tab")
    assert value(file.paragraph("Chapter"), "w:pPr/w:ind/@w:hanging") == "1267"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_the_words_are_the_parts_are_whole_and_so_are_the_marks(
    data: st.DataObject, documents: st.SearchStrategy[Document], write: Callable[[Document], File]
) -> None:
    document = data.draw(documents)
    file = write(document)
    assert all(file.part(name) is not None for name in file.zip.namelist())
    text = "".join(plain(content) for block in document.blocks for content in contents(block))
    seen = "".join(file.lines())
    assert all(character in seen for character in text)
    assert list(marks(file)) == [mark for mark in marks_of(document.blocks) if mark]


def test_the_number_of_a_heading_hangs_in_the_margin_and_ends_at_1022(english_file: File) -> None:
    for level in english_file.find("//w:abstractNum[@w:abstractNumId=0]/w:lvl", "numbering"):
        assert value(level, "w:lvlJc/@w:val") == "right"
        left, hanging = value(level, "w:pPr/w:ind/@w:left"), value(level, "w:pPr/w:ind/@w:hanging")
        assert int(left or 0) == 1267
        assert int(left or 0) - int(hanging or 0) == 1022


def test_a_sub_paragraph_begins_at_1742_and_returns_to_1267(english_file: File) -> None:
    level = english_file.find("//w:abstractNum[@w:abstractNumId=1]/w:lvl[@w:ilvl=1]", "numbering")[0]
    left, first = value(level, "w:pPr/w:ind/@w:left"), value(level, "w:pPr/w:ind/@w:firstLine")
    assert (left, int(left or 0) + int(first or 0)) == ("1267", 1742)
    assert english_file.find("//w:style[@w:styleId='SingleTxt']/w:pPr/w:tabs/w:tab[@w:pos='2218']", "styles")


def test_the_document_ends_with_a_rule_of_one_inch_in_the_middle(english_file: File) -> None:
    last = english_file.find("//w:body/w:p")[-1]
    assert value(last, "w:pPr/w:pBdr/w:top/@w:sz") == "2"
    indents = [int(value(last, f"w:pPr/w:ind/@w:{side}") or 0) for side in ("left", "right")]
    assert indents[0] == indents[1] == (9840 - 1440) / 2
    assert value(english_file.paragraph("A closing word."), "w:pPr/w:keepNext") is not None


# --- first page ------------------------------------------------------------------------------------------------------


def test_the_lines_of_the_masthead_stand_in_their_order(
    english: Document, english_file: File, french_file: File
) -> None:
    assert english_file.lines("header_first") == [
        "United Nations", "[symbol]", english.cover.organ, "Distr.: General", "23 July 2099", "Original: English",
    ]  # fmt: skip
    assert french_file.lines("header_first")[3:] == [
        "Distr. générale", "23\u00a0juillet 2099", "Français", "Original\u00a0: anglais",
    ]  # fmt: skip


def test_the_series_of_a_symbol_is_twice_as_large_as_the_rest(french_file: File) -> None:
    series, rest = french_file.run("CTOC", "header_first"), french_file.run("/COP/2099/5", "header_first")
    assert value(series, "w:rPr/w:sz/@w:val") == "40"
    assert value(rest, "w:rPr/w:sz") is None, "10 points, as the text"
    assert {value(run, "w:rPr/w:position/@w:val") for run in (series, rest)} == {"-4"}


def test_a_missing_symbol_is_seen_in_the_masthead_and_on_every_page(english_file: File) -> None:
    for part in ("header_first", "header_even", "header_default"):
        assert value(english_file.run("[symbol]", part), "w:rPr/w:highlight") is not None


def test_the_rows_of_the_masthead_have_their_exact_heights_and_rules(french_file: File) -> None:
    upper, lower = french_file.find("//w:tr", "header_first")
    for row, height in ((upper, "864"), (lower, "2880")):
        assert value(row, "w:trPr/w:trHeight/@w:val") == height
        assert value(row, "w:trPr/w:trHeight/@w:hRule") == "exact"
    assert value(upper, "w:tc/w:tcPr/w:tcBorders/w:bottom/@w:sz") == "4"
    assert value(lower, "w:tc/w:tcPr/w:tcBorders/w:bottom/@w:sz") == "12"


def test_the_lines_under_the_masthead_have_the_styles_of_the_united_nations(english_file: File) -> None:
    found = [
        style(paragraph) for paragraph in english_file.find("//w:body/w:p[not(w:pPr/w:framePr)]") if said(paragraph)
    ]
    assert found[:6] == ["Session", "AgendaItemNormal", "AgendaItemNormal", "AgendaTitleH2", "TitleHCH", "TitleH1"]


def test_a_commission_is_named_in_the_first_line_under_the_masthead(
    write: Callable[[Document], File], english: Document
) -> None:
    file = write(replace(english, cover=replace(english.cover, body="Commission on Crime Prevention")))
    assert file.lines()[:2] == ["Commission on Crime Prevention", "Twelfth session"]
    assert style(file.paragraph("Commission")) == "Session"


def test_the_note_stands_in_a_frame_at_the_foot_of_the_page_below_a_rule(english_file: File) -> None:
    rule, note = english_file.find("//w:body/w:p[w:pPr/w:framePr]")
    frames = [dict(found.find(f"{{{W}}}pPr/{{{W}}}framePr").attrib) for found in (rule, note)]
    assert frames[0] == frames[1], "one frame"
    assert frames[0][f"{{{W}}}yAlign"] == "bottom"
    assert value(rule, "w:pPr/w:tabs/w:tab/@w:pos") == "1440"
    assert value(rule, "w:r[w:tab]/w:rPr/w:u/@w:val") == "single"
    assert said(note) == "*CTOC/COP/2099/1."


# --- pages -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "size", "side"), [("letter", (12240, 15840), 1200), ("a4", (11906, 16838), 1033)])
def test_both_papers_leave_the_same_width_for_the_text(
    write: Callable[[Document], File],
    english: Document,
    paper: Literal["letter", "a4"],
    size: tuple[int, int],
    side: int,
) -> None:
    first, last = write(replace(english, paper=paper)).find("//w:sectPr")
    for section, bottom in ((first, "1728"), (last, "1152")):
        assert tuple(int(value(section, f"w:pgSz/@w:{name}") or 0) for name in "wh") == size
        assert [value(section, f"w:pgMar/@w:{name}") for name in ("left", "right")] == [str(side)] * 2
        assert value(section, "w:pgMar/@w:bottom") == bottom
    assert abs(size[0] - 2 * side - 9840) < 2
    assert value(last, "w:type/@w:val") == "continuous"


def test_the_first_page_and_even_and_odd_pages_differ(english_file: File) -> None:
    first, last = english_file.find("//w:sectPr")
    assert value(first, "w:titlePg") is not None
    kinds = [child.get(f"{{{W}}}type") for child in first if child.tag.endswith("Reference")]
    assert kinds == ["even", "default", "first"] * 2
    assert not last.xpath("w:headerReference", namespaces=SPACES), "it goes on with those of the first section"
    assert english_file.find("//w:evenAndOddHeaders", "settings")


def test_the_symbol_runs_on_the_outer_side_over_a_thin_rule(french_file: File) -> None:
    for part, side in (("header_even", None), ("header_default", "right")):
        line = french_file.paragraph("CTOC/COP/2099/5", part)
        assert value(line, "w:pPr/w:jc/@w:val") == side
        assert value(line, "w:r/w:rPr/w:b/@w:val") == "1"
        assert french_file.find("//w:tcBorders/w:bottom/@w:sz", part) == ["2", "2"]


def test_pages_are_numbered_by_fields_and_carry_the_job_number_when_it_is_known(
    english_file: File, french_file: File
) -> None:
    for part in ("footer_even", "footer_default"):
        assert french_file.find("//w:fldSimple/@w:instr", part) == [" PAGE ", " NUMPAGES "]
        assert "V.99-00001 (F)" in french_file.lines(part)
        assert len(english_file.lines(part)) == 1
    assert french_file.lines("footer_first") == ["V.99-00001 (F)"]
    assert english_file.lines("footer_first") == []


# --- styles, language, properties, package ---------------------------------------------------------------------------


def test_there_are_the_styles_of_the_united_nations_and_no_others(english_file: File) -> None:
    assert set(english_file.find("//w:style/w:name/@w:val", "styles")) == UN_STYLES


def test_every_style_in_use_is_there(english_file: File) -> None:
    there = set(english_file.find("//w:style/@w:styleId", "styles"))
    parts = [name.removeprefix("word/").removesuffix(".xml") for name in english_file.zip.namelist() if "er_" in name]
    used = {found for part in ["document", *parts] for found in english_file.find("//w:pStyle/@w:val", part)}
    used |= set(english_file.find("//w:basedOn/@w:val | //w:next/@w:val", "styles"))
    assert used <= there


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("Normal", "w:pPr/w:spacing/@w:line", "240"),
        ("Normal", "w:rPr/w:w/@w:val", "103"),
        ("SingleTxt", "w:pPr/w:spacing/@w:after", "120"),
        ("SingleTxt", "w:pPr/w:ind/@w:right", "1267"),
        ("SingleTxt", "w:pPr/w:jc/@w:val", "both"),
        ("HCh", "w:rPr/w:sz/@w:val", "28"),
        ("HCh", "w:pPr/w:spacing/@w:line", "300"),
        ("H1", "w:rPr/w:szCs/@w:val", "24"),
        ("AgendaTitleH2", "w:pPr/w:ind/@w:right", "5040"),
        ("XLarge", "w:rPr/w:sz/@w:val", "40"),
        ("Header", "w:rPr/w:sz/@w:val", "17"),
        ("TitleHCH", "w:pPr/w:outlineLvl/@w:val", "9"),
    ],
)
def test_a_style_has_the_measure_of_the_official_one(english_file: File, name: str, path: str, expected: str) -> None:
    (found,) = english_file.find(f"//w:style[@w:styleId='{name}']", "styles")
    assert value(found, path) == expected


def test_the_whole_text_has_its_language_and_one_font(french_file: File) -> None:
    (defaults,) = french_file.find("//w:rPrDefault/w:rPr", "styles")
    assert value(defaults, "w:lang/@w:val") == "fr-FR"
    assert value(defaults, "w:rFonts/@w:ascii") == "Times New Roman"
    assert not french_file.find("//@w:asciiTheme", "styles")


def test_the_file_says_what_it_is(english_file: File, french_file: File) -> None:
    core = english_file.part("docProps/core.xml")
    assert value(core, "dc:title/text()") == "Activities (CTOC/COP/2099/5)"
    assert value(core, "cp:keywords/text()") == "Protocol, trafficking"
    assert value(core, "dcterms:created/text()") == "2099-07-23T00:00:00Z"
    assert value(french_file.part("docProps/core.xml"), "dc:language/text()") == "fr-FR"


@pytest.mark.parametrize("date", [Date("July 2099", "2099-07"), Blank("[date]")])
def test_a_file_without_a_whole_day_has_no_date(
    write: Callable[[Document], File], english: Document, date: Date | Blank
) -> None:
    file = write(replace(english, cover=replace(english.cover, date=date)))
    assert value(file.part("docProps/core.xml"), "dcterms:created") is None
    assert date.text in file.lines("header_first")


def test_a_text_from_right_to_left_is_mirrored(write: Callable[[Document], File], english: Document) -> None:
    blocks = (Paragraph((Text("نص "), Symbol("A/81/1", "https://docs.un.org/ar/A/81/1")), number=1, mark="1 -"),)
    file = write(replace(english, language="ar", locale="ar-SA", direction="rtl", blocks=blocks))
    assert len(file.find("//w:body/w:p/w:pPr/w:bidi")) == len(file.find("//w:body/w:p"))
    assert all(value(section, "w:bidi") is not None for section in file.find("//w:sectPr"))
    assert file.find("//w:tblPr/w:bidiVisual", "header_first")
    assert value(file.run("نص "), "w:rPr/w:rtl") is not None
    assert value(file.run("A/81/1"), "w:rPr/w:rtl") is None, "a symbol reads from left to right"


def test_the_same_tree_gives_the_same_bytes(asset: Callable[[str], str], english: Document) -> None:
    assert docx.write(english, asset) == docx.write(english, asset)


def test_the_package_has_no_traces_of_when_and_where(english_file: File) -> None:
    entries = english_file.zip.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
    assert not re.search(rb"rsid|Normal\.dotm|python", english_file.zip.read("word/document.xml"))


def test_a_slip_in_the_styles_is_named(asset: Callable[[str], str], english: Document) -> None:
    def slip(name: str) -> str:
        return asset(name).replace("keep_lines = true", "keep_line = true")

    with pytest.raises(ValueError, match=r"\[paragraph\.H1\] cannot say 'keep_line'; use one of .*keep_lines"):
        docx.write(english, slip)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("name", ["english", "french"])
def test_a_validator_finds_nothing(
    name: str,
    direction: Literal["ltr", "rtl"],
    request: pytest.FixtureRequest,
    asset: Callable[[str], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    audit = pytest.importorskip("openxml_audit")
    path = tmp_path_factory.mktemp("audit") / "report.docx"
    path.write_bytes(docx.write(replace(request.getfixturevalue(name), direction=direction), asset))
    assert audit.OpenXmlValidator(file_format=audit.FileFormat.MICROSOFT_365).validate(path).errors == []
