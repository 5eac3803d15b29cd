"""The pages of members: who reads the register, who records decisions, who brings lists."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from korgoo.agencies.enums import ListState
from korgoo.agencies.models import Agency, Decision, ListImport, Permit
from tests.agencies.conftest import csv_of, suspend

pytestmark = pytest.mark.django_db
SOURCE_FIELDS = {
    "document": "Invented order",
    "number": "3",
    "address": "https://example.org/3",
    "as_of_day": "2",
    "as_of_month": "3",
    "as_of_year": "2026",
}


def day(name, *parts):
    return dict(
        zip((f"{name}_day", f"{name}_month", f"{name}_year"), map(str, parts), strict=True)
    )


def file_of(*rows, name="list.csv"):
    return SimpleUploadedFile(name, csv_of(*rows))


def brought(browser, *rows, **data):
    told = {"document": "Invented list", "address": "", **day("list_day", 1, 3, 2026)}
    return browser.post("bring", file=file_of(*rows), **(told | data))


@pytest.fixture
def editor(people, enter):
    return enter(people.editor)


def test_a_worker_reads_the_register_and_is_offered_no_deed(people, enter, words_of):
    browser = enter(people.worker)
    listed = browser.get("list")
    one = browser.get("agency", people.ala_too.pk)

    assert "Ala-Too Job" in words_of(listed)
    for answer in (listed, one):
        assert "Bring a list" not in words_of(answer)
        assert "Record a decision" not in words_of(answer)


EDITING = ("add", "bring")


@pytest.mark.parametrize("who", ["worker", "foreign_editor", "administrator"])
def test_who_may_not_edit_finds_no_page_for_it(people, enter, who):
    browser = enter(getattr(people, who))
    wrong = suspend(people)
    pages = (
        *((name,) for name in EDITING),
        *((name, people.ala_too.pk) for name in ("add_name", "contacts", "add_permit")),
        ("decide", people.permit.pk),
        ("correct", wrong.pk),
        ("template_csv", "ky"),
        ("template_xlsx", "ky"),
        ("list_import", uuid4()),
    )
    assert {browser.get(*page).status_code for page in pages} == {404}


def test_an_administrator_does_not_read_it_here(people, enter):
    assert enter(people.administrator).get("list").status_code == 404


def test_a_visitor_is_led_to_the_door(people, enter):
    assert enter().get("list").status_code in {302, 401}


def test_a_search_finds_any_spelling(editor, words_of):
    assert "White Quill" in words_of(editor.get("list", q="бэлое пэро"))
    assert "No agency has a name like this." in words_of(editor.get("list", q="zzzz qqqq"))


def test_an_agency_is_added_and_needs_a_name(editor, words_of):
    nothing = {
        "name_ky": "",
        "name_ru": "",
        "name_en": "",
        "registration": "5-5",
        "place": "",
        "phone": "",
    }

    refused = editor.post("add", **nothing)
    added = editor.post("add", **nothing | {"name_ky": "Жаңы Кайык"})

    assert refused.status_code == 422
    assert "5-5" in refused.text
    assert added.status_code == 302
    assert Agency.objects.get(registration="5-5").names.get().skeleton


def test_a_number_that_is_taken_is_refused_with_everything_kept(editor, words_of):
    told = {
        "name_ky": "Жаңы Кайык",
        "name_ru": "",
        "name_en": "",
        "registration": "1-1",
        "place": "",
        "phone": "",
    }

    answer = editor.post("add", **told)

    assert answer.status_code == 422
    assert "Жаңы Кайык" in answer.text


def test_a_name_and_a_place_are_added(people, editor):
    editor.post("add_name", people.ala_too.pk, text="AT Job", language="en")
    editor.post("contacts", people.ala_too.pk, place="Талас", phone="0555 000 000")

    row = Agency.objects.get(pk=people.ala_too.pk)
    assert row.names.filter(text="AT Job").exists()
    assert row.place == "Талас"


def test_a_permit_is_recorded_with_its_grant(people, editor, words_of):
    told = {
        **SOURCE_FIELDS,
        "country": "DE",
        "permit": "77",
        **day("starts", 1, 3, 2026),
        **day("ends", 28, 2, 2027),
        **day("day", "", "", ""),
    }
    answer = editor.post("add_permit", people.ala_too.pk, **told)

    assert answer.status_code == 302
    permit = Permit.objects.get(number="77")
    assert permit.decisions.get().kind == "granted"
    assert permit.decisions.get().day == permit.starts


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (day("ends", 1, 1, 2026), "The last day of the permit lies before the first one."),
        ({"permit": "17", "country": "TR"}, "This permit stands in the register already."),
        (day("starts", 1, 3, 1950), "Choose a day since 1991"),
        ({"address": "no address"}, "Write the whole address"),
    ],
)
def test_a_permit_that_cannot_be_is_refused_with_everything_kept(
    people, editor, words_of, changed, words
):
    told = {
        **SOURCE_FIELDS,
        "country": "DE",
        "permit": "77",
        **day("starts", 1, 3, 2026),
        **day("ends", 28, 2, 2027),
        **day("day", "", "", ""),
    }
    answer = editor.post("add_permit", people.ala_too.pk, **told | changed)

    assert answer.status_code == 422
    assert words in words_of(answer)
    assert "Invented order" in answer.text


def decided(**changed):
    return {
        **SOURCE_FIELDS,
        "kind": "suspended",
        **day("day", 2, 3, 2026),
        **day("until", "", "", ""),
        **changed,
    }


def test_a_decision_is_recorded_once(people, editor):
    key = str(uuid4())
    for _time in range(2):
        answer = editor.post("decide", people.permit.pk, **decided(), submission_key=key)
        assert answer.status_code == 302

    assert Decision.objects.filter(kind="suspended").count() == 1


def test_a_decision_that_makes_no_sense_is_refused(people, editor, words_of):
    answer = editor.post("decide", people.permit.pk, **decided(kind="extended"))

    assert answer.status_code == 422
    assert "Write until which day the permit was extended." in words_of(answer)


def test_an_entry_is_corrected_and_both_stay(people, editor, words_of):
    wrong = suspend(people)
    shown = words_of(editor.get("correct", wrong.pk))
    assert "What stands there now" in shown

    refused = editor.post("correct", wrong.pk, **decided(kind="annulled", ground=""))
    answer = editor.post("correct", wrong.pk, **decided(kind="annulled", ground="Another agency"))

    assert refused.status_code == 422
    assert answer.status_code == 302
    page = words_of(editor.get("agency", people.ala_too.pk))
    assert "Corrects an earlier entry: Another agency" in page
    assert "Corrected since" in page


def test_a_list_is_looked_at_first_and_then_taken_whole(people, editor, words_of):
    answer = brought(editor, {}, {"country": "DE", "permit_number": "32"})
    row = ListImport.objects.get()
    preview = words_of(editor.get(answer.url))

    assert "1 new agency" in preview
    assert "2 new permits" in preview
    assert "Жёлтая Пуговица" in preview
    assert not Agency.objects.filter(registration="7-7").exists()

    assert editor.post("take", row.pk).status_code == 302
    assert "2 decisions are new in the register." in words_of(editor.get("list_import", row.pk))
    assert Agency.objects.filter(registration="7-7").exists()


def test_all_faults_are_shown_by_row_and_column_and_nothing_is_taken(editor, words_of):
    answer = brought(editor, {"country": "Нарния"}, {"valid_from": "yesterday"})
    said = words_of(editor.get(answer.url))

    assert "2 things are wrong. Nothing was taken." in said
    assert "2 Country Нарния Expected: a country" in said
    assert "3 Valid from yesterday Expected: a day" in said
    assert "Take the whole list" not in said
    assert editor.post("take", ListImport.objects.get().pk).status_code == 403


def test_a_list_is_thrown_away(editor):
    brought(editor, {})
    row = ListImport.objects.get()

    assert editor.post("drop", row.pk).status_code == 302
    assert ListImport.objects.get().state == ListState.DROPPED


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"document": ""}, "Write something here."),
        (day("list_day", 9, 3, 2026), "Choose today or a day that has passed."),
        ({"address": "tizme"}, "Write the whole address"),
    ],
)
def test_a_list_without_its_source_is_not_read(editor, words_of, changed, words):
    answer = brought(editor, {}, **changed)

    assert answer.status_code == 422
    assert words in words_of(answer)
    assert not ListImport.objects.exists()


def test_a_list_without_a_file_says_so(editor, words_of):
    answer = editor.post("bring", document="x", **day("list_day", 1, 3, 2026))

    assert answer.status_code == 422
    assert "Choose the file." in words_of(answer)


def test_a_list_that_does_not_fit_any_more_says_so(people, editor, words_of):
    brought(editor, {})
    first = ListImport.objects.get()
    brought(editor, {"valid_to": "28.02.2027"})
    second = ListImport.objects.exclude(pk=first.pk).get()
    editor.post("take", first.pk)

    answer = editor.post("take", second.pk)

    assert answer.status_code == 409
    assert "The register changed since the upload." in words_of(answer)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_templates_are_given_in_each_language(editor, language):
    assert editor.get("template_csv", language).content.startswith(b"\xef\xbb\xbf")
    assert editor.get("template_xlsx", language).content.startswith(b"PK")
    assert editor.get("template_csv", "xx").status_code == 404
