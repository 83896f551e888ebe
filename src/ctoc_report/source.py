"""Read YAML text into plain values that know their place; the only door to ruamel.yaml.

Scalars stay text, so that `2025-02-30`, the country code `NO` or a code `010` reach the schema as they were written and
the schema decides. Values are built straight from the events of libyaml, which is many times faster than any loader.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from itertools import count
from sys import intern
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ctoc_report.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MAX_DEPTH: Final = 40
"""How deep values may be nested: far more than any record needs, far less than Python's stack."""

NULLS: Final = frozenset({"", "~", "null"})

MOST_VALUES: Final = 1_000_000
"""How many values a file may hold: those of some fifty thousand records, and ten seconds' reading."""

MOST_DIRECTIVES: Final = 20
"""How many lines may start with %: libyaml compares every directive with all the others."""

UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)
"""Characters that no report may hold: control characters, unpaired surrogates and private-use characters.

Line and paragraph separators are among them, for YAML counts lines by them and editors do not; and so are the marks
that turn the direction of writing about, for with them a text reads otherwise than it is: direction is the language's.
"""

INVISIBLE: Final = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Characters that are printed as nothing (Unicode, Default_Ignorable_Code_Point); some scripts need some of them."""

Value: TypeAlias = "str | Map | Seq | None"


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, with its path as the user knows it."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or folder that looks like a part of the project but is not read; `hint` says what to do about it."""

    path: str
    hint: str


@dataclass(frozen=True, slots=True)
class Project:
    """The files of a project, read but not yet understood."""

    report: Source
    activities: tuple[Source, ...]
    glossary: Source | None = None
    unread: tuple[Unread, ...] = ()


class Map(dict[str, "Value"]):
    """A mapping that remembers where it starts and where each of its keys and values stands."""

    __slots__ = ("_order", "marks", "path", "waiting")

    def __init__(self, path: str, line: int, column: int) -> None:
        super().__init__()
        self.path = path
        self.marks = array("I", (line, column))
        self.waiting: str | None = None
        """The key whose value comes next, while the mapping is being read."""
        self._order: dict[str, int] = {}

    @property
    def place(self) -> Place:
        """Where the mapping starts."""
        return Place(self.path, *self.marks[:2])

    def place_of(self, key: str, *, name: bool = False) -> Place:
        """Return where the value of a key stands, or with `name` the key itself; fast however many keys there are."""
        if len(self._order) != len(self):
            self._order = {key: at for at, key in enumerate(self)}
        at = 4 * self._order[key] + (2 if name else 4)
        return Place(self.path, *self.marks[at : at + 2])

    @property
    def keys_at(self) -> Mapping[str, Place]:
        """Where each key stands."""
        return {key: Place(self.path, *self.marks[at : at + 2]) for key, at in zip(self, count(2, 4), strict=False)}

    @property
    def values_at(self) -> Mapping[str, Place]:
        """Where the value of each key stands."""
        return {key: Place(self.path, *self.marks[at : at + 2]) for key, at in zip(self, count(4, 4), strict=False)}


class Seq(list["Value"]):
    """A sequence that remembers where it starts and where each of its items stands."""

    __slots__ = ("marks", "path")

    def __init__(self, path: str, line: int, column: int) -> None:
        super().__init__()
        self.path = path
        self.marks = array("I", (line, column))

    @property
    def place(self) -> Place:
        """Where the sequence starts."""
        return Place(self.path, *self.marks[:2])

    def place_of(self, at: int) -> Place:
        """Return where an item stands."""
        return Place(self.path, *self.marks[2 * at + 2 : 2 * at + 4])

    @property
    def values_at(self) -> Sequence[Place]:
        """Where each item stands."""
        return [Place(self.path, *self.marks[at : at + 2]) for at in range(2, len(self.marks), 2)]


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
        return _Reader(source).document(), tuple(_invisible(source))
    except Unreadable as stop:
        return None, (stop.finding,)


def _invisible(source: Source) -> Iterator[Finding]:
    """Yield a finding for each kind of invisible character, where it is first met."""
    if source.text.isascii():
        return
    for character, times in Counter(INVISIBLE.findall(source.text)).items():
        yield Finding(
            "REC017",
            f"the character U+{ord(character):04X} cannot be seen" + (f" ({times} times in this file)" * (times > 1)),
            _spot(source, source.text.find(character)),
            "delete it, or retype the word, unless its language needs it",
            Severity.WARNING,
        )


def _spot(source: Source, at: int) -> Place:
    text = source.text
    return Place(source.path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def place_of(value: Value, path: tuple[str | int, ...], *, key: bool = False) -> Place | None:
    """Return the place of what `path` leads to below `value`; of the nearest thing above it when there is no such thing.

    With `key` the place of the last key is returned instead of that of its value.
    """
    place = value.place if isinstance(value, Map | Seq) else None
    for step in path:
        if isinstance(value, Map) and isinstance(step, str) and step in value:
            place = value.place_of(step, name=key and step == path[-1])
            value = value[step]
        elif isinstance(value, Seq) and isinstance(step, int) and step < len(value):
            place, value = value.place_of(step), value[step]
    return place


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
            raise self.unprintable(found[0], "delete it", _spot(self.source, found.start()))

    def refuse_directives(self) -> None:
        text = self.source.text
        if text.count("\n%") > MOST_DIRECTIVES:
            place = _spot(self.source, text.find("\n%") + 1)
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
        hint = f"keep one of the two; the first is in line {parent.keys_at[value].line}"
        raise self.fail("REC003", f"“{value}” is given twice", hint, place)


_SILENT: Final = frozenset({"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"})
_ENDS: Final = frozenset({"MappingEndEvent", "SequenceEndEvent"})


def _hint(problem: str) -> str:
    if "tab character" in problem or "cannot start any token" in problem:
        return "indent with spaces, not tabs, and quote text that starts with @ ` or %"
    if "mapping values are not allowed" in problem:
        return "quote text that contains a colon followed by a space"
    return "look at the indentation and the quotes near this place"
