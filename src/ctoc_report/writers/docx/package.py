"""The package: parts and their relationships, kept by python-docx, in a zip file that is the same byte for byte each time."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package as OpcPackage

from ctoc_report.writers.docx.oxml import R, clean, serialized

if TYPE_CHECKING:
    from ctoc_report.writers.docx.oxml import Element

_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
_TYPES = {"theme": f"{_OFFICE}.theme+xml"}
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_IN_ADDRESSES = ":/?#@!$&'()*+,;=%~"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""


class Package:
    """A Word file in the making: its main part, and the parts and addresses that the main part points to."""

    def __init__(self) -> None:
        self._package = OpcPackage()
        self._main = self._part("word/document.xml", f"{_WORD}.document.main+xml")
        self._package.relate_to(self._main, f"{R}/officeDocument")
        self._links: dict[str, str] = {}

    def link(self, href: str) -> str:
        """Return the id of the link to the address `href`; what no address may hold is written as its bytes (`%20`)."""
        if href not in self._links:
            # `relate_to` would look through all relationships for each new address.
            id_, address = f"link{len(self._links) + 1}", quote(clean(href), safe=_IN_ADDRESSES)
            self._main.rels.add_relationship(f"{R}/hyperlink", address, id_, is_external=True)
            self._links[href] = id_
        return self._links[href]

    def subpart(self, kind: str, part: Element, name: str = "") -> str:
        """Add a part of `kind` (`styles`, `header`) that the main part points to; return the id it has there."""
        path = f"word/{name or kind}.xml"
        made = self._part(path, _TYPES.get(kind, f"{_WORD}.{kind}+xml"), serialized(part))
        return self._main.relate_to(made, f"{R}/{kind}")

    def properties(self, part: Element) -> None:
        """Add the document properties."""
        self._package.relate_to(self._part("docProps/core.xml", _CORE_TYPE, serialized(part)), _CORE)

    def document(self, part: Element) -> None:
        """Fill the main part."""
        self._main._blob = serialized(part)  # noqa: SLF001  (python-docx sets the content of a part when it is made)

    def zipped(self) -> bytes:
        """Return the file: entries sorted by path, with a fixed date."""
        saved, buffer = BytesIO(), BytesIO()
        self._package.save(saved)
        with ZipFile(saved) as given, ZipFile(buffer, "w") as archive:
            for path in sorted(given.namelist()):
                entry = ZipInfo(path, _EARLIEST)
                entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
                archive.writestr(entry, given.read(path))
        return buffer.getvalue()

    def _part(self, path: str, content_type: str, blob: bytes = b"") -> Part:
        return Part(PackURI(f"/{path}"), content_type, blob, self._package)
