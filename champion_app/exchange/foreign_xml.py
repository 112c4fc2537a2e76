"""XML from outside, read as a stream: no document type, so no entities of any kind, and nothing is looked up."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Protocol


class XmlRefused(Exception):
    """The XML is broken, or holds a document type, with which a small file could grow without end (F60)."""


class XmlReader(Protocol):
    """Who is told what the XML holds; tags and attributes come without their namespace."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""

    def end(self, tag: str) -> None:
        """A tag closes."""

    def text(self, words: str) -> None:
        """Words between tags."""


class _Told:
    """What the parser talks to: it passes all on to the reader and builds no tree."""

    def __init__(self, reader: XmlReader) -> None:
        self.data = reader.text
        self._reader = reader
        self._bare: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._reader.start(self._local(tag), {self._local(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        self._reader.end(self._local(tag))

    def close(self) -> None:
        """There is nothing to give back."""

    def _local(self, name: str) -> str:
        known = self._bare.get(name)
        if known is None:
            known = self._bare[name] = name.rpartition("}")[2]
        return known


def read_xml(content: bytes, reader: XmlReader) -> None:
    """Tells ``reader`` all that the XML holds, in order. Raises XmlRefused."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    parser = DefusedXMLParser(target=_Told(reader), forbid_dtd=True)
    try:
        parser.feed(content)
        parser.close()
    except DefusedXmlException as error:
        raise XmlRefused("it holds a document type") from error
    except (ParseError, ValueError, LookupError) as error:  # an encoding that Python does not know, too
        raise XmlRefused("it is not well formed") from error


def beside(part: str, target: str) -> str:
    """The name in the zip file that a part's link leads to: relative to the part, or from the top with a slash."""
    steps: list[str] = []
    for step in PurePosixPath("/", PurePosixPath(part).parent, target).parts[1:]:
        if step == "..":
            del steps[-1:]
        else:
            steps.append(step)
    return "/".join(steps)
