import pytest
from django.urls import reverse

from korgoo.casework.enums import Scope
from korgoo.referral.models import Referral
from tests import factories_casework
from tests import factories_referral as make
from tests.factories_casework import FOUR_SCOPES

pytestmark = pytest.mark.django_db
ASKED = {"urgency": "day", "needs": ["health"], "people": "1"}


@pytest.fixture
def case(people):
    return factories_casework.case(people.officer, is_told=True)


def test_kinds_of_help_come_with_the_needs_they_cover(people, case, enter, words_of):
    page = words_of(enter(people.officer).get("choose", case.pk))

    assert "Shelter A safe place to sleep; Food, clothes" in page
    assert "Invented Person" not in page


def test_only_organisations_with_the_mandate_are_offered(people, case, enter, words_of):
    page = words_of(enter(people.officer).get("choose", case.pk, kind="shelter"))

    assert "Invented Shelter" in page
    assert "Invented Clinic" in page
    assert "Invented Centre" not in page
    assert page.count("Not connected yet") == 1
    assert page.index("Invented Shelter") < page.index("Invented Paper House")


def test_the_organisation_that_a_colleague_named_comes_first(people, case, enter, words_of):
    first = people.paper.pk
    page = words_of(enter(people.officer).get("choose", case.pk, kind="shelter", first=first))

    assert page.index("Invented Paper House") < page.index("Invented Shelter")
    assert "Named by the organisation that declined" in page


def test_a_kind_that_nobody_gives_says_so(people, case, enter, words_of):
    page = words_of(enter(people.officer).get("choose", case.pk, kind="return"))

    assert "No organisation gives this kind of help here" in page


def test_the_person_is_asked_before_anything_is_written(people, case, enter):
    shelter = people.shelter.organisation
    write = reverse("referral:write", args=[case.pk, "shelter", shelter.pk])

    answer = enter(people.officer).get(write)

    consent = reverse("casework:consent", args=[case.pk, shelter.pk])
    assert answer.url == f"{consent}?next={write}"


def test_after_a_yes_one_writes_at_once(people, case, enter, words_of):
    shelter = people.shelter.organisation
    make.agree(people, case, shelter, Scope.REFERRAL)

    answer = enter(people.officer).get("write", case.pk, "shelter", shelter.pk)

    assert answer.status_code == 200
    assert "What is asked of Invented Shelter?" in words_of(answer)
    assert 'value="safe_place" checked' in answer.text


def test_after_a_no_nothing_is_sent_and_other_help_is_named(people, case, enter, words_of):
    shelter = people.shelter.organisation
    make.agree(people, case, shelter)

    answer = enter(people.officer).get("write", case.pk, "shelter", shelter.pk)

    page = words_of(answer)
    assert answer.status_code == 200
    assert "Nothing is sent" in page
    assert "189" in page
    assert "without a name" in page
    assert not Referral.objects.exists()


def test_a_draft_goes_on_to_the_check(people, case, enter):
    shelter = people.shelter.organisation
    make.agree(people, case, shelter, Scope.REFERRAL)

    answer = enter(people.officer).post("write", case.pk, "shelter", shelter.pk, **ASKED)

    row = Referral.objects.get()
    assert answer.url == reverse("referral:check", args=[row.pk])
    assert (row.state, row.urgency, row.needs) == ("draft", "day", ["health"])


def test_one_draft_for_one_question_however_often_it_is_changed(people, case, enter, words_of):
    shelter = people.shelter.organisation
    make.agree(people, case, shelter, Scope.REFERRAL)
    officer = enter(people.officer)
    officer.post("write", case.pk, "shelter", shelter.pk, **ASKED)

    page = officer.get("write", case.pk, "shelter", shelter.pk)
    assert 'value="health" checked' in page.text
    officer.post("write", case.pk, "shelter", shelter.pk, **ASKED | {"people": "4"})

    assert Referral.objects.get().people == 4


def test_the_same_form_sent_twice_writes_once(people, case, enter):
    shelter, key = people.shelter.organisation, "5f0f9f1e-52e8-4f2d-9d7d-0d6a51a0a001"
    make.agree(people, case, shelter, Scope.REFERRAL)
    officer = enter(people.officer)

    answers = [
        officer.post("write", case.pk, "shelter", shelter.pk, submission_key=key, **ASKED).url
        for _time in range(2)
    ]

    assert answers[0] == answers[1]
    assert Referral.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"needs": []}, {"people": "0"}, {"urgency": "soon"}])
def test_a_form_with_errors_comes_back_as_it_was_typed(wrong, people, case, enter):
    shelter = people.shelter.organisation
    make.agree(people, case, shelter, Scope.REFERRAL)
    typed = ASKED | {"cautions": ["followed"]} | wrong

    answer = enter(people.officer).post("write", case.pk, "shelter", shelter.pk, **typed)

    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert 'value="followed" checked' in answer.text
    assert not Referral.objects.exists()


def test_what_was_typed_stays_when_the_consent_is_gone(people, case, enter, words_of):
    shelter = people.shelter.organisation
    officer = enter(people.officer)

    answer = officer.post("write", case.pk, "shelter", shelter.pk, **ASKED)

    page = words_of(officer.get(answer.url))
    assert "does not agree, or not any more" in page
    assert "Send the referral" not in page


@pytest.mark.parametrize("kind", ["no-such-kind", "identification"])
def test_another_kind_or_organisation_is_not_found(kind, people, case, enter):
    officer = enter(people.officer)
    shelter = people.shelter.organisation

    assert officer.get("write", case.pk, kind, shelter.pk).status_code == 404
    assert officer.get("choose", case.pk, kind="no-such-kind").status_code == 404
    assert officer.get("write", case.pk, "shelter", 999_999).status_code == 404
    own = people.officer.organisation.pk
    assert officer.get("write", case.pk, "shelter", own).status_code == 404


def test_the_check_says_what_goes_and_what_stays(people, enter, words_of):
    scopes = (Scope.REFERRAL, Scope.IDENTITY)
    row = make.draft(people, scopes=scopes, cautions=("insider",), people=2)

    page = words_of(enter(people.officer).get("check", row.pk))

    assert row.case.spoken_code in page
    assert "An official may be involved" in page
    assert "Who the person is Can be opened" in page
    assert "What the person told Stays closed" in page
    for secret in ("Invented Person", "An invented story", "0555 000 111"):
        assert secret not in page


def test_the_check_says_that_paper_opens_nothing(people, enter, words_of):
    row = make.draft(people, to=people.paper, scopes=FOUR_SCOPES)

    page = words_of(enter(people.officer).get("check", row.pk))

    assert page.count("is not connected: it cannot open it") == 3
    assert "Can be opened" not in page


def test_a_part_that_nobody_wrote_is_said_so(people, enter, words_of):
    case = factories_casework.case(people.officer)
    row = make.draft(people, case=case, scopes=FOUR_SCOPES)

    assert "Nothing is written here yet" in words_of(enter(people.officer).get("check", row.pk))


def test_the_check_of_what_was_sent_leads_to_the_referral(people, enter):
    row, _code = make.sent(people)

    answer = enter(people.officer).get("check", row.pk)

    assert answer.url == reverse("referral:referral", args=[row.pk])
