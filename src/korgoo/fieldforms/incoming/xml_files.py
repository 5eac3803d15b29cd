"""Single filled forms, as devices send them (OpenRosa)."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from korgoo.fieldforms.incoming.faults import Fault, Place, Rule, shortened
from korgoo.fieldforms.incoming.raw import MOST_FIELDS, Raw, raw_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 8
# With the groups around the fields.
MOST_ELEMENTS = MOST_FIELDS
Found = tuple[list[Raw], list[Fault]]


class _Counting(TreeBuilder):
    """Builds a tree while it is small: an element takes a hundred times its place in the file."""

    def __init__(self) -> None:
        super().__init__()
        self.left = MOST_ELEMENTS

    def start(self, tag: str, attrs: "dict[str, str]", /) -> "Element":
        """Begin an element.

        Raises:
            ValueError: There were too many before it.
        """
        self.left -= 1
        if self.left < 0:
            raise ValueError(tag)
        return super().start(tag, attrs)


def read(data: bytes, file: str) -> Found:
    """Read one filled form.

    Args:
        data: What the file holds. A document type or an entity is refused: neither belongs there.
        file: Its name, for the faults.

    Source:
        OpenRosa, XForms submission: attributes ``id`` and ``version`` of the root, ``meta``.
    """
    try:
        root = _parsed(data)
        return [raw_of(file, 0, chain(_of_root(root), _pairs(root)))], []
    except ParseError as error:
        return [], [Fault(Place(shortened(file), error.position[0]), "", Rule.UNREADABLE)]
    except (DefusedXmlException, ValueError, LookupError):
        return [], [Fault(Place(shortened(file)), "", Rule.UNREADABLE)]


def _parsed(data: bytes) -> "Element":
    parser = DefusedXMLParser(target=_Counting(), forbid_dtd=True)
    parser.feed(data)
    root: Element = parser.close()
    return root


def _of_root(root: "Element") -> Iterator[tuple[str, str]]:
    for name in ("id", "version"):
        yield f"@{name}", root.get(name, "")


def _pairs(root: "Element") -> Iterator[tuple[str, str]]:
    """Give the path and the words of every element that holds no other.

    Raises:
        ValueError: Elements lie in each other deeper than in any form.
    """
    waiting = [(child, "", 1) for child in reversed(root)]
    while waiting:
        element, path, depth = waiting.pop()
        whole = path + _bare(element.tag)
        if depth > DEEPEST:
            raise ValueError(whole)
        if len(element):
            waiting += [(child, f"{whole}/", depth + 1) for child in reversed(element)]
        else:
            yield whole, element.text or ""


def _bare(tag: str) -> str:
    """Leave the namespace out: ``meta`` stands in another one than the questions."""
    return tag.rsplit("}", 1)[-1]
