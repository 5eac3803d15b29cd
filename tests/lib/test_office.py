"""Office files: what acts is refused, who made them is left out, the words stay."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from korgoo.lib import office
from korgoo.lib.office import CannotTake

WORD = {
    "[Content_Types].xml": b"<Types/>",
    "_rels/.rels": b'<R><Relationship Id="r3" Type="http://x/metadata/thumbnail" Target="t"/></R>',
    "docProps/core.xml": "<dc:creator>Асан Үлгүев</dc:creator>".encode(),
    "docProps/thumbnail.jpeg": b"old first page",
    "word/document.xml": '<w:ins w:author="Асан Үлгүев">Words</w:ins>'.encode(),
}
OPEN = {
    "mimetype": office.OPEN_TEXT.encode(),
    "content.xml": b"<office:body>Words</office:body>",
    "meta.xml": "<meta:initial-creator>Асан Үлгүев</meta:initial-creator>".encode(),
}


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def book():
    made = Workbook()
    made.properties.creator = "Асан Үлгүев"
    made.worksheets[0]["A1"] = "Words"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [(packed(WORD), office.WORD), (packed(OPEN), office.OPEN_TEXT), (book(), office.SHEET)],
    ids=["docx", "odt", "xlsx"],
)
def test_the_words_stay_and_nobody_is_named(data, kind):
    made = office.clean(data)
    whole = b"".join(unpacked(made.data).values())
    assert made.media_type == kind
    assert "Үлгүев".encode() not in whole
    assert b"old first page" not in whole
    assert b"thumbnail" not in unpacked(made.data).get("_rels/.rels", b"")
    assert b"Words" in whole


WRITERS = {
    "word/people.xml": '<w15:person w15:author="Асан Үлгүев"><w15:presenceInfo w15:userId="ulguev"/>',
    "xl/comments1.xml": "<authors><author>Асан Үлгүев</author></authors>",
    "xl/persons/person.xml": '<person displayName="Асан Үлгүев" userId="ulguev"/>',
    "ppt/commentAuthors.xml": '<p:cmAuthor id="1" name="Асан Үлгүев" initials="ulguev"/>',
}


@pytest.mark.parametrize(("name", "told"), WRITERS.items())
def test_who_wrote_comments_and_changes_is_left_out(name, told):
    made = unpacked(office.clean(packed(WORD | {name: told.encode()})).data)[name].decode()
    assert "Үлгүев" not in made
    assert "ulguev" not in made
    assert made.count("<") == told.count("<")


def test_who_wrote_in_an_open_document_is_left_out():
    told = "<b><dc:creator>Асан Үлгүев</dc:creator>Words</b>".encode()
    made = unpacked(office.clean(packed(OPEN | {"content.xml": told})).data)["content.xml"]
    assert made == b"<b><dc:creator></dc:creator>Words</b>"


def test_a_spreadsheet_still_opens():
    sheet = load_workbook(io.BytesIO(office.clean(book()).data))
    assert sheet.worksheets[0]["A1"].value == "Words"
    assert not sheet.properties.creator or "Үлгүев" not in sheet.properties.creator


def test_an_open_document_says_first_and_unpacked_what_it_is():
    with zipfile.ZipFile(io.BytesIO(office.clean(packed(OPEN)).data)) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_the_same_file_gives_the_same_bytes():
    assert office.clean(packed(WORD)) == office.clean(packed(WORD))


REFUSED = {
    "macros": WORD | {"word/vbaProject.bin": b"x"},
    "a macro type": WORD | {"[Content_Types].xml": b"application/vnd.ms-word.macroEnabled.12"},
    "an embedded file": WORD | {"word/embeddings/file.xlsx": b"x"},
    "a control": WORD | {"word/activeX/activeX1.xml": b"x"},
    "a template from elsewhere": WORD
    | {
        "word/_rels/settings.xml.rels": b'<Relationship Type="http://x/attachedTemplate" '
        b'Target="https://example.org/t.dotm" TargetMode="External"/>'
    },
    "a template from elsewhere in other quotes": WORD
    | {
        "word/_rels/settings.xml.rels": b"<Relationship Type='http://x/attachedTemplate' "
        b"Target='https://example.org/t.dotm' TargetMode='External'/>"
    },
    "a template from elsewhere in other letters": WORD
    | {
        "word/_rels/settings.xml.rels": (
            '<?xml version="1.0" encoding="UTF-16"?><p:R xmlns:p="x"><p:Relationship '
            'Type="http://x/attachedTemplate" Target="https://example.org/t.dotm" '
            'TargetMode="External"/></p:R>'
        ).encode("utf-16")
    },
    "macros under another name": WORD
    | {
        "word/_rels/document.xml.rels": b'<R><Relationship Type="http://x/vbaProject" '
        b'Target="theme.dat"/></R>'
    },
    "entities": WORD
    | {"word/_rels/x.xml.rels": b'<!DOCTYPE R [<!ENTITY a "b">]><R><Relationship/></R>'},
    "a picture that an open document fetches": OPEN
    | {"content.xml": b'<b><draw:image xlink:href="https://example.org/seen.png"/></b>'},
    "a macro that an open document calls": OPEN
    | {"content.xml": b'<b><script:event-listener xlink:href="vnd.sun.star.script:x"/></b>'},
    "scripts of an open document": OPEN | {"Basic/Standard/Module1.xml": b"x"},
    "another archive": {"readme.txt": b"x"},
    "another open kind": OPEN | {"mimetype": b"application/zip"},
    "a name twice over": WORD | {"../evil.xml": b"x"},
}


@pytest.mark.parametrize("parts", REFUSED.values(), ids=REFUSED.keys())
def test_what_acts_or_is_no_office_file_is_refused(parts):
    with pytest.raises(CannotTake):
        office.clean(packed(parts))


def test_a_template_named_in_the_properties_goes_with_them():
    named = b'<m><meta:template xlink:href="file:///papers/ulguev/t.ott"/></m>'
    assert b"ulguev" not in office.clean(packed(OPEN | {"meta.xml": named})).data


def test_a_link_to_follow_is_allowed():
    link = (
        b'<Relationship Type="http://x/hyperlink" Target="https://example.org/" '
        b'TargetMode="External"/>'
    )
    assert office.clean(packed(WORD | {"word/_rels/document.xml.rels": link}))
    followed = b'<b><text:a xlink:href="https://example.org/">Words</text:a></b>'
    own = b'<b><draw:image xlink:href="Pictures/1.png"/></b>'
    for content in (followed, own):
        assert office.clean(packed(OPEN | {"content.xml": content}))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"x" * 6_000_000])
def test_what_is_broken_empty_or_too_large_is_refused(data):
    with pytest.raises(CannotTake):
        office.clean(data)
