"""A person decides after a card: with a ground, beside the reading, and never in its place."""

import pytest
from django.apps import apps
from django.urls import reverse

from korgoo.access.enums import Event, Facet, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import services
from korgoo.casework.decision_panel import decisions
from korgoo.casework.enums import Decision, Ground, Protection
from korgoo.casework.models import CaseDecision
from korgoo.identification.models import Screening
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
# The labour card reads "strong" from these.
STRONG = [
    ("documents", "kept"),
    ("pay", "kept-back"),
    ("hours", "no-rest"),
    ("promise", "different"),
    ("contract", "misleading-broken"),
]
REASON = "She spoke of an invented brother."


@pytest.fixture(autouse=True)
def _today(clock):
    """It is 2 March 2026, nine in the morning."""


@pytest.fixture
def case(people):
    return make.case(people.officer)


@pytest.fixture
def card(case, people):
    return make.read_card(case, people.officer, *STRONG)


def place(case, card):
    return reverse("casework:decide", args=[case.pk, card.id])


def reading(card):
    return reverse("identification:reading", args=[card.id])


def decide(case, card, member, decision=Decision.PRESUMED, ground=Ground.READING, reason=""):
    return services.decide_after_screening(
        case.pk,
        decision,
        ground=ground,
        reason=reason,
        screening_id=card.id,
        actor=member.actor,
    )


def rows():
    return list(CaseDecision.objects.order_by("pk").values())


# Deciding


@pytest.mark.parametrize("missing", ["decision", "ground"])
def test_decision_and_ground_are_both_needed_and_what_was_typed_stays(
    missing, case, card, people, enter
):
    given = {"decision": "not_enough", "ground": "not_free", "reason": REASON}
    del given[missing]

    answer = enter(people.officer).post(place(case, card), **given)

    assert answer.status_code == 422
    assert REASON in answer.text
    for name, value in given.items():
        if name != "reason":
            assert f'name="{name}" type="radio" value="{value}" checked' in answer.text
    assert rows() == []


def test_a_ground_that_is_none_of_the_list_is_refused(case, card, people, enter):
    answer = enter(people.officer).post(place(case, card), decision="presumed", ground="intuition")

    assert answer.status_code == 422
    assert rows() == []


def test_a_decision_is_kept_with_its_ground_its_card_and_its_author(case, card, people, enter):
    enter(people.officer).post(
        place(case, card), decision="presumed", ground="papers", reason=REASON
    )

    row = CaseDecision.objects.get()
    assert (row.case_id, row.screening_id) == (case.pk, card.id)
    assert (row.decision, row.ground) == ("presumed", "papers")
    assert (row.decided_by_id, row.organisation) == (
        people.officer.user.pk,
        people.officer.organisation,
    )
    assert row.decided_at.isoformat() == "2026-03-02T03:00:00+00:00"
    case.refresh_from_db()
    assert (case.decision, case.protection) == ("presumed", Protection.PRESUMED)


def test_a_later_decision_is_another_row_and_the_first_stays_as_it_was(case, card, people, clock):
    decide(case, card, people.officer, Decision.NOT_ENOUGH, Ground.NOT_FREE)
    first = rows()
    clock.forward(days=1)

    decide(case, card, people.officer, Decision.PRESUMED, Ground.PAPERS)

    assert rows()[:1] == first
    assert [row["decision"] for row in rows()] == ["not_enough", "presumed"]
    assert [line.decision for line in decisions(card.id)] == [
        "Presumed victim of trafficking",
        "Not enough is known yet",
    ]


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        (Decision.PRESUMED, Protection.PRESUMED),
        (Decision.LABOUR_RIGHTS, Protection.AT_RISK),
        (Decision.OTHER_CRIME, Protection.AT_RISK),
        (Decision.NOT_ENOUGH, Protection.CONTACT),
    ],
)
def test_a_person_may_decide_otherwise_than_the_reading(decision, status, case, card, people):
    before = Screening.objects.values().get(pk=card.id)
    assert before["reading"]["outcome"] == "strong"

    decide(case, card, people.officer, decision, Ground.KNOWS_MORE)

    case.refresh_from_db()
    assert (case.decision, case.protection) == (decision, status)
    assert Screening.objects.values().get(pk=card.id) == before


def test_a_later_decision_does_not_take_protection_away(case, card, people):
    decide(case, card, people.officer, Decision.PRESUMED)

    decide(case, card, people.officer, Decision.LABOUR_RIGHTS, Ground.KNOWS_MORE)

    case.refresh_from_db()
    assert (case.decision, case.protection) == ("labour_rights", Protection.PRESUMED)
    assert len(rows()) == 2


def test_presuming_needs_the_mandate_and_leaves_no_row_without_it(people, enter, words_of):
    inspection = factories.organisation(Mandate.INSPECT, name="Invented Inspection")
    inspector = factories.member(Role.OFFICER, at=inspection)
    case = make.case(inspector)
    card = make.read_card(case, inspector, *STRONG)

    answer = enter(inspector).post(place(case, card), decision="presumed", ground="reading")

    assert answer.status_code == 422
    assert "no mandate to presume" in words_of(answer)
    assert rows() == []
    answer = enter(inspector).post(place(case, card), decision="labour_rights", ground="reading")
    assert answer.url == reverse("casework:case", args=[case.pk])


def test_a_card_of_another_case_is_not_decided_upon(card, people, enter):
    other = make.case(people.officer)

    answer = enter(people.officer).post(place(other, card), decision="presumed", ground="reading")

    assert answer.status_code == 404
    assert rows() == []


def test_a_card_that_was_not_read_is_not_decided_upon(case, people, enter):
    card = make.card(case, people.officer)
    officer = enter(people.officer)

    assert officer.get(place(case, card)).status_code == 404
    answer = officer.post(place(case, card), decision="presumed", ground="reading")
    assert answer.status_code == 404
    assert rows() == []


def test_deciding_leaves_a_row_with_the_decision_and_no_reason(case, card, people):
    decide(case, card, people.officer, reason=REASON)

    row = AuditEvent.objects.get(event=Event.SCREENING_DECIDED)
    assert (row.target, row.detail) == (f"casework.Case:{case.pk}", "presumed")


def test_the_reason_is_sealed_with_the_story_and_stands_nowhere_else(case, card, people):
    decide(case, card, people.officer, reason=REASON)

    story = services.open_facet(case.pk, Facet.STORY, actor=people.officer.actor)
    assert [(note["kind"], note["text"]) for note in story["notes"]] == [("decision", REASON)]
    for model in apps.get_models():
        for row in model._base_manager.values_list():
            text = repr([bytes(v) if isinstance(v, memoryview) else v for v in row])
            assert "invented brother" not in text, model


# Beside the reading


def test_the_decision_stands_beside_the_reading_with_its_author(
    case, card, people, enter, words_of
):
    officer = enter(people.officer)
    assert "None was recorded yet." in words_of(officer.get(reading(card)))
    decide(case, card, people.officer, Decision.NOT_ENOUGH, Ground.CONTRADICTION, REASON)

    page = words_of(officer.get(reading(card)))

    beside = page.split("What people think and decide")[1].split("How the reading came about")[0]
    assert "Opinion before the reading I do not know enough yet Officer One" in beside
    assert (
        "Decision Not enough is known yet The answers contradict each other Officer One, "
        "2 March 2026" in beside
    )
    assert "What the answers show Strong indications" in page
    assert REASON not in page


def test_all_decisions_stand_there_the_newest_first(case, card, people, enter, words_of, clock):
    decide(case, card, people.officer, Decision.NOT_ENOUGH, Ground.NOT_FREE)
    clock.forward(days=1)
    decide(case, card, people.officer, Decision.PRESUMED, Ground.PAPERS)

    page = words_of(enter(people.officer).get(reading(card)))

    assert page.index("Papers or other facts show it") < page.index(
        "The person could not speak freely"
    )


def test_a_decision_after_another_card_does_not_stand_here(case, card, people, enter, words_of):
    other = make.read_card(case, people.officer, *STRONG)
    decide(case, other, people.officer, Decision.OTHER_CRIME)

    assert "None was recorded yet." in words_of(enter(people.officer).get(reading(card)))


def test_the_co_ordinator_sees_decision_and_ground_and_no_reason(
    case, card, people, enter, words_of
):
    decide(case, card, people.officer, Decision.LABOUR_RIGHTS, Ground.KNOWS_MORE, REASON)

    answer = enter(people.coordinator).get(reading(card))

    page = words_of(answer)
    assert "Labour-rights case I know more than the questions ask Officer One" in page
    assert REASON not in answer.text
    assert "Save the decision" not in page


@pytest.mark.parametrize("who", ["coordinator", "shelter", "stranger"])
def test_nobody_else_decides(who, case, card, people, enter):
    make.share(case, people.shelter, make.Scope.STORY, by=people.officer)
    browser = enter(getattr(people, who))

    assert browser.get(place(case, card)).status_code == 404
    answer = browser.post(place(case, card), decision="presumed", ground="reading")
    assert answer.status_code == 404
    assert rows() == []


@pytest.mark.parametrize("who", ["shelter", "stranger"])
def test_other_organisations_see_no_decision(who, case, card, people, enter, words_of):
    make.share(case, people.shelter, make.Scope.REFERRAL, by=people.officer)
    decide(case, card, people.officer, Decision.LABOUR_RIGHTS, Ground.CONTRADICTION)
    browser = enter(getattr(people, who))

    assert browser.get(reading(card)).status_code == 404
    answer = browser.get(reverse("casework:case", args=[case.pk]))
    assert "contradict" not in answer.text
    assert reading(card) not in answer.text
