"""The page of one referral: each step by its form, once per answer, and who may not."""

import pytest
from django.urls import reverse

from korgoo.casework.enums import Scope
from korgoo.referral.enums import ReferralState
from korgoo.referral.models import Referral
from tests import factories_referral as make
from tests.factories_casework import FOUR_SCOPES

pytestmark = pytest.mark.django_db
S = ReferralState
KEY = "5f0f9f1e-52e8-4f2d-9d7d-0d6a51a0a003"
DECLINED = {"reason": "no_place"}
TOLD = {"helped": "yes", "how": "phone"}
# Each step: who takes it, from which state, with what, and where it leads.
STEPS = [
    ("acknowledge", "shelter", S.SENT, {}, S.RECEIVED),
    ("accept", "shelter", S.RECEIVED, {}, S.ACCEPTED),
    ("ask", "shelter", S.RECEIVED, {"questions": ["age"]}, S.NEEDS_INFORMATION),
    ("decline", "shelter", S.RECEIVED, DECLINED, S.DECLINED),
    ("decline", "shelter", S.NEEDS_INFORMATION, DECLINED, S.DECLINED),
    ("decline", "shelter", S.ACCEPTED, DECLINED, S.DECLINED),
    ("start", "shelter", S.ACCEPTED, {}, S.IN_SERVICE),
    ("report", "shelter", S.IN_SERVICE, {}, S.COMPLETED),
    ("inform", "officer", S.NEEDS_INFORMATION, {}, S.RECEIVED),
    ("withdraw", "officer", S.SENT, {}, S.WITHDRAWN),
    ("confirm_told", "officer", S.COMPLETED, TOLD, S.CONFIRMED),
    ("confirm_told", "officer", S.COMPLETED, TOLD | {"helped": "no"}, S.IN_SERVICE),
    ("note", "officer", S.EXPIRED, {}, S.EXPIRED),
]
POSTS = sorted({step[0] for step in STEPS} | {"send", "code", "share"})
PAGES = ["referral", "check", "sent", "letter"]


@pytest.mark.parametrize(("deed", "who", "before", "typed", "after"), STEPS)
def test_each_step_is_taken_once(deed, who, before, typed, after, people, enter):
    row = make.referral(people, before)
    member = enter(getattr(people, who))
    assert reverse(f"referral:{deed}", args=[row.pk]) in member.get("referral", row.pk).text

    answers = [member.post(deed, row.pk, submission_key=KEY, **typed) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    row.refresh_from_db()
    assert row.state == after


@pytest.mark.parametrize(
    ("deed", "who", "before", "typed"),
    [
        ("acknowledge", "shelter", S.RECEIVED, {}),
        ("accept", "shelter", S.WITHDRAWN, {}),
        ("decline", "shelter", S.EXPIRED, DECLINED),
        ("start", "shelter", S.RECEIVED, {}),
        ("report", "shelter", S.ACCEPTED, {}),
        ("withdraw", "officer", S.COMPLETED, {}),
        ("confirm_told", "officer", S.ACCEPTED, TOLD),
        ("send", "officer", S.SENT, {}),
        ("note", "officer", S.SENT, {}),
    ],
)
def test_a_referral_that_moved_on_says_so(deed, who, before, typed, people, enter, words_of):
    row = make.referral(people, before)

    answer = enter(getattr(people, who)).post(deed, row.pk, **typed)

    assert answer.status_code == 403
    assert "moved on meanwhile" in words_of(answer)
    row.refresh_from_db()
    assert row.state == before


@pytest.mark.parametrize(
    ("deed", "who", "before", "typed"),
    [
        ("decline", "shelter", S.RECEIVED, {"reason": "", "alternative": ""}),
        ("ask", "shelter", S.RECEIVED, {}),
        ("confirm_told", "officer", S.COMPLETED, {"helped": "no", "how": "self"}),
    ],
)
def test_a_form_with_errors_comes_back(deed, who, before, typed, people, enter, words_of):
    row = make.referral(people, before)

    answer = enter(getattr(people, who)).post(deed, row.pk, **typed)

    assert answer.status_code == 422
    assert "There is a problem" in words_of(answer)
    assert "<title>Error:" in answer.text
    row.refresh_from_db()
    assert row.state == before


def test_who_declines_can_name_another_but_neither_side(people, enter):
    row = make.referral(people, S.RECEIVED)
    worker = enter(people.shelter)
    for wrong in (people.officer.organisation.pk, people.shelter.organisation.pk, 999_999):
        answer = worker.post("decline", row.pk, reason="no_place", alternative=wrong)
        assert answer.status_code == 422

    clinic = people.clinic.organisation.pk
    worker.post("decline", row.pk, reason="no_place", alternative=clinic)

    row.refresh_from_db()
    assert (row.state, row.alternative_id) == (S.DECLINED, clinic)


def test_a_return_leads_to_the_organisation_that_was_named(people, enter, words_of):
    row = make.referral(people, S.RECEIVED)
    clinic = people.clinic.organisation.pk
    enter(people.shelter).post("decline", row.pk, reason="no_place", alternative=clinic)
    officer = enter(people.officer)
    page = words_of(officer.get("referral", row.pk))
    assert "Reason: No free place" in page
    assert "Could help instead: Invented Clinic" in page

    answer = officer.post("note", row.pk, find="1")

    choose = reverse("referral:choose", args=[row.case_id])
    assert answer.url == f"{choose}?kind=shelter&first={clinic}"
    page = words_of(officer.get(answer.url))
    assert page.index("Invented Clinic") < page.index("Invented Shelter")


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("who", ["officer", "shelter", "coordinator"])
def test_each_reader_sees_codes_and_no_names(state, who, people, enter, words_of):
    row = make.referral(people, state, scopes=FOUR_SCOPES)

    answer = enter(getattr(people, who)).get("referral", row.pk)

    if state is S.DRAFT and who != "officer":
        assert answer.status_code == 404
        return
    page = words_of(answer)
    assert row.spoken_number in page
    assert "A safe place to sleep" in page
    for secret in ("Invented Person", "An invented story", "0555 000 111"):
        assert secret not in answer.text


def test_the_receiver_finds_the_parts_it_may_open(people, enter, words_of):
    row = make.referral(people, S.SENT, scopes=(Scope.REFERRAL, Scope.IDENTITY))

    answer = enter(people.shelter).get("referral", row.pk)

    assert reverse("casework:facet", args=[row.case_id, "identity"]) in answer.text
    assert reverse("casework:facet", args=[row.case_id, "story"]) not in answer.text
    assert "did not agree to share this" in words_of(answer)


def test_the_coordinator_finds_no_sealed_part(people, enter):
    row = make.referral(people, S.SENT, scopes=FOUR_SCOPES)

    answer = enter(people.coordinator).get("referral", row.pk)

    assert answer.status_code == 200
    assert "/part/" not in answer.text
    assert '<form action="/referrals/' not in answer.text


def test_a_receiver_that_declined_finds_the_case_closed(people, enter):
    row = make.referral(people, S.DECLINED, scopes=FOUR_SCOPES)

    page = enter(people.shelter).get("referral", row.pk).text

    assert "/part/" not in page
    assert reverse("casework:case", args=[row.case_id]) not in page


@pytest.mark.parametrize(
    ("state", "here"),
    [
        (S.ACCEPTED, "Accepted: help is promised Here now"),
        (S.IN_SERVICE, "Help has begun Here now"),
        (S.COMPLETED, "The organisation reports: help was given Here now"),
        (S.CONFIRMED, "The person says: help came Here now"),
        (S.DECLINED, "Declined Here now"),
    ],
)
def test_the_way_says_where_it_stands(state, here, people, enter, words_of):
    row = make.referral(people, state)

    page = words_of(enter(people.officer).get("referral", row.pk))

    assert here in page
    if state in {S.ACCEPTED, S.IN_SERVICE, S.COMPLETED}:
        assert "The person says: help came Not yet" in page


def test_what_the_person_missed_is_told_to_the_receiver(people, enter, words_of):
    row = make.referral(people, S.COMPLETED)
    enter(people.officer).post("confirm_told", row.pk, helped="partly", how="in_person")

    page = words_of(enter(people.shelter).get("referral", row.pk))

    assert "The person says: Only a part of it" in page
    assert "Report that help was given In 7 days" in page


def test_questions_lead_to_what_answers_them(people, enter, words_of):
    row = make.referral(people, S.NEEDS_INFORMATION)

    answer = enter(people.officer).get("referral", row.pk)

    assert "How old is the person?" in words_of(answer)
    assert reverse("casework:details", args=[row.case_id]) in answer.text
    assert reverse("casework:consent", args=[row.case_id, row.receiver_id]) in answer.text


def test_the_case_shows_its_referrals(people, enter, words_of):
    row = make.referral(people, S.SENT)

    page = words_of(enter(people.officer).get(reverse("casework:case", args=[row.case_id])))

    assert row.spoken_number in page
    assert "Invented Shelter" in page


def test_the_case_shows_a_receiver_its_own_referral_only(people, enter, words_of):
    row = make.referral(people, S.SENT)
    other, _code = make.sent(people, case=row.case, to=people.clinic.organisation)

    page = words_of(enter(people.shelter).get(reverse("casework:case", args=[row.case_id])))

    assert row.spoken_number in page
    assert other.spoken_number not in page
    assert Referral.objects.count() == 2


@pytest.mark.parametrize("state", list(S))
def test_no_page_is_titled_by_a_code(state, people, enter):
    row = make.referral(people, state)

    title = enter(people.officer).get("referral", row.pk).text.split("</title>")[0]

    assert row.case.spoken_code not in title
    assert row.spoken_number not in title
