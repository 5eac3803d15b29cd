"""From the kind of help to the person's word, through the pages."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.casework.enums import Scope
from korgoo.referral.models import Referral
from tests import factories_casework, factories_referral

pytestmark = pytest.mark.django_db
ASKED = {"urgency": "now", "needs": ["safe_place", "food"], "people": "2", "cautions": ["insider"]}


def test_from_the_kind_of_help_to_the_persons_word(people, enter, client, words_of):
    case = factories_casework.case(people.officer, is_told=True)
    shelter = people.shelter.organisation
    officer = enter(people.officer)

    assert "Shelter" in words_of(officer.get("choose", case.pk))
    page = officer.get("choose", case.pk, kind="shelter")
    write = reverse("referral:write", args=[case.pk, "shelter", shelter.pk])
    assert write in page.text

    consent = reverse("casework:consent", args=[case.pk, shelter.pk])
    answer = officer.get(write)
    assert answer.url == f"{consent}?next={write}"
    factories_referral.agree(people, case, shelter, Scope.REFERRAL)
    answer = officer.post(write, **ASKED)
    row = Referral.objects.get()
    assert answer.url == reverse("referral:check", args=[row.pk])
    assert "Send the referral" in words_of(officer.get(answer.url))

    answer = officer.post("send", row.pk)
    assert answer.url == reverse("referral:sent", args=[row.pk])
    page = words_of(officer.get(answer.url))
    assert re.search(r"own code \d{3} \d{3} \d{3}", page)
    assert row.spoken_number in page


def test_from_the_inbox_to_the_persons_word(people, enter, client, words_of):
    row, code = factories_referral.sent(people)
    worker = enter(people.shelter)

    inbox = words_of(worker.get("inbox"))
    assert row.spoken_number in inbox
    assert "1 hour left" in inbox
    for step in ("acknowledge", "accept", "start", "report"):
        answer = worker.post(step, row.pk)
        assert answer.url == reverse("referral:referral", args=[row.pk])
        assert worker.get(answer.url).status_code == 200

    client.logout()
    said = {"number": row.spoken_number, "code": code, "helped": "yes", "submission_key": uuid4()}
    answer = client.post(reverse("referral:confirm"), said)
    assert answer.url == reverse("referral:thanks", args=["yes"])
    row.refresh_from_db()
    assert (row.state, row.confirmed_how) == ("confirmed", "self")
