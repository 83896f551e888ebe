"""The package: parts, their relationships and the zip file that holds them, byte for byte the same each time."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from ctoc_report.writers.docx.oxml import Element, R, clean, serialized

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
_TYPES = {"theme": f"{_OFFICE}.theme+xml"}
_CORE = "core-properties"
_IN_ADDRESSES = ":/?#@!$&'()*+,;=%~"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""


@dataclass(slots=True)
class Relationships:
    """What a part points to: other parts, and addresses. Each target is kept once, in the order of its first use."""

    targets: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, kind: str, target: str) -> str:
        """Return the id of the relationship of `kind` (a URI) to `target`, made when it is new."""
        return self.targets.setdefault((kind, clean(target)), f"rId{len(self.targets) + 1}")

    def link(self, href: str) -> str:
        """Return the id of the link to the address `href`; what no address may hold is written as its bytes (`%20`)."""
        return self.add(f"{R}/hyperlink", quote(href, safe=_IN_ADDRESSES))

    def part(self) -> Element:
        """Return the part that holds these relationships."""
        space = f"{_PACKAGE}/relationships"
        root = etree.Element(f"{{{space}}}Relationships", nsmap={None: space})
        for (kind, target), name in self.targets.items():
            made = etree.SubElement(root, f"{{{space}}}Relationship", Id=name, Type=kind, Target=target)
            if kind.endswith("/hyperlink"):
                made.set("TargetMode", "External")
        return root


@dataclass(slots=True)
class Package:
    """The parts of a Word file by their path, with their content types."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    root: Relationships = field(default_factory=Relationships)

    def document(self, part: Element, points_to: Relationships) -> None:
        """Add the main part, with the relationships `points_to`."""
        self._add("word/document.xml", part, f"{_WORD}.document.main+xml")
        self.root.add(f"{R}/officeDocument", "word/document.xml")
        self.parts["word/_rels/document.xml.rels"] = serialized(points_to.part())

    def subpart(self, kind: str, part: Element, owner: Relationships, name: str = "") -> str:
        """Add a part of `kind` (`styles`, `header`) that the main part points to; return the id it has there."""
        target = f"{name or kind}.xml"
        self._add(f"word/{target}", part, _TYPES.get(kind, f"{_WORD}.{kind}+xml"))
        return owner.add(f"{R}/{kind}", target)

    def properties(self, part: Element) -> None:
        """Add the document properties."""
        self._add("docProps/core.xml", part, f"application/vnd.openxmlformats-package.{_CORE}+xml")
        self.root.add(f"{_PACKAGE}/relationships/metadata/{_CORE}", "docProps/core.xml")

    def zipped(self) -> bytes:
        """Return the file: parts sorted by path, with a fixed date."""
        self.parts["_rels/.rels"] = serialized(self.root.part())
        self.parts["[Content_Types].xml"] = serialized(self._content_types())
        buffer = BytesIO()
        with ZipFile(buffer, "w") as archive:
            for path, data in sorted(self.parts.items()):
                entry = ZipInfo(path, _EARLIEST)
                entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
                archive.writestr(entry, data)
        return buffer.getvalue()

    def _add(self, path: str, part: Element, content_type: str) -> None:
        self.parts[path] = serialized(part)
        self.types[f"/{path}"] = content_type

    def _content_types(self) -> Element:
        space = f"{_PACKAGE}/content-types"
        root = etree.Element(f"{{{space}}}Types", nsmap={None: space})
        relationships = "application/vnd.openxmlformats-package.relationships+xml"
        for extension, found in (("rels", relationships), ("xml", "application/xml")):
            etree.SubElement(root, f"{{{space}}}Default", Extension=extension, ContentType=found)
        for path, found in self.types.items():
            etree.SubElement(root, f"{{{space}}}Override", PartName=path, ContentType=found)
        return root
