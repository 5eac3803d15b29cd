"""What is drawn: boxes of the printer, the code that a camera reads, words that always fit or are refused."""

import io
import re
from dataclasses import replace

import pytest
import qrcode
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader
from qrcode.constants import ERROR_CORRECT_M

from korgoo.lib.paper import CannotPrint
from korgoo.materials import drawing, squares, typography
from korgoo.materials.drawing import Sheet, drawn
from korgoo.materials.enums import FORMATS, READ, Format, Kind, Template, Way
from korgoo.materials.errors import NoRoom

MM = 72 / 25.4
LONG_NAME = {
    "ky": "Адам сатууга каршы жана коопсуз миграция боюнча ишеним телефону (Кыргызстан ичинде)",
    "ru": "Телефон доверия по безопасной миграции и против торговли людьми (внутри Кыргызстана)",
    "en": "Helpline on safe migration and against trafficking (inside Kyrgyzstan)",
}
WORDS = {
    "ky": {
        "slogan": "Кетүүдөн мурун текшерип ал",
        "action": "Агенттиктин уруксатын текшериңиз",
        "campaign": "Адам сатууга каршы 100 күн",
        "questions": (
            "Иш берүүчү ким жана ал кайда?",
            "Паспортум кимде болот?",
            "Айлыкты ким, качан, кантип төлөйт?",
        ),
    },
    "ru": {
        "slogan": "Проверь, прежде чем ехать",
        "action": "Проверьте разрешение агентства",
        "campaign": "100 дней против торговли людьми",
        "questions": (
            "Кто работодатель и где он?",
            "У кого будет мой паспорт?",
            "Кто, когда и как платит?",
        ),
    },
    "en": {
        "slogan": "Check before you leave",
        "action": "Check the permit of the agency",
        "campaign": "100 days against human trafficking",
        "questions": (
            "Who is the employer, and where?",
            "Who will hold my passport?",
            "Who pays, when and how?",
        ),
    },
}
SHAPES = list(Format)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def sheet(language="en", template=Template.NUMBER, **changed):
    said = {
        "title": "A material",
        "call": {"ky": "Чалып, сураңыз", "ru": "Позвоните и спросите", "en": "Call and ask"}[
            language
        ],
        "address": f"https://korgoo.example/{language}/c/48297/",
        "foot": f"2026-1 · {language} · 1",
        "day": (2026, 7, 1),
        "numbers": (("189", LONG_NAME[language]), ("0800 0000 189", LONG_NAME[language])),
        **WORDS[language],
    }
    return Sheet(template=template, language=language, **(said | changed))


@pytest.mark.parametrize("template", list(Template))
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_template_is_drawn_in_every_shape_and_language(template, language):
    drawing.check(sheet(language, template), SHAPES)


@pytest.mark.parametrize("template", list(Template))
def test_long_words_and_one_number_fit_too(template):
    said = sheet(
        "ky",
        template,
        slogan="Эмгекчилердин укуктарын билгендерден сураштыргыла",
        questions=(),
        numbers=(("+996 999 312002", LONG_NAME["ky"]),),
    )
    drawing.check(said, SHAPES)


@pytest.mark.parametrize("kind", [Kind.POSTER, Kind.CARD, Kind.LEAFLET, Kind.BANNER])
def test_a_print_pdf_says_where_it_is_trimmed(kind):
    for shape in FORMATS[kind]:
        for page in PdfReader(io.BytesIO(drawn(sheet(), shape, Way.PRINT))).pages:
            trim, bleed, media = page.trimbox, page.bleedbox, page.mediabox
            assert float(trim.left - bleed.left) == pytest.approx(3 * MM, abs=0.01)
            assert float(bleed.right - trim.right) == pytest.approx(3 * MM, abs=0.01)
            assert float(bleed.left - media.left) == pytest.approx(7 * MM, abs=0.01)
            assert page["/ArtBox"] == page["/TrimBox"]


@pytest.mark.parametrize(
    ("shape", "wide", "high"),
    [(Format.A3, 297, 420), (Format.A4, 210, 297), (Format.CARD, 85, 55), (Format.A5, 148, 210)],
)
def test_a_trimmed_sheet_is_as_large_as_it_is_called(shape, wide, high):
    page = PdfReader(io.BytesIO(drawn(sheet(), shape, Way.PRINT))).pages[0]
    assert float(page.trimbox.width) == pytest.approx(wide * MM, abs=0.01)
    assert float(page.trimbox.height) == pytest.approx(high * MM, abs=0.01)


@pytest.mark.parametrize("kind", sorted(READ))
@pytest.mark.parametrize("template", list(Template))
def test_what_is_read_on_a_screen_is_a_tagged_paper_with_two_sides(kind, template):
    (shape,) = FORMATS[kind]
    pdf = drawn(sheet("ky", template), shape, Way.READ)
    assert b"pdfuaid:part" in pdf
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 2
    assert reader.trailer["/Root"]["/Lang"] == "ky"
    assert "189" in reader.pages[0].extract_text()


@pytest.mark.parametrize(
    ("shape", "size"), [(Format.SQUARE, (1080, 1080)), (Format.STORY, (1080, 1920))]
)
def test_a_social_picture_has_the_dots_that_are_asked_for(shape, size):
    with Image.open(io.BytesIO(drawn(sheet(), shape, Way.PNG))) as picture:
        assert picture.size == size


@pytest.mark.parametrize("template", list(Template))
def test_an_svg_runs_nothing_and_reaches_nothing(template):
    svg = drawn(sheet("ru", template), Format.STORY, Way.SVG).decode()
    assert svg.startswith("<svg")
    for bad in ("<script", "<foreignObject", "javascript:", " onload", "<image", "@import"):
        assert bad not in svg
    assert not re.search(r'(href|src)="(?!#)', svg)


def test_the_code_on_the_sheet_is_that_of_the_address():
    data = sheet().data(Format.A4, is_print=False)
    code = qrcode.QRCode(border=0, error_correction=ERROR_CORRECT_M)
    code.add_data("https://korgoo.example/en/c/48297/")
    code.make()
    drawn_squares = {(x + more, y) for x, y, run in data["code"]["runs"] for more in range(run)}
    asked = {
        (x, y)
        for y, row in enumerate(code.get_matrix())
        for x, is_dark in enumerate(row)
        if is_dark
    }
    assert drawn_squares == asked


def test_the_squares_are_found_again_in_the_picture():
    """Read the squares from the dots of the PNG, as a camera sees them."""
    expected = squares.matrix(sheet().address)
    with Image.open(io.BytesIO(drawn(sheet(), Format.SQUARE, Way.PNG))) as picture:
        grey = picture.convert("L")
    # template "number": the code's white card ends at the right margin, 7 of 100 parts from the edge.
    assert _finds(grey, expected)


def _finds(grey, expected):
    wide, high = grey.size
    n = len(expected)
    white = [x for x in range(wide) if grey.getpixel((x, int(high * 0.85))) > 252]
    left, right = min(x for x in white if x > wide * 0.6), max(white)
    part = (right - left + 1) / (n + 8)
    top = next(y for y in range(high // 2, high) if grey.getpixel(((left + right) // 2, y)) > 252)
    seen = [
        [
            grey.getpixel((round(left + (x + 4.5) * part), round(top + (y + 4.5) * part))) < 128
            for x in range(n)
        ]
        for y in range(n)
    ]
    return seen == expected


def test_a_slogan_that_is_too_long_is_refused_with_the_lines_there_are():
    long = sheet(slogan="Think about the way and the work and the pay and the papers " * 3)
    with pytest.raises(NoRoom) as refused:
        drawing.check(long, [Format.A4])
    assert refused.value.field == "slogan"
    assert "3 lines" in str(refused.value.message)


def test_a_sign_that_our_fonts_do_not_have_is_refused_in_what_is_read():
    with pytest.raises(CannotPrint, match="fonts"):
        drawn(replace(sheet(), slogan="Check 検査"), Format.CARD, Way.READ)


def test_what_was_drawn_is_kept(monkeypatch):
    first = drawn(sheet(), Format.A4, Way.SVG)
    monkeypatch.setattr(drawing, "_draw", lambda *_given: pytest.fail("drawn again"))
    assert drawn(sheet(), Format.A4, Way.SVG) == first


class TestTypography:
    @pytest.mark.parametrize(
        ("word", "parts"),
        [
            ("текшергиле", "тек-шер-гиле"),
            ("агенттик", "агент-тик"),
            ("письмо", "письмо"),
            ("разрешение", "раз-ре-ше-ние"),
            ("ала", "ала"),
        ],
    )
    def test_words_are_broken_between_syllables(self, word, parts):
        assert typography.softened(word).replace(typography.SHY, "-") == parts

    def test_a_small_word_stays_with_the_next_one(self):
        assert typography.made_ready("Кто и где") == f"Кто и{typography.NBSP}где"

    @given(st.text(alphabet="абвгдеёжийкңөүьъ АБ", max_size=60))
    def test_no_letter_is_lost_or_added(self, words):
        made = typography.made_ready(words)
        assert made.replace(typography.SHY, "").split() == words.split()

    @given(st.text(alphabet="абвгкңөүьъйаеиоу", min_size=1, max_size=30))
    def test_no_piece_is_shorter_than_three_letters(self, word):
        pieces = typography.softened(word).split(typography.SHY)
        assert len(pieces) == 1 or min(map(len, (pieces[0], pieces[-1]))) >= 3


@settings(max_examples=15)
@given(st.text(alphabet="абвгдежзийклмнңоөпрстуүфхшэюя ", min_size=1, max_size=140))
def test_any_slogan_is_drawn_or_refused_by_its_name(words):
    fits = True
    try:
        drawn(sheet("ky", slogan=words), Format.CARD, Way.SVG)
    except NoRoom as error:
        fits, field = False, error.field
    assert fits or field == "slogan"
