import re

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from korgoo.access.models import AuditEvent
from korgoo.casework import services as casework
from korgoo.casework.enums import Scope
from korgoo.referral.enums import ReferralState
from korgoo.referral.models import Referral
from tests import factories
from tests import factories_referral as make
from tests.factories_casework import FOUR_SCOPES

pytestmark = pytest.mark.django_db
KEY = "5f0f9f1e-52e8-4f2d-9d7d-0d6a51a0a002"


def code_on(page):
    found = re.search(r"own code (\d{3} \d{3} \d{3})", page)
    return found[1] if found else ""


def test_the_code_survives_a_double_click_and_a_reload(people, enter, words_of):
    row = make.draft(people)
    officer = enter(people.officer)

    answers = [officer.post("send", row.pk, submission_key=KEY).url for _time in range(2)]

    assert answers == [reverse("referral:sent", args=[row.pk])] * 2
    pages = [code_on(words_of(officer.get("sent", row.pk))) for _time in range(2)]
    assert pages[0]
    assert pages[0] == pages[1]


def test_the_code_is_gone_after_fifteen_minutes(people, enter, words_of, clock):
    row = make.draft(people)
    officer = enter(people.officer)
    officer.post("send", row.pk)

    clock.forward(minutes=15)

    page = words_of(officer.get("sent", row.pk))
    assert not code_on(page)
    assert "The code is not shown any more" in page


def test_the_session_row_does_not_hold_the_code(people, enter, words_of, client):
    row = make.draft(people)
    officer = enter(people.officer)
    officer.post("send", row.pk)
    code = code_on(words_of(officer.get("sent", row.pk))).replace(" ", "")

    stored = str(Session.objects.get(pk=client.session.session_key).get_decoded())

    assert code
    assert code not in stored
    assert "fresh_codes" in stored


def test_a_colleague_does_not_see_the_code(people, enter, words_of):
    row = make.draft(people)
    enter(people.officer).post("send", row.pk)
    colleague = factories.member(at=people.officer.organisation, name="Officer Five")

    page = words_of(enter(colleague).get("sent", row.pk))

    assert row.spoken_number in page
    assert not code_on(page)


def test_a_new_code_is_shown_once_more(people, enter, words_of):
    row, _code = make.sent(people)
    officer = enter(people.officer)
    assert not code_on(words_of(officer.get("sent", row.pk)))

    answer = officer.post("code", row.pk)

    assert code_on(words_of(officer.get(answer.url)))


def test_what_comes_next_stands_with_its_clocks(people, enter, words_of):
    row, _code = make.sent(people)

    page = words_of(enter(people.officer).get("sent", row.pk))

    assert "Confirm that the referral arrived 1 hour left" in page
    assert "Not set by law: a working value of the platform" in page
    assert (
        reverse("referral:letter", args=[row.pk]) in enter(people.officer).get("sent", row.pk).text
    )


def test_paper_is_said_to_be_paper(people, enter, words_of):
    row, _code = make.sent(people, to=people.paper)

    page = words_of(enter(people.officer).get("sent", row.pk))

    assert "was not connected when you sent it: give or send the letter, and call" in page


def test_the_letter_with_the_name_is_offered_only_with_consent(people, enter, words_of):
    without, _code = make.sent(people)
    with_name, _code = make.sent(people, scopes=(Scope.REFERRAL, Scope.IDENTITY))
    officer = enter(people.officer)

    assert "Letter with the name" not in words_of(officer.get("sent", without.pk))
    assert "Letter with the name" in words_of(officer.get("sent", with_name.pk))


def test_nothing_is_sent_after_consent_was_taken_back(people, enter, words_of):
    row = make.draft(people)
    casework.withdraw_consent(
        row.case_id,
        frozenset({Scope.REFERRAL}),
        recipient_id=row.receiver_id,
        actor=people.officer.actor,
    )
    # The signal threw the draft away with the consent; one written since then meets the same wall.
    again = make.draft(people, case=row.case, scopes=())
    officer = enter(people.officer)

    answer = officer.post("send", again.pk)

    assert answer.status_code == 409
    assert "has not agreed" in words_of(answer)
    again.refresh_from_db()
    assert again.state == ReferralState.DRAFT
    assert officer.post("send", row.pk).status_code == 403


def test_reading_pages_writes_nothing_but_audit_rows(people, enter):
    row, _code = make.sent(people, scopes=FOUR_SCOPES)
    officer = enter(people.officer)
    before = (Referral.objects.values().get(), AuditEvent.objects.count())

    for page in ("sent", "referral", "check"):
        officer.get(page, row.pk)

    assert (Referral.objects.values().get(), AuditEvent.objects.count()) == before


@pytest.mark.parametrize("page", ["sent", "check"])
def test_pages_of_the_sender_are_the_senders(page, people, enter):
    row, _code = make.sent(people)

    for member in (people.shelter, people.clinic, people.coordinator):
        assert enter(member).get(page, row.pk).status_code == 404


def test_a_draft_has_no_page_after_sending(people, enter):
    row = make.draft(people)

    assert enter(people.officer).get("sent", row.pk).status_code == 404
