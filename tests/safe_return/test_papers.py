"""Papers of a return: three languages, one page, a number for a name, nothing for a stranger."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from korgoo.access.enums import Facet
from korgoo.access.models import Organisation
from korgoo.safe_return import papers
from tests import factories_return as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SECRETS = ("Invented Person", "Invented Village", "Invented Street", "0555", "traffick", "сатуу")


def text_of(sheet, data):
    pages = PdfReader(BytesIO(papers.render(sheet, data))).pages
    assert len(pages) == 1
    return pages[0].extract_text()


def test_the_receipt_says_the_same_in_three_languages(team):
    plan = make.prepared(team)
    data = papers.receipt(plan)
    assert [column["language"] for column in data["columns"]] == ["ky", "ru", "en"]
    text = text_of("receipt", data)
    assert plan.spoken_number in text
    assert "Receipt of a handover" in text
    assert not [secret for secret in (*SECRETS, plan.case.code) if secret in text]


@pytest.mark.parametrize(("spoken", "printed"), [("ky", "ky"), ("ru", "ru"), ("tr", "ky")])
def test_the_card_speaks_the_persons_language_and_tells_a_stranger_nothing(spoken, printed, team):
    plan = make.started(team)
    data = papers.card(plan, spoken)
    assert data["language"] == printed
    text = text_of("card", data)
    for number in ("189", "112", "+996 999 312002"):
        assert number in text
    assert plan.spoken_number in text
    assert not [secret for secret in SECRETS if secret in text]
    # A short number does not answer from abroad.
    assert all(line["number"].startswith("+") for line in data["abroad"])


def test_the_letter_to_a_partner_names_no_person(team):
    found, abroad = make.case(team), make.partner(team)
    row = make.package(team, found, abroad, Facet.IDENTITY)
    text = text_of("recall", papers.recall(row))
    assert row.spoken_number in text
    assert "Please use this package no more" in text
    assert Organisation.objects.get(pk=abroad.partner.organisation_id).name in text
    assert not [secret for secret in (*SECRETS, found.code) if secret in text]
