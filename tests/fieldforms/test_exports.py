import io
import re
from dataclasses import replace
from random import Random

import openpyxl
import pytest
from defusedxml import ElementTree as ET  # noqa: N817
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert

from korgoo.countrypack.api import Text
from korgoo.fieldforms.exports import files, names
from korgoo.fieldforms.exports.conditions import expression
from korgoo.fieldforms.exports.sheets import sheets
from korgoo.identification.guidelines import Choice, reached
from tests.fieldforms import tools

XF = tools.XF
LABELS = ["label::Кыргызча (ky)", "label::Русский (ru)", "label::English (en)"]


def rows_of(blank, sheet="survey"):
    return getattr(sheets(blank), sheet)


def by_name(blank):
    return {row["name"]: row for row in rows_of(blank) if row.get("name")}


def texts_of(row):
    return [row[label] for label in LABELS]


def test_pyxform_takes_every_form_of_the_country(views, blank_of):
    assert len(views) >= 2
    for key in views:
        root = ET.fromstring(files.to_xform(blank_of(key)))
        data = root.find(f".//{XF}instance")[0]
        assert data.get("id") == names.form_id(key)
        languages = [one.get("lang") for one in root.iter(f"{XF}translation")]
        assert languages == ["Кыргызча (ky)", "Русский (ru)", "English (en)"]


def test_pyxform_takes_the_forms_of_a_country_that_writes_from_right_to_left(foreign):
    filled_in = [blank for blank in foreign.values() if blank.view.pocket is None]
    assert len(filled_in) > 1
    for blank in filled_in:
        root = ET.fromstring(files.to_xform(blank))
        first = root.find(f".//{XF}translation")
        assert first.get("lang") == "العربية (ar)"
        assert first.get("default") == "true()"


def test_pyxform_warns_of_nothing(views, blank_of):
    for key in views:
        warnings = []
        convert(
            files.to_xlsx(sheets(blank_of(key))),
            file_type=".xlsx",
            warnings=warnings,
            validate=False,
        )
        assert warnings == []


def test_every_label_is_there_in_every_language(views, blank_of):
    for key in views:
        for sheet in ("survey", "choices"):
            for row in rows_of(blank_of(key), sheet):
                if row.get("type") not in ("start", "end", "calculate", "end_group"):
                    assert all(texts_of(row)), row


def test_the_words_of_the_frame_are_those_of_the_pages(blank_of):
    opinion = by_name(blank_of("labour-inspector"))["opinion"]
    assert opinion["label::English (en)"] == "What do you think yourself?"
    assert opinion["label::Русский (ru)"] != opinion["label::English (en)"]
    assert opinion["label::Кыргызча (ky)"] != opinion["label::Русский (ru)"]


def test_a_language_that_the_platform_does_not_speak_has_its_frame_in_english(foreign):
    channel = by_name(foreign["police"])["channel"]
    assert channel["label::العربية (ar)"] == "How did the contact come?"


def test_questions_carry_the_numbers_and_the_codes_of_the_screen(views, blank_of):
    for key, view in views.items():
        blank = blank_of(key)
        rows, choices = by_name(blank), rows_of(blank, "choices")
        asked = [q for page in view.pages for q in page.questions if q.kind != "sealed"]
        for question in asked:
            name = names.question_name(question.key)
            row = rows[name]
            number, _dot, text = row["label::English (en)"].partition(". ")
            assert number == str(question.number)
            assert text == question.text.in_language("en")
            offered = [c["name"] for c in choices if c["list_name"] == name]
            extra = ["unknown", "refused"] if question.kind == "indicator" else []
            assert offered == [option.key for option in question.options] + extra


def test_an_answer_to_a_sign_asks_where_it_comes_from(blank_of):
    rows = by_name(blank_of("labour-inspector"))
    assert rows["s_documents"]["relevant"] == "${q_documents} != ''"
    assert rows["s_documents"]["type"] == "select_one source"
    assert rows["s_documents"]["required"] == "yes"
    assert "s_age" not in rows


def test_what_can_only_be_seen_is_taken_as_seen(blank_of):
    blank = blank_of("labour-inspector")
    ways = {
        c.code: c.evidence
        for key in blank.view.catalogues
        for c in blank.catalogues[key].indicators
    }
    rows = by_name(blank)
    for page in blank.view.pages:
        for question in page.questions:
            if question.kind == "indicator":
                told = {w for o in question.options for code in o.sets for w in ways[code]}
                usual = told.pop() if len(told) == 1 else "told"
                assert rows[names.source_name(question.key)]["default"] == usual


def test_no_question_of_the_guideline_must_be_answered(views, blank_of):
    for key in views:
        for name, row in by_name(blank_of(key)).items():
            if names.key_of(name, names.QUESTION):
                assert "required" not in row


def test_danger_talk_and_opinion_must_be_answered_and_the_code_may_stay_empty(blank_of):
    rows = by_name(blank_of("labour-inspector"))
    for name in ("danger", "channel", "language"):
        assert rows[name]["required"] == "yes"
        assert rows[name]["relevant"] == "${case_code} = ''"
    assert rows["talk"]["required"] == rows["opinion"]["required"] == "yes"
    assert "required" not in rows["case_code"]
    pattern = re.search(r"'(.+)'", rows["case_code"]["constraint"])[1]
    assert re.match(pattern, "482915373")
    assert not re.match(pattern, "48291537")


def test_the_opinion_comes_last_and_no_reading_is_in_the_form(views, blank_of):
    for key, view in views.items():
        blank = blank_of(key)
        asked = [row["name"] for row in rows_of(blank) if row["type"].startswith("select_one")]
        assert asked[-1] == "opinion"
        words = "\n".join(str(row) for row in rows_of(blank))
        for advice in view.advice.values():
            assert advice.in_language("en") not in words


def test_what_to_do_at_once_appears_with_its_answer(foreign):
    found = [
        (question, option)
        for blank in foreign.values()
        for page in blank.view.pages
        for question in page.questions
        for option in question.options
        if option.now
    ]
    assert found
    rows = [row for blank in foreign.values() for row in rows_of(blank)]
    for question, option in found:
        relevant = f"${{{names.question_name(question.key)}}} = '{option.key}'"
        notes = [r for r in rows if r["type"] == "note" and r.get("relevant") == relevant]
        assert option.now.in_language("ar") in [n["label::العربية (ar)"] for n in notes]


def test_sealed_words_are_never_written_on_a_device(views, blank_of, foreign):
    blanks = [blank_of(key) for key in views] + list(foreign.values())
    sealed = 0
    for blank in blanks:
        rows = by_name(blank)
        assert {r["name"] for r in rows.values() if r["type"] == "text"} <= {"case_code"}
        for page in blank.view.pages:
            for question in page.questions:
                if question.kind == "sealed":
                    sealed += 1
                    assert names.question_name(question.key) not in rows
                    label = (
                        f"{question.number}. {question.text.in_language(blank.default_language)}"
                    )
                    told = [v for r in rows.values() if r["type"] == "note" for v in r.values()]
                    assert any(str(words).startswith(label) for words in told)
    assert sealed


def test_nothing_of_the_device_or_its_user_is_collected(views, blank_of):
    collected = {"start", "end", "calculate", "text", "note", "begin_group", "end_group"}
    for key in views:
        kinds = {row["type"].split(" ")[0] for row in rows_of(blank_of(key))}
        assert kinds <= collected | {"select_one"}


@pytest.mark.parametrize("seed", range(25))
def test_a_device_passes_over_the_same_pages_as_the_screen(seed, views, blank_of, foreign):
    chance = Random(seed)  # noqa: S311 - a test that repeats itself
    blanks = [blank_of(key) for key in views] + [b for b in foreign.values() if b.view.pages]
    branching = 0
    for blank in blanks:
        entered = tools.random_entries(blank.view, chance)
        choices = [
            Choice(q.key, option, "told")
            for page in blank.view.pages
            for q in page.questions
            if (option := entered.get(names.question_name(q.key)))
        ]
        values = {f"/data/{name}": value for name, value in entered.items()}
        asked = []
        for number in range(len(blank.view.pages)):
            words = re.sub(r"\$\{(\w+)\}", r"/data/\1", expression(blank.view, number))
            branching += bool(words)
            paths = {name.removeprefix("/data/"): value for name, value in values.items()}
            asked.append(tools._holds(words, paths))
        assert tuple(asked) == reached(blank.view.pages, choices)
    assert branching


def test_the_version_names_edition_and_view(edition, blank_of):
    [row] = rows_of(blank_of("labour-inspector"), "settings")
    assert row["version"] == f"{edition.digest[:12]}-labour-inspector"
    assert row["form_id"] == "korgoo_labour_inspector"
    calculated = by_name(blank_of("labour-inspector"))["korgoo_form"]
    assert calculated["calculation"] == f"'{row['version']}'"


def test_the_same_form_is_the_same_file(blank_of):
    one = files.to_xlsx(sheets(blank_of("labour-inspector")))
    files._book.cache_clear()
    assert files.to_xlsx(sheets(blank_of("labour-inspector"))) == one


def test_a_form_is_written_once_and_another_edition_is_another_form(blank_of):
    blank = blank_of("labour-inspector")
    one = files.to_xform(blank)
    before = files._book.cache_info().misses, files._converted.cache_info().misses
    assert files.to_xform(blank_of("labour-inspector")) == one
    assert (files._book.cache_info().misses, files._converted.cache_info().misses) == before

    later = files.to_xform(replace(blank, digest="f" * 64))
    assert "ffffffffffff-labour-inspector" in later
    renamed = files.to_xform(replace(blank, edition="Invented 2"))
    assert "Invented 2" in renamed
    assert "Invented 2" not in one


def test_the_spreadsheet_says_what_the_sheets_say(blank_of):
    form = sheets(blank_of("labour-inspector"))
    book = openpyxl.load_workbook(io.BytesIO(files.to_xlsx(form)))
    assert book.sheetnames == ["survey", "choices", "settings"]
    for name in book.sheetnames:
        head, *lines = book[name].iter_rows(values_only=True)
        read = [{c: v for c, v in zip(head, line, strict=True) if v} for line in lines]
        assert read == [{c: v for c, v in row.items() if v} for row in getattr(form, name)]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_no_words_of_a_pack_can_break_a_form(foreign, words):
    blank = foreign["police"]
    page = blank.view.pages[0]
    strange = Text(dict.fromkeys(("ar", "qaa"), words.strip()))
    questions = tuple(q.model_copy(update={"text": strange}) for q in page.questions)
    pages = (page.model_copy(update={"questions": questions, "title": strange}),)
    view = blank.view.model_copy(update={"pages": pages, "intro": strange, "title": strange})
    ET.fromstring(files.to_xform(replace(blank, view=view)))


@pytest.mark.parametrize("words", ["=1+1", "${q_other}", "<b>&</b>", '"quoted"', "a\x0bb", "*x*"])
def test_words_that_spreadsheets_and_forms_read_as_orders_stay_words(words, foreign):
    blank = foreign["police"]
    strange = Text(dict.fromkeys(("ar", "qaa"), words))
    view = blank.view.model_copy(update={"intro": strange})
    text = files.to_xform(replace(blank, view=view))
    value = ET.fromstring(text).find(f".//{XF}text[@id='/data/before/note_1:label']/{XF}value")
    shown = "".join(value.itertext())
    assert shown.replace("$ {", "${") == words.replace("\x0b", "")


@pytest.mark.parametrize("words", ["${nope}", "$\x0b{nope}", "=1+1", "<b>&</b>"])
def test_a_title_is_words_too(words, foreign):
    blank = foreign["police"]
    view = blank.view.model_copy(update={"title": Text(dict.fromkeys(("ar", "qaa"), words))})
    text = files.to_xform(replace(blank, view=view, edition=words))
    title = ET.fromstring(text).find(".//{http://www.w3.org/1999/xhtml}title").text
    meant = words.replace("\x0b", "")
    assert title.replace("$ {", "${") == f"{meant} ({meant})"


def test_a_sign_that_is_left_out_does_not_make_a_reference(foreign):
    blank = foreign["police"]
    strange = Text(dict.fromkeys(("ar", "qaa"), "$\x0b{nope}"))
    view = blank.view.model_copy(update={"intro": strange})
    assert "$ {nope}" in files.to_xform(replace(blank, view=view))


def test_words_of_which_nothing_can_be_shown_leave_a_dash(foreign):
    blank = foreign["police"]
    nothing = Text(dict.fromkeys(("ar", "qaa"), "\x08 \x08"))
    view = blank.view.model_copy(update={"intro": nothing, "title": nothing})
    ET.fromstring(files.to_xform(replace(blank, view=view)))
    assert by_name(replace(blank, view=view))["note_1"]["label::Testola (qaa)"] == "–"
