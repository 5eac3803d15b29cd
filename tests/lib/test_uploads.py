"""What comes in as a paper or a picture goes out as pages or pixels, and tells nothing else."""

import io

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, NameObject, create_string_object

from korgoo.lib import uploads
from korgoo.lib.uploads import CannotTake, clean

TALE = "an invented shelter behind the blue kiosk"


def picture(kind="JPEG", size=(40, 30), **more):
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind, **more)
    return out.getvalue()


def told_picture(orientation=1):
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = TALE, orientation
    exif.get_ifd(0x8825)[2] = (42.0, 52.0, 30.0)
    return picture(exif=exif, comment=TALE)


def document(*, pages=1, password="", told=True):
    out = io.BytesIO()
    photo = Image.open(io.BytesIO(told_picture()))
    photo.save(out, "PDF")
    writer = PdfWriter(clone_from=io.BytesIO(out.getvalue()))
    for _more in range(pages - 1):
        writer.add_blank_page(width=100, height=100)
    if told:
        writer.add_metadata({"/Author": TALE, "/Title": TALE})
        act = DictionaryObject()
        act[NameObject("/S")] = NameObject("/JavaScript")
        act[NameObject("/JS")] = create_string_object(f"app.alert('{TALE}')")
        writer.root_object[NameObject("/OpenAction")] = act
        writer.pages[0][NameObject("/AA")] = act
        writer.add_attachment("told.txt", TALE.encode())
        writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url=f"https://tale.example/{TALE}"))
        writer.pages[0][NameObject("/LastModified")] = create_string_object(TALE)
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (told_picture(), "image/jpeg"),
        (
            picture("PNG", pnginfo=(lambda i: (i.add_text("Comment", TALE), i)[1])(PngInfo())),
            "image/png",
        ),
        (picture("WEBP"), "image/png"),
    ],
)
def test_a_picture_keeps_its_pixels_and_nothing_beside_them(data, media_type):
    made = clean(data)

    opened = Image.open(io.BytesIO(made.data))
    assert made.media_type == media_type
    assert made.is_picture
    assert opened.size == (40, 30)
    assert TALE.encode() not in made.data
    assert not opened.getexif()
    red, green, _blue = opened.convert("RGB").getpixel((20, 15))
    assert red > 180 > 60 > green


def test_a_picture_taken_sideways_stands_upright():
    assert Image.open(io.BytesIO(clean(told_picture(orientation=6)).data)).size == (30, 40)


def test_a_large_picture_is_made_smaller(monkeypatch):
    monkeypatch.setattr(uploads, "LONGEST_SIDE", 20)
    assert Image.open(io.BytesIO(clean(picture()).data)).size == (20, 15)


def test_a_document_keeps_its_pages_and_neither_acts_nor_tells():
    made = clean(document(pages=3))

    read = PdfReader(io.BytesIO(made.data))
    assert made.media_type == "application/pdf"
    assert not made.is_picture
    assert len(read.pages) == 3
    assert len(read.pages[0].images) == 1
    assert not (read.metadata or {}).get("/Author")
    assert read.attachments == {}
    for word in (TALE, "/JavaScript", "/URI", "tale.example", "/EmbeddedFile", "/LastModified"):
        assert word.encode() not in made.data, word


def test_a_photograph_inside_a_document_tells_no_place():
    photo = told_picture()
    bare = uploads.without_tales(photo)

    assert TALE.encode() in photo
    assert TALE.encode() not in bare
    assert b"Exif" not in bare
    assert Image.open(io.BytesIO(bare)).tobytes() == Image.open(io.BytesIO(photo)).tobytes()
    assert uploads.without_tales(b"no picture") == b"no picture"


@pytest.fixture
def english():
    with translation.override("en"):
        yield


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"0" * (uploads.LARGEST + 1), "larger than 5 MB"),
        (b"MZ\x90\x00 a programme", "no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "no picture"),
        (b"GIF89a" + b"\0" * 40, "no picture"),
        (picture()[:300], "damaged"),
        (b"%PDF-1.7 nothing more", "damaged"),
        (document(password="a secret"), "password"),
        (document(pages=101, told=False), "100 pages"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_to_do(data, why):
    with pytest.raises(CannotTake, match=why):
        clean(data)


def test_a_picture_that_would_fill_the_memory_is_refused(english, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_PIXELS", 100)
    with pytest.raises(CannotTake, match="too large"):
        clean(picture())


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow speaks of damage it passes over
@settings(max_examples=60)
@given(st.data())
def test_damaged_files_are_taken_or_refused_never_more(data):
    whole = data.draw(st.sampled_from([document(), told_picture(), picture("PNG")]))
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = bytearray(whole)
    broken[at : at + data.draw(st.integers(1, 40))] = data.draw(st.binary(max_size=40))
    try:
        made = clean(bytes(broken))
    except CannotTake:
        return
    assert made.media_type in {*uploads.PICTURES.values(), "application/pdf"}
