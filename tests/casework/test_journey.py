"""One officer's way through the pages, from the first contact to the decision."""

import re

import pytest
from django.urls import reverse

from korgoo.casework.models import Case
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
FOUR = {"channel": "phone", "language": "ky", "danger": "no", "matter": "wages"}


def test_from_first_contact_to_the_decision(people, enter, words_of):
    officer = enter(people.officer)
    answer = officer.post(reverse("casework:open"), **FOUR)
    case = Case.objects.get()
    assert answer.url == reverse("casework:help_now", args=[case.pk])
    assert case.spoken_code in words_of(officer.get(answer.url))

    answer = officer.post(
        reverse("casework:screen", args=[case.pk]), talk="alone", view="labour-inspector"
    )
    first = {"q-documents": "kept", "s-documents": "told", "q-pay": "kept-back", "s-pay": "told"}
    address, pages = answer.url, 0
    while "/opinion/" not in address:
        page = officer.get(address)
        assert page.status_code == 200
        address, pages = officer.post(address, **(first if pages == 0 else {})).url, pages + 1
    assert pages == 4

    reading = officer.post(address, opinion="presumed").url
    assert "Opinion before the reading" in words_of(officer.get(reading))
    decide = re.search(r'action="([^"]+/decide/[^"]+)"', officer.get(reading).text).group(1)
    answer = officer.post(decide, decision="presumed", ground="reading", reason="Papers are kept.")

    assert answer.url == reverse("casework:case", args=[case.pk])
    page = words_of(officer.get(answer.url))
    assert "Presumed victim" in page
    assert "An officer decided: Presumed victim of trafficking" in page
    assert "Papers are kept." not in page


@pytest.mark.parametrize(
    "name",
    ["help_now", "case", "details", "note", "screen", "consents", "status"],
)
def test_each_page_of_a_case_opens(name, people, enter):
    case = make.case(people.officer, is_told=True)

    answer = enter(people.officer).get(reverse(f"casework:{name}", args=[case.pk]))

    assert answer.status_code == 200
    assert "Invented Person" not in re.search("<title>.*</title>", answer.text).group()


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize("name", ["list", "open"])
def test_pages_without_a_case_open_in_each_language(name, language, people, enter):
    officer = enter(people.officer)
    officer.client.cookies["language"] = language

    answer = officer.get(reverse(f"casework:{name}"))

    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.text
