"""The list of forms and its downloads."""

import io
import zipfile
from html import escape

import pypdf
import pytest
from django.urls import reverse

from korgoo.access.enums import Mandate, Role
from korgoo.access.models import AuditEvent
from tests import factories

pytestmark = pytest.mark.django_db
LIST = reverse("fieldforms:list")
INSPECTOR = "labour-inspector"


@pytest.fixture
def pocket(edition):
    return next(key for key, view in edition.data.views.items() if view.pocket)


def markup(words):
    """As words stand in a page."""
    return escape(words).replace("&#x27;", "&#39;")


def place(name, *args):
    return reverse(f"fieldforms:{name}", args=args)


def test_the_list_offers_every_view_in_every_shape(edition, people, enter, words_of):
    answer = enter(people.officer).get(LIST)

    page = words_of(answer)
    assert f"Edition of the guideline: {edition.name}" in page
    for key, view in edition.data.views.items():
        assert markup(view.title.in_language("en")) in page
        is_entered = view.pocket is None
        assert (f'href="{place("xlsform", key)}"' in answer.text) == is_entered
        assert (f'href="{place("xform", key)}"' in answer.text) == is_entered
        for language in ("ky", "ru", "en"):
            assert f'href="{place("paper", key, language)}"' in answer.text
            assert f'href="{place("paper_large", key, language)}"' in answer.text


@pytest.mark.parametrize(
    ("name", "args", "kind", "file"),
    [
        ("xlsform", [], "spreadsheetml.sheet", "korgoo_labour_inspector.xlsx"),
        ("xform", [], "application/xml", "korgoo_labour_inspector.xml"),
        ("paper", ["ky"], "application/pdf", "korgoo_labour_inspector-ky-normal.pdf"),
        ("paper_large", ["ru"], "application/pdf", "korgoo_labour_inspector-ru-large.pdf"),
    ],
)
def test_a_download_is_called_by_its_view_alone(name, args, kind, file, people, enter):
    answer = enter(people.officer).get(place(name, INSPECTOR, *args))

    assert answer.status_code == 200
    assert kind in answer["Content-Type"]
    assert answer["Content-Disposition"] == f'attachment; filename="{file}"'


def test_the_files_are_what_they_say(people, enter, edition):
    officer = enter(people.officer)

    book = zipfile.ZipFile(io.BytesIO(officer.get(place("xlsform", INSPECTOR)).content))
    assert "xl/workbook.xml" in book.namelist()
    form = officer.get(place("xform", INSPECTOR)).content.decode()
    assert f'version="{edition.digest[:12]}-{INSPECTOR}"' in form
    paper = pypdf.PdfReader(io.BytesIO(officer.get(place("paper", INSPECTOR, "en")).content))
    assert "Twelve questions for the labour inspector" in paper.pages[0].extract_text()


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_a_pocket_card_is_only_printed(language, pocket, people, enter):
    officer = enter(people.officer)

    assert officer.get(place("paper", pocket, language)).status_code == 200
    assert officer.get(place("paper_large", pocket, language)).status_code == 200
    assert officer.get(place("xlsform", pocket)).status_code == 404
    assert officer.get(place("xform", pocket)).status_code == 404


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("xlsform", ["x"]),
        ("xform", ["full"]),
        ("paper", ["x", "ky"]),
        ("paper", [INSPECTOR, "de"]),
    ],
)
def test_what_is_not_there_is_not_found(name, args, people, enter):
    assert enter(people.officer).get(place(name, *args)).status_code == 404


@pytest.mark.parametrize(
    "role", [Role.OFFICER, Role.CASE_WORKER, Role.HOTLINE_OPERATOR, Role.CONTENT_EDITOR]
)
def test_who_works_with_the_guideline_sees_its_forms(role, enter):
    member = factories.member(role, at=factories.organisation(Mandate.SERVE))
    assert enter(member).get(LIST).status_code == 200


@pytest.mark.parametrize("role", [Role.ORGANISATION_ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER])
def test_others_do_not(role, enter):
    browser = enter(factories.member(role))
    for address in (LIST, place("xlsform", INSPECTOR), place("paper", INSPECTOR, "ky")):
        assert browser.get(address).status_code == 404


def test_a_visitor_is_led_to_the_door(client):
    for address in (LIST, place("xform", INSPECTOR), reverse("fieldforms:bring")):
        answer = client.get(address)
        assert answer.status_code == 302
        assert "login" in answer.url


def test_only_who_may_bring_forms_is_offered_to(people, enter):
    bring = f'href="{reverse("fieldforms:bring")}"'

    assert bring in enter(people.officer).get(LIST).text
    assert bring not in enter(people.coordinator).get(LIST).text


def test_reading_and_downloading_write_nothing(people, enter):
    officer = enter(people.officer)
    officer.get(LIST)
    before = AuditEvent.objects.count()
    for address in (LIST, place("xlsform", INSPECTOR), place("paper", INSPECTOR, "ky")):
        officer.get(address)
    assert AuditEvent.objects.count() == before


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_pages_speak_the_language_of_the_reader(language, edition, people, enter):
    officer = enter(people.officer)
    officer.client.cookies["language"] = language
    title = edition.data.views[INSPECTOR].title.in_language(language)

    assert markup(title) in officer.get(LIST).text
    assert officer.get(reverse("fieldforms:bring")).status_code == 200


def test_forms_that_post_a_file_say_so(people, enter):
    text = enter(people.officer).get(reverse("fieldforms:bring")).text

    assert 'enctype="multipart/form-data"' in text
    assert 'type="file"' in text
    assert 'name="submission_key"' in text
    assert 'name="csrfmiddlewaretoken"' in text
