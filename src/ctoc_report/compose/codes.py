"""Compiled templates, each made once: kept in memory for a run, and in a store from one run to the next."""

from __future__ import annotations

import marshal
import re
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING, Final, Protocol

from jinja2.bccache import bc_version
from jinja2.runtime import exported

from ctoc_report.compose.dialect import FORM

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import Environment, Template

MOST: Final = 400
"""Compiled pieces that a store keeps: three times those of a long report, few enough to be read in some milliseconds."""

CHECK: Final = 32
"""Bytes of the check sum before a store's content, so that a damaged file is never taken for code."""

PRINTED: Final = re.compile(r"""\{\{((?:[^{}'"]|'[^'\\{}]*'|"[^"\\{}]*")*)\}\}""")
"""A value printed by an officer's text, without braces of its own."""


MAKER: Final = f"packed {bc_version} {exported} {FORM}"
"""What tells the code of one version of Jinja, or of our dialect, from that of another: the names that it calls."""


class Store(Protocol):
    """Where compiled templates stay between runs."""

    def load(self) -> bytes:
        """Return what was saved last, or nothing."""

    def save(self, data: bytes) -> None:
        """Keep `data` in place of what was saved before."""


class Codes:
    """The compiled templates of one language."""

    def __init__(self, environment: Environment, store: Store | None = None) -> None:
        self._environment = environment
        self._store = store
        self._kept = _read(store.load()) if store else {}
        self._used: dict[bytes, CodeType] = {}
        self._pieces: dict[str, Template] = {}

    def template(self, text: str, path: str | None = None) -> Template:
        """Return the template that `text` is; `path` is its file, None for an officer's text.

        Raises jinja2's TemplateSyntaxError when it cannot be read.
        """
        code = self.code(text, path)
        return self._environment.template_class.from_code(self._environment, code, self._environment.globals)

    def code(self, text: str, path: str | None = None) -> CodeType:
        """Return the code of a template."""
        key = blake2b(f"{MAKER}\0{path}\0{text}".encode(), digest_size=16).digest()
        if key not in self._used:
            kept = self._kept.get(key)
            self._used[key] = marshal.loads(kept) if kept else self._environment.compile(text, filename=path)  # noqa: S302  (our own file, of this user only)
        return self._used[key]

    def pieces(self, text: str) -> list[str | Template]:
        """Return an officer's text as plain words and templates, one for each value that it prints.

        A value that many texts print is compiled once. A text that does more than print values is one template.
        """
        words, values = (parts := PRINTED.split(text))[::2], parts[1::2]
        if any("{" in word or "}" in word for word in words) or any(map(_trims, values)):
            return [self._piece(text)]
        pieces: list[str | Template] = list(parts)
        pieces[1::2] = [self._piece(f"{{{{{value}}}}}") for value in values]
        return pieces

    def _piece(self, text: str) -> Template:
        if text not in self._pieces:
            self._pieces[text] = self.template(text)
        return self._pieces[text]

    def keep(self) -> None:
        """Save what was compiled in this run, if anything was, together with what the store had."""
        if self._store is None or self._used.keys() <= self._kept.keys():
            return
        used = {key: self._kept.get(key) or marshal.dumps(code) for key, code in self._used.items()}
        codes = dict(islice({**used, **self._kept}.items(), MOST))
        if codes != self._kept:
            self._store.save(_written(codes))


def _trims(value: str) -> bool:
    """Tell whether a printed value asks for the white space beside it to go, which takes the whole text to do."""
    return value.startswith(("-", "+")) or value.endswith(("-", "+"))


def _written(codes: dict[bytes, bytes]) -> bytes:
    content = marshal.dumps(codes)
    return blake2b(content, digest_size=CHECK).digest() + content


def _read(data: bytes) -> dict[bytes, bytes]:
    """Return the codes that a store holds, still packed: a run unpacks those that it uses."""
    check, content = data[:CHECK], data[CHECK:]
    if not content or blake2b(content, digest_size=CHECK).digest() != check:
        return {}
    codes: dict[bytes, bytes] = marshal.loads(content)  # noqa: S302  (our own file, of this user only)
    return codes
