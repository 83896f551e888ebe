"""Build values from the events of libyaml; the only door to ruamel.yaml."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any, Final

from ctoc_report.findings import Finding, Place
from ctoc_report.source.characters import UNPRINTABLE, invisible, spot
from ctoc_report.source.values import Map, Seq, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctoc_report.source import Source

MAX_DEPTH: Final = 40
"""How deep values may be nested: far more than any record needs, far less than Python's stack."""

NULLS: Final = frozenset({"", "~", "null"})

MOST_VALUES: Final = 1_000_000
"""How many values a file may hold: those of some fifty thousand records, and ten seconds' reading."""

MOST_DIRECTIVES: Final = 20
"""How many lines may start with %: libyaml compares every directive with all the others."""


class Unreadable(Exception):  # noqa: N818  (it carries a finding, it is not an error of the program)
    """The text is not YAML that we read; `finding` says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read(source: Source) -> tuple[Value, tuple[Finding, ...]]:
    """Return the value that `source` holds, or None with the findings that say why it cannot be read.

    Characters that cannot be seen are found too, but do not keep the value from being read.
    """
    try:
        return _Reader(source).document(), tuple(invisible(source))
    except Unreadable as stop:
        return None, (stop.finding,)


class _Reader:
    """Builds one value from the events of one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.path = source.path

    def fail(self, code: str, message: str, hint: str, place: Place | None = None) -> Unreadable:
        return Unreadable(Finding(code, message, place or Place(self.path), hint))

    def document(self) -> Value:
        from _ruamel_yaml import CParser  # noqa: PLC0415  (loaded when something is read)
        from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415

        self.refuse_unprintable()
        self.refuse_directives()
        try:
            return self.values(CParser(self.source.text))
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = Place(self.path, mark.line + 1, mark.column + 1) if mark else None
            raise self.fail("REC001", f"this is not YAML: {error.problem}", _hint(str(error.problem)), place) from None
        except YAMLError as error:
            raise self.fail("REC001", f"this is not YAML: {error}", "correct the file and try again") from None

    def refuse_unprintable(self) -> None:
        found = UNPRINTABLE.search(self.source.text)
        if found:
            raise self.unprintable(found[0], "delete it", spot(self.source, found.start()))

    def refuse_directives(self) -> None:
        text = self.source.text
        if text.count("\n%") > MOST_DIRECTIVES:
            place = spot(self.source, text.find("\n%") + 1)
            raise self.fail("REC001", "lines that start with % are not read here", "remove them, or indent them", place)

    def refuse_escaped(self, text: str, line: int, column: int) -> None:
        """Refuse what an escape in a quoted text brings in: it is not among the characters of the file."""
        found = UNPRINTABLE.search(text)
        if found:
            raise self.unprintable(found[0], "delete its escape", Place(self.path, line, column))

    def unprintable(self, character: str, hint: str, place: Place) -> Unreadable:
        return self.fail("REC002", f"the character U+{ord(character):04X} cannot be printed", hint, place)

    def values(self, parser: Any) -> Value:
        """Run through the events with a stack of open collections, never by recursion."""
        root: Value = None
        stack: list[Map | Seq] = []
        for at, (event, kind) in enumerate(self.events(parser)):
            if at > MOST_VALUES:
                raise self.too_many(event.start_mark)
            if kind in _ENDS:
                stack.pop()
                continue
            mark = event.start_mark
            line, column = mark.line + 1, mark.column + 1
            value = self.value(event, kind, line, column)
            if stack:
                self.put(stack[-1], value, line, column)
            else:
                root = value
            if isinstance(value, Map | Seq):
                stack.append(value)
                if len(stack) > MAX_DEPTH:
                    message = f"values are nested more than {MAX_DEPTH} deep"
                    raise self.fail("REC001", message, "write it flatter", Place(self.path, line, column))
        return root

    def too_many(self, mark: Any) -> Unreadable:
        place = Place(self.path, mark.line + 1, mark.column + 1)
        return self.fail("REC001", f"the file holds more than {MOST_VALUES:,} values", "make several of it", place)

    def events(self, parser: Any) -> Iterator[tuple[Any, str]]:
        """Yield the events that make values, each with its kind; a second document is refused."""
        documents = 0
        while parser.check_event():
            event = parser.get_event()
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    hint = "remove the line `---`, or make two files"
                    place = Place(self.path, event.start_mark.line + 1, 1)
                    raise self.fail("REC001", "the file holds a second document", hint, place)
            elif kind not in _SILENT:
                yield event, kind

    def value(self, event: Any, kind: str, line: int, column: int) -> Value:
        """Return the value an event begins; anchors, aliases and tags are refused, for a record says what it means."""
        if kind == "AliasEvent" or event.anchor is not None or event.tag is not None:
            raise self.refused(event, Place(self.path, line, column))
        if kind == "MappingStartEvent":
            return Map(self.path, line, column)
        if kind == "SequenceStartEvent":
            return Seq(self.path, line, column)
        text: str = event.value
        if event.style == '"':
            self.refuse_escaped(text, line, column)
        return None if event.implicit[0] and text in NULLS else text

    def refused(self, event: Any, place: Place) -> Unreadable:
        """Return the error for an anchor, an alias or a tag."""
        if event.anchor is not None:
            message = "anchors (&) and aliases (*) are not read here"
            return self.fail("REC001", message, "write the value out, or quote the text", place)
        return self.fail("REC001", "tags (!) are not read here", "remove the tag, or quote the text", place)

    def put(self, parent: Map | Seq, value: Value, line: int, column: int) -> None:
        """Put what comes next into `parent`: in a mapping it is a key, or the value of the key that waits for one."""
        parent.marks.append(line)
        parent.marks.append(column)
        if isinstance(parent, Seq):
            parent.append(value)
        elif parent.waiting is None:
            parent.waiting = self.key(parent, value, line, column)
        else:
            parent[parent.waiting] = value
            parent.waiting = None

    def key(self, parent: Map, value: Value, line: int, column: int) -> str:
        if isinstance(value, str) and value not in parent:
            return intern(value)  # the same few names come again in every record
        place = Place(self.path, line, column)
        if not isinstance(value, str):
            raise self.fail("REC001", "the name of a field must be a word", "write `name: value`", place)
        hint = f"keep one of the two; the first is in line {parent.place_of(value, name=True).line}"
        raise self.fail("REC003", f"“{value}” is given twice", hint, place)


_SILENT: Final = frozenset({"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"})
_ENDS: Final = frozenset({"MappingEndEvent", "SequenceEndEvent"})


def _hint(problem: str) -> str:
    if "tab character" in problem or "cannot start any token" in problem:
        return "indent with spaces, not tabs, and quote text that starts with @ ` or %"
    if "mapping values are not allowed" in problem:
        return "quote text that contains a colon followed by a space"
    return "look at the indentation and the quotes near this place"
