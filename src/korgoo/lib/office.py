"""Office files from outside: looked into, refused when they act, and freed of who made them and when.

Such a file is a zip archive. One with macros, embedded programs or links that are fetched when it is
opened can act; its properties name the author. What leaves this module has neither.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from xml.parsers import expat

from django.utils.translation import gettext_lazy as _

from korgoo.lib import archives
from korgoo.lib.uploads import LARGEST, CannotTake

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
OPEN_SHEET = "application/vnd.oasis.opendocument.spreadsheet"
OPEN_SLIDES = "application/vnd.oasis.opendocument.presentation"
ENDINGS = {
    WORD: "docx",
    SHEET: "xlsx",
    SLIDES: "pptx",
    OPEN_TEXT: "odt",
    OPEN_SHEET: "ods",
    OPEN_SLIDES: "odp",
}
MAIN_PARTS = {"word/document.xml": WORD, "xl/workbook.xml": SHEET, "ppt/presentation.xml": SLIDES}
OPEN_KINDS = {OPEN_TEXT, OPEN_SHEET, OPEN_SLIDES}
TYPES, MIME = "[Content_Types].xml", "mimetype"
LIMITS = archives.Limits(file=40 * 1024 * 1024, unpacked=80 * 1024 * 1024, files=3000, ratio=200)
# Parts that act, or that hold files of a kind nobody looked into.
ACTS = re.compile(
    r"(vbaproject|vbadata|activex|macrosheet|oleobject|/embeddings/|^basic/|^scripts/|\.bin$|"
    r"externallink)",
    re.IGNORECASE,
)
# The same by the word of the file on what a part is, whatever the part is called.
ACTING = frozenset(
    {
        *("vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet", "oleobject", "package"),
        *("control", "activexcontrolbinary", "externallink", "externallinkpath"),
    }
)
# In an open document: what is fetched when it is opened begins with a scheme, as in "https:".
ELSEWHERE = re.compile(r"^([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
HARMLESS = re.compile(r"(^|/)printersettings/[^/]+\.bin$", re.IGNORECASE)
CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
CUSTOM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2">'
    b"<office:meta/></office:document-meta>"
)
PLAIN = {
    "docProps/core.xml": CORE,
    "docProps/app.xml": APP,
    "docProps/custom.xml": CUSTOM,
    "meta.xml": META,
}
# A small picture of the first page may show what was deleted since.
LEFT_OUT = re.compile(r"^(docProps/thumbnail\.[a-z]+|Thumbnails/.*)$", re.IGNORECASE)
# Who wrote comments and changes, by the part in which it stands.
NAMES = (
    (re.compile(r"^word/"), re.compile(rb'(\bw(?:15)?:(?:author|initials|userId)=")[^"]*')),
    (re.compile(r"^xl/(threadedC|c)omments"), re.compile(rb"(<(?:\w+:)?author>)[^<]*")),
    (re.compile(r"^xl/persons/"), re.compile(rb'(\b(?:displayName|userId)=")[^"]*')),
    (
        re.compile(r"^ppt/(commentA|a)uthors"),
        re.compile(rb'(\b(?:name|initials|userId)=")[^"]*'),
    ),
    (
        re.compile(r"(^|/)(content|styles)\.xml$"),
        re.compile(rb"(<(?:dc:creator|meta:creator-initials|loext:sender-initials)>)[^<]*"),
    ),
)
SAME_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """An office file made anew."""

    media_type: str
    data: bytes


def clean(data: bytes) -> OfficeFile:
    """Make an office file anew, without properties, thumbnails and names of authors.

    Args:
        data: The file, at most 5 MB: DOCX, XLSX, PPTX, ODT, ODS or ODP.

    Raises:
        CannotTake: Another kind of archive, a damaged or locked one, or one that acts when opened.
    """
    if len(data) > LARGEST:
        raise CannotTake(_("The file is larger than 5 MB. Make it smaller, or send it in parts."))
    try:
        parts = archives.unpack(data, LIMITS)
    except archives.Refused as error:
        raise CannotTake(
            _("This office file is damaged, locked or too large inside. Save it anew.")
        ) from error
    kind = _kind_of(parts)
    _refuse_acts(parts)
    kept = {
        name: PLAIN.get(name, _without_names(name, content))
        for name, content in parts.items()
        if not LEFT_OUT.match(name)
    }
    return OfficeFile(kind, _packed(kept))


def _kind_of(parts: dict[str, bytes]) -> str:
    if TYPES in parts:
        for name, kind in MAIN_PARTS.items():
            if name in parts:
                return kind
    said = parts.get(MIME, b"").decode("ascii", "replace").strip()
    if said in OPEN_KINDS and "content.xml" in parts:
        return said
    raise CannotTake(
        _(
            "This archive is no office file. Bring DOCX, XLSX, PPTX, ODT, ODS, ODP, PDF or a picture."
        )
    )


def _refuse_acts(parts: dict[str, bytes]) -> None:
    acting = any(ACTS.search(name) and not HARMLESS.search(name) for name in parts)
    fetching = any(_fetches(text) for name, text in parts.items() if _names_others(name, parts))
    if acting or fetching or b"macroEnabled" in parts.get(TYPES, b""):
        raise CannotTake(
            _(
                "This office file holds macros, embedded files or links that are fetched when it is "
                "opened. Save it without them, or as PDF."
            )
        )


def _names_others(name: str, parts: dict[str, bytes]) -> bool:
    """Tell whether a part can name things to fetch: relationships, or any page of an open document."""
    if name.lower().endswith(".rels"):
        return True
    return MIME in parts and name.lower().endswith(".xml") and name not in PLAIN


def _fetches(xml: bytes) -> bool:
    """Tell whether a part names something that acts or is fetched; plain links to follow are allowed.

    Read by a parser: quotes, prefixes and encodings can be chosen so that a pattern sees nothing.
    """
    found: list[str] = []

    def look(tag: str, told: dict[str, str]) -> None:
        facts = {name.rpartition(":")[2]: value for name, value in told.items()}
        if _is_fetched(tag.rpartition(":")[2], facts):
            found.append(tag)

    parser = expat.ParserCreate()
    parser.StartElementHandler = look
    parser.EntityDeclHandler = lambda *_told: found.append("entity")
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - the last piece
    except expat.ExpatError as error:
        raise CannotTake(
            _("This office file is damaged, locked or too large inside. Save it anew.")
        ) from error
    return bool(found)


def _is_fetched(tag: str, facts: dict[str, str]) -> bool:
    if tag == "Relationship":
        kind = facts.get("Type", "").rpartition("/")[2].lower()
        is_outside = facts.get("TargetMode", "").lower() == "external"
        return kind in ACTING or (is_outside and kind != "hyperlink")
    return tag != "a" and bool(ELSEWHERE.match(facts.get("href", "")))


def _without_names(name: str, content: bytes) -> bytes:
    """Leave out who wrote a comment or a tracked change; the words themselves stay."""
    for where, named in NAMES:
        if where.search(name) and name.endswith(".xml"):
            return named.sub(rb"\1", content)
    if name == "_rels/.rels":
        return re.sub(rb"<Relationship\b[^>]*metadata/thumbnail[^>]*/>", b"", content)
    return content


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        # An OpenDocument says first, and unpacked, what it is.
        for name in sorted(parts, key=lambda one: one != MIME):
            entry = zipfile.ZipInfo(name, date_time=SAME_DAY)
            entry.compress_type = zipfile.ZIP_STORED if name == MIME else zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return out.getvalue()
