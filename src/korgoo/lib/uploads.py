"""Papers and pictures from outside: looked at, made anew, and freed of what they tell beside themselves.

A photograph knows where it was taken, a document who wrote it and when; either can act when opened. What
leaves this module is a picture of the same pixels or a document of the same pages, and nothing else.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, EncodedStreamObject, NameObject

from korgoo.lib.errors import DomainError

LARGEST = 5 * 1024 * 1024
MOST_PIXELS = 60_000_000
MOST_PAGES = 100
LONGEST_SIDE = 3000
PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/png"}
# What a document does when it is opened or touched, and what it tells of its making.
ACTS = ("/A", "/AA", "/OpenAction", "/JS", "/XFA", "/EmbeddedFiles", "/EF", "/JavaScript")
TRACES = ("/Metadata", "/PieceInfo", "/LastModified", "/M", "/CreationDate", "/T")
JPEG_START, SCAN_STARTS = b"\xff\xd8", 0xDA
# APP0 (JFIF) and APP14 (Adobe) say how colours are read; the other APPs and comments tell tales.
KEPT_SEGMENTS = frozenset({0xE0, 0xEE})


class CannotTake(DomainError):
    """A file is no paper or picture that can be kept."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A picture or document made anew. ``media_type``: image/jpeg, image/png or application/pdf."""

    media_type: str
    data: bytes

    @property
    def is_picture(self) -> bool:
        """Tell whether a browser can show it as a picture."""
        return self.media_type.startswith("image/")


def clean(data: bytes) -> Paper:
    """Make a paper or picture anew from a file; its name and its own word on its kind count nothing.

    Args:
        data: The file, at most 5 MB: JPEG, PNG, WebP or PDF.

    Raises:
        CannotTake: Another kind of file, a broken, locked or too large one.
    """
    if not data:
        raise CannotTake(_("The file is empty. Choose it again."))
    if len(data) > LARGEST:
        raise CannotTake(_("The file is larger than 5 MB. Make it smaller, or send it in parts."))
    made = _document(data) if data[:1024].lstrip().startswith(b"%PDF-") else _picture(data)
    if len(made.data) > 2 * LARGEST:
        raise CannotTake(_("The file is larger than 5 MB. Make it smaller, or send it in parts."))
    return made


def _picture(data: bytes) -> Paper:
    try:
        with Image.open(io.BytesIO(data), formats=list(PICTURES)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise CannotTake(_("The picture is too large. Take it with fewer dots."))
            kind = PICTURES[image.format or ""]
            upright = ImageOps.exif_transpose(image).convert(
                "RGB" if kind == "image/jpeg" else "RGBA"
            )
    except (UnidentifiedImageError, OSError, ValueError, KeyError, SyntaxError) as error:
        raise CannotTake(
            _("This is no picture (JPEG, PNG, WebP) and no PDF, or the file is damaged.")
        ) from error
    except Image.DecompressionBombError as error:
        raise CannotTake(_("The picture is too large. Take it with fewer dots.")) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # Pasted onto an empty sheet: nothing that stood beside the pixels comes along.
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    out = io.BytesIO()
    if kind == "image/jpeg":
        bare.save(out, "JPEG", quality=88)
    else:
        bare.save(out, "PNG")
    return Paper(kind, out.getvalue())


def _document(data: bytes) -> Paper:
    try:
        return Paper("application/pdf", _pages_alone(data))
    except CannotTake:
        raise
    except Exception as error:
        # A damaged or hostile document fails in ways that no list of errors holds.
        raise CannotTake(
            _("This PDF is damaged or cannot be read. Print it anew, or photograph it.")
        ) from error


def _pages_alone(data: bytes) -> bytes:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise CannotTake(_("This PDF is locked with a password. Save it without one."))
    if not 0 < len(reader.pages) <= MOST_PAGES:
        raise CannotTake(_("A PDF may have 1 to 100 pages."))
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    for thing in _dictionaries(writer):
        for name in (*ACTS, *TRACES):
            thing.pop(NameObject(name), None)
        if isinstance(thing, EncodedStreamObject) and thing.get("/Filter") == "/DCTDecode":
            thing._data = without_tales(thing._data)
    writer.metadata = None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _dictionaries(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Walk through every dictionary of a document, however deep it stands."""
    seen: set[int] = set()
    waiting: list[Any] = list(writer._objects)
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, DictionaryObject):
            yield thing
            waiting += list(thing.values())
        elif isinstance(thing, list):
            waiting += thing


def without_tales(jpeg: bytes) -> bytes:
    """Leave out of a JPEG what stands beside its pixels (place, time, camera, thumbnails).

    Args:
        jpeg: A whole JPEG stream, as a PDF holds it. What is no JPEG comes back as it is.
    """
    if not jpeg.startswith(JPEG_START):
        return jpeg
    out, at = bytearray(JPEG_START), 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != SCAN_STARTS:
        kind, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        tells = (0xE0 <= kind <= 0xEF and kind not in KEPT_SEGMENTS) or kind == 0xFE
        if not tells:
            out += jpeg[at : at + 2 + length]
        at += 2 + length
    return bytes(out + jpeg[at:])
