import io
import re
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from korgoo.countrypack.api import Text
from korgoo.fieldforms import paper
from korgoo.fieldforms.paper import card, form, sheet
from korgoo.fieldforms.paper.sheet import Sheet

LANGUAGES = ("ky", "ru", "en")
A4 = (595, 842)
SHEETS = sorted(Path(paper.__file__).parent.glob("*.typ"))


def text_of(pdf):
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def squeezed(words):
    """Without spaces and hyphens, which a line break may take or add."""
    return re.sub(r"[\s­-]+", "", words)


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def test_every_view_is_printed_in_every_language_small_and_large(edition, blank_of, language):
    for key, view in edition.data.views.items():
        for is_large in (False, True):
            pdf = paper.render(Sheet(blank_of(key), language, is_large=is_large))
            text = squeezed(text_of(pdf))
            assert squeezed(view.title.in_language(language)) in text
            assert edition.digest[:12] in text
            assert squeezed(edition.name) in text


def test_the_form_has_the_numbers_and_all_answers_of_the_screen(views, blank_of, language):
    for key, view in views.items():
        text = squeezed(text_of(paper.render(Sheet(blank_of(key), language))))
        for page in view.pages:
            for question in page.questions:
                asked = f"{question.number}. {question.text.in_language(language)}"
                assert squeezed(asked) in text
                for option in question.options:
                    assert squeezed(option.text.in_language(language)) in text


def test_a_page_that_is_not_always_asked_says_when(foreign):
    for blank in foreign.values():
        for number, page in enumerate(blank.view.pages):
            told = form.to_data(blank, "qaa", large=False)["pages"][number]["when"]
            sentences = told.split("Only if ")[1:]
            for condition, sentence in zip(page.when, sentences, strict=True):
                [asked] = [
                    q for p in blank.view.pages for q in p.questions if q.key == condition.question
                ]
                assert f"question {asked.number} " in sentence
                for option in asked.options:
                    said = f"“{option.text.in_language('qaa')}”" in sentence
                    assert said == (option.key in condition.any_of)


def test_answers_stand_in_the_quotation_marks_of_the_language(foreign):
    blank = next(
        blank for blank in foreign.values() if any(page.when for page in blank.view.pages)
    )
    [condition, *_] = next(page.when for page in blank.view.pages if page.when)
    for language, marks in {"ky": "«»", "ru": "«»", "en": "“”", "ar": "“”"}.items():
        told = form._when(blank, condition, language)
        assert marks[0] in told
        assert marks[1] in told
        assert not set("“”«»") - set(marks) & set(told)


def test_a_print_is_made_once(blank_of):
    blank = blank_of("labour-inspector")
    one = paper.render(Sheet(blank, "en"))
    before = sheet._printed.cache_info().misses
    assert paper.render(Sheet(blank_of("labour-inspector"), "en")) == one
    assert sheet._printed.cache_info().misses == before
    assert "Invented 2" in text_of(paper.render(Sheet(replace(blank, edition="Invented 2"), "en")))


def test_sealed_words_have_no_place_on_paper(views, blank_of, foreign):
    blanks = [blank_of(key) for key in views] + [b for b in foreign.values() if b.view.pages]
    found = 0
    for blank in blanks:
        data = form.to_data(blank, blank.default_language, large=False)
        drawn = [q for page in data["pages"] for q in page["questions"]]
        asked = [q for page in blank.view.pages for q in page.questions]
        for question, there in zip(asked, drawn, strict=True):
            is_sealed = question.kind == "sealed"
            found += is_sealed
            assert bool(there["elsewhere"]) == is_sealed
            assert bool(there["options"]) != is_sealed
    assert found


def test_the_form_says_what_not_to_write_and_whom_to_call(blank_of):
    text = text_of(paper.render(Sheet(blank_of("labour-inspector"), "en")))
    assert "Write no name, address or telephone number on this paper." in text
    assert "If there is danger now, call first: 102 (Police)" in text
    assert "Read aloud first: May I talk with you?" in text
    assert "Where the answer comes from: The person told" in text
    assert "Does not know" in text
    assert "Did not want to say" in text


@pytest.mark.parametrize("is_large", [False, True])
def test_forms_are_archival_accessible_and_numbered(is_large, blank_of):
    pdf = paper.render(Sheet(blank_of("labour-inspector"), "ky", is_large=is_large))
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert b"pdfuaid:part" in pdf
    assert b"pdfaid:part" in pdf
    assert reader.trailer["/Root"]["/Lang"].startswith("ky")
    total = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        assert f"{number} / {total}" in re.sub(r"\s+", " ", page.extract_text())
        assert tuple(round(float(side)) for side in page.mediabox[2:]) == A4


def letters_of(pdf):
    sizes = []
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(
            visitor_text=lambda text, _cm, tm, _font, size: (
                sizes.append(round(abs(tm[0]) * size)) if text.strip() else None
            )
        )
    return sizes


def test_large_print_is_eighteen_points(blank_of):
    small = letters_of(paper.render(Sheet(blank_of("labour-inspector"), "ru")))
    large = letters_of(paper.render(Sheet(blank_of("labour-inspector"), "ru", is_large=True)))
    assert max(set(large), key=large.count) == 18
    assert max(set(small), key=small.count) < 12


def test_a_pocket_card_holds_signs_steps_code_and_numbers(edition, blank_of, language):
    pockets = [key for key, view in edition.data.views.items() if view.pocket]
    assert pockets
    for key in pockets:
        pdf = paper.render(Sheet(blank_of(key), language))
        text = squeezed(text_of(pdf))
        assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1
        data = card.to_data(blank_of(key), language, large=False)
        for words in (*data["signs"], *data["steps"], data["silent_code"]):
            assert squeezed(words) in text
        for line in data["call"]:
            assert squeezed(line["number"]) in text


def test_a_number_that_nobody_called_says_so(edition, blank_of):
    [key] = [key for key, view in edition.data.views.items() if view.pocket]
    data = card.to_data(blank_of(key), "en", large=False)
    assert all("not confirmed yet" in line["name"] for line in data["call"])


def test_a_card_with_too_many_words_is_printed_on_whole_pages(foreign):
    blank = foreign["card"]
    pocket = blank.view.pocket.model_copy(update={"steps": blank.view.pocket.steps * 60})
    view = blank.view.model_copy(update={"pocket": pocket})
    text = text_of(paper.render(Sheet(replace(blank, view=view), "qaa")))
    assert "120." in text


def test_a_language_from_right_to_left_is_printed_so(foreign):
    for blank in foreign.values():
        pdf = paper.render(Sheet(blank, "ar"))
        assert pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/Lang"].startswith("ar")


def test_words_are_never_markup(foreign):
    words = '#panic("x") *bold* $x$ \\ "'
    intro = Text(dict.fromkeys(("ar", "qaa"), words))
    for key in ("police", "card"):
        view = foreign[key].view.model_copy(update={"intro": intro})
        pdf = paper.render(Sheet(replace(foreign[key], view=view), "qaa"))
        assert '#panic("x") *bold* $x$' in text_of(pdf)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_reads_nothing_from_outside(sheet):
    words = re.sub(r"//.*", "", sheet.read_text())
    assert "sys.inputs.data" in words
    assert not re.search(r"\b(read|image|include|import|plugin)\b\s*[(\"@]", words)
