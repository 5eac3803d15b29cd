"""The deeds on decisions, notes and claims: what they change, what they leave alone, who may not."""

from datetime import date
from decimal import Decimal

import pytest

from korgoo.access.enums import Event, Facet, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import api as casework_api
from korgoo.casework import erasers
from korgoo.casework import services as casework
from korgoo.casework.enums import Axis, Procedural, ProceduralGround, Protection
from korgoo.casework.models import Case, CaseClock, StatusMove, TimelineEntry
from korgoo.determination import sealed, services
from korgoo.determination.enums import (
    Agreement,
    ClaimResult,
    Conflict,
    DecisionState,
    Finding,
    Function,
    GivenHow,
    Outcome,
    Rule,
)
from korgoo.determination.models import Claim, NoteGiving, Proceeding, ReasonsWrap, SealedReasons
from korgoo.determination.services import Giving, Seat
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests import factories, members
from tests import factories_casework as cases
from tests import factories_determination as make

S = DecisionState
pytestmark = pytest.mark.django_db
WITH_ALL = ("first", "shelter", "police")


def fresh(row):
    return Case.objects.get(pk=row.case_id)


def giving(organisation=None, **more):
    usual = {"agreed": Agreement.PERSON, "given_on": date(2026, 3, 2), "how": GivenHow.PLATFORM}
    pk = organisation.pk if organisation else None
    return Giving(**{**usual, "organisation_id": pk, **more})


# The decision


def test_a_decision_moves_the_protection_and_nothing_else(people):
    row = make.decision(people, S.DECIDED)
    case = fresh(row)
    move = StatusMove.objects.filter(case=case, axis=Axis.PROTECTION).first()

    assert (case.protection, case.procedural) == (Protection.IDENTIFIED, Procedural.NONE)
    assert (move.before, move.after, move.ground) == ("presumed", "identified", "decision")
    assert move.decision_id == row.pk
    assert (row.reviewed_by_id, row.decided_by_id) == (people.second.user.pk, people.first.user.pk)


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        (make.NO, Protection.NOT_IDENTIFIED),
        ({"outcome": Outcome.MORE_NEEDED}, Protection.PRESUMED),
    ],
)
def test_other_outcomes(changed, status, people):
    assert fresh(make.decision(people, S.DECIDED, **changed)).protection == status


def test_for_a_child_the_means_do_not_matter(people):
    case = make.presumed(people, coded={"age_band": "doubt"})
    row = make.decision(people, S.DECIDED, case=case, means=Finding.NOT_SHOWN)

    assert (row.rule, row.means) == (Rule.CHILD, Finding.NOT_NEEDED)
    assert fresh(row).protection == Protection.IDENTIFIED


def test_the_parts_that_the_body_opened_are_written_down(people):
    case = make.presumed(people)
    casework.open_facet(case.pk, Facet.STORY, actor=people.third.actor)

    assert make.decision(people, S.PROPOSED, case=case).parts_opened == ["story"]


def test_a_new_decision_after_an_appeal_replaces_the_old_one(people):
    first = make.decision(people, S.APPEALED, **make.NO)
    second = make.decision(people, S.NOTIFIED, case=first.case)
    first.refresh_from_db()

    assert (first.state, second.supersedes_id) == (S.REDECIDED, first.pk)
    assert fresh(first).protection == Protection.IDENTIFIED
    history = StatusMove.objects.filter(case=first.case_id, axis=Axis.PROTECTION)
    assert [row.after for row in history] == ["identified", "not_identified", "presumed"]


def test_a_decision_set_aside_leaves_the_person_presumed(people):
    first = make.decision(people, S.APPEALED, **make.NO)
    make.decision(people, S.DECIDED, case=first.case, outcome=Outcome.MORE_NEEDED)

    assert fresh(first).protection == Protection.PRESUMED


def test_the_clock_of_the_decision_stops_and_that_of_the_appeal_starts(people):
    row = make.decision(people, S.REVIEWED)
    clock = casework.start_clock(
        fresh(row), "status_decision", responsible_id=row.body_id, actor=people.officer.actor
    )
    make.do("decide", row.pk, people)
    make.do("notify", row.pk, people)
    clock.refresh_from_db()
    running = CaseClock.objects.running().get(case=row.case_id, key="status_appeal")

    assert clock.stopped_at
    assert running.due_at is None  # not set by law: nothing is guessed
    make.do("appeal", row.pk, people)
    assert set(CaseClock.objects.running().values_list("key", flat=True)) == {"status_decision"}


def test_two_persons_are_needed(people):
    row = make.decision(people, S.PROPOSED)

    with pytest.raises(Forbidden, match="Another member must review"):
        services.review(row.pk, actor=people.first.actor)
    with pytest.raises(Forbidden, match="First say whether"):
        services.review(row.pk, actor=people.second.actor)
    with pytest.raises(Forbidden, match="do not sit"):
        services.review(row.pk, actor=people.third.actor)
    with pytest.raises(Forbidden, match="moved on"):
        services.decide(row.pk, actor=people.first.actor)


def test_who_steps_aside_works_no_more_on_it_and_does_not_come_back(people):
    row = make.decision(people, S.PROPOSED)
    make.clear(row.pk, people.second, Conflict.HAS)

    with pytest.raises(Forbidden, match="stepped aside"):
        services.review(row.pk, actor=people.second.actor)
    with pytest.raises(NotFound):
        services.open_reasons(row.pk, actor=people.second.actor)
    with pytest.raises(DomainError, match="At least two"):
        services.revise(row.pk, make.proposal(people), actor=people.first.actor)


def test_a_change_of_the_proposal_takes_the_review_back(people):
    row = make.decision(people, S.REVIEWED)
    body = people.first.organisation.pk
    third = Seat(Function.CHAIR, body, people.third.user.pk)
    services.revise(
        row.pk, make.proposal(people, seats=(third,), **make.NO), actor=people.first.actor
    )
    row.refresh_from_db()

    assert (row.state, row.reviewed_by_id, row.outcome) == (S.PROPOSED, None, "not_identified")
    with pytest.raises(Forbidden, match="do not sit"):
        services.review(row.pk, actor=people.second.actor)


def test_nobody_speaks_of_conflicts_for_a_colleague(people):
    row = make.decision(people, S.PROPOSED)
    seat = row.members.get(user_id=people.second.user.pk)

    with pytest.raises(Forbidden, match="for themselves"):
        services.say_conflict(row.pk, seat.pk, Conflict.NONE, actor=people.first.actor)


def test_for_who_has_no_account_the_body_writes_it_down(people):
    outside = Seat(Function.EXPERT, people.shelter.organisation.pk)
    seats = (*make.proposal(people).seats, outside)
    row = make.decision(people, S.PROPOSED, seats=seats)
    expert = row.members.get(user_id=None)
    make.clear(row.pk, people.second)
    make.do("review", row.pk, people)

    with pytest.raises(Forbidden, match="Not every member"):
        services.decide(row.pk, actor=people.first.actor)
    services.say_conflict(row.pk, expert.pk, Conflict.NONE, actor=people.first.actor)
    assert services.decide(row.pk, actor=people.first.actor).state == S.DECIDED


def test_a_colleague_of_nobody_cannot_be_seated(people):
    seats = (Seat(Function.CHAIR, people.first.organisation.pk, people.stranger.user.pk),)

    with pytest.raises(NotFound):
        make.decision(people, S.PROPOSED, seats=seats)
    assert not Proceeding.objects.exists()


def test_reasons_are_for_the_body_and_the_owner_alone(people):
    row = make.decision(people, S.DECIDED, parties=WITH_ALL)
    stored = bytes(SealedReasons.objects.get().sealed)
    readers = set(ReasonsWrap.objects.values_list("organisation_id", flat=True))

    assert b"invented reason" not in stored
    assert readers == {people.first.organisation.pk, people.officer.organisation.pk}
    for member in (people.third, people.officer):
        assert (
            services.open_reasons(row.pk, actor=member.actor)["reasons"] == "An invented reason."
        )
    for member in (people.shelter, people.police, people.stranger, people.coordinator):
        with pytest.raises(NotFound):
            services.open_reasons(row.pk, actor=member.actor)
    assert AuditEvent.objects.filter(event=Event.DETERMINATION_READ).count() == 2


def test_the_owner_does_not_read_reasons_before_it_is_decided(people):
    row = make.decision(people, S.REVIEWED)

    with pytest.raises(NotFound):
        services.open_reasons(row.pk, actor=people.officer.actor)


def test_reasons_moved_to_another_decision_do_not_open(people):
    one = make.decision(people, S.DECIDED)
    other = make.decision(people, S.DECIDED)
    stolen = SealedReasons.objects.get(proceeding=one)
    SealedReasons.objects.filter(proceeding=other).update(sealed=stolen.sealed)

    with pytest.raises(Forbidden, match="seal"):
        sealed.read(other, actor=people.first.actor)


def test_a_dissent_is_sealed_beside_the_reasons(people):
    row = make.decision(people, S.DECIDED)
    seat = row.members.get(user_id=people.second.user.pk)
    services.dissent(row.pk, seat.pk, "I see it otherwise.", actor=people.second.actor)
    opened = services.open_reasons(row.pk, actor=people.officer.actor)

    assert [d["text"] for d in opened["dissent"]] == ["I see it otherwise."]
    assert opened["reasons"] == "An invented reason."
    with pytest.raises(Forbidden, match="for themselves"):
        services.dissent(row.pk, seat.pk, "Words put in a mouth.", actor=people.first.actor)
    make.do("notify", row.pk, people)
    with pytest.raises(Forbidden, match="moved on"):
        services.dissent(row.pk, seat.pk, "Too late.", actor=people.second.actor)


def test_nothing_is_decided_on_who_has_withdrawn(people):
    row = make.decision(people, S.REVIEWED)
    casework.change_protection(row.case_id, Protection.WITHDRAWN, actor=people.officer.actor)

    with pytest.raises(Forbidden, match="withdrew"):
        make.do("decide", row.pk, people)
    row.refresh_from_db()
    assert (row.state, fresh(row).protection) == (S.REVIEWED, Protection.WITHDRAWN)


def test_when_consent_is_taken_back_the_body_works_on_it_no_more(people):
    row = make.decision(people, S.REVIEWED)
    casework.end_party(
        fresh(row), organisation_id=people.first.organisation.pk, actor=people.officer.actor
    )

    with pytest.raises(NotFound):
        make.do("decide", row.pk, people)
    with pytest.raises(NotFound):
        services.open_reasons(row.pk, actor=people.first.actor)


def test_only_a_body_that_decides_and_takes_part_may_propose(people):
    case = make.presumed(people, parties=WITH_ALL)

    for who in ("officer", "shelter", "police", "stranger", "line", "analyst", "coordinator"):
        with pytest.raises(NotFound):
            services.propose(case.pk, make.proposal(people), actor=getattr(people, who).actor)
    assert not Proceeding.objects.exists()


@pytest.mark.parametrize(
    ("step", "state"), [("notify", S.DECIDED), ("appeal", S.NOTIFIED), ("print", S.DECIDED)]
)
def test_who_may_not_follow_a_decision(step, state, people):
    row = make.decision(people, state, parties=WITH_ALL)
    deeds = {
        "notify": lambda a: services.notify(row.pk, how="in_person", language="ky", actor=a),
        "appeal": lambda a: services.appeal(row.pk, by="person", actor=a),
        "print": lambda a: services.note_printed(row.pk, with_reasons=False, actor=a),
    }
    for who in ("shelter", "police", "stranger", "line", "coordinator"):
        with pytest.raises(NotFound):
            deeds[step](getattr(people, who).actor)
    row.refresh_from_db()
    assert row.state == state


def test_a_fault_in_the_middle_leaves_nothing_half(people, monkeypatch):
    row = make.decision(people, S.REVIEWED)
    monkeypatch.setattr("korgoo.determination.services.deciding.trace", lambda *_a, **_k: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        make.do("decide", row.pk, people)
    row.refresh_from_db()
    assert (row.state, row.decided_at) == (S.REVIEWED, None)
    assert fresh(row).protection == Protection.PRESUMED


@pytest.mark.django_db(transaction=True)
def test_two_decide_at_once_and_one_wins(people):
    row = make.decision(people, S.REVIEWED)
    outcomes = members.at_once(
        lambda: services.decide(row.pk, actor=people.first.actor),
        lambda: services.decide(row.pk, actor=people.second.actor),
    )
    errors = [o for o in outcomes if isinstance(o, Exception)]

    assert [type(e) for e in errors] == [Forbidden]
    assert "moved on" in str(errors[0].message)
    assert StatusMove.objects.filter(case=row.case_id, ground="decision").count() == 1


def test_a_helper_learns_the_outcome_and_not_how_the_body_worked(people):
    row = make.decision(people, S.DECIDED, parties=WITH_ALL)
    seen = {
        who: set(_timeline(row, getattr(people, who)))
        for who in ("shelter", "officer", "coordinator")
    }

    assert Event.DETERMINATION_DECIDED in seen["shelter"]
    assert Event.DETERMINATION_PROPOSED not in seen["shelter"]
    assert {Event.DETERMINATION_PROPOSED, Event.DETERMINATION_DECIDED} <= seen["officer"]
    assert Event.DETERMINATION_DECIDED in seen["coordinator"]
    assert not any("invented" in e.detail for e in TimelineEntry.objects.all())


def _timeline(row, member):
    from korgoo.casework import selectors

    return [e.event for e in selectors.list_timeline(fresh(row), actor=member.actor)]


# The note


def test_a_note_says_since_when_the_person_is_helped(people, clock):
    case = make.presumed(people)
    since = case.protection_at
    clock.forward(days=3)
    row = make.note(people, case)

    assert (row.status, row.status_since, row.acts) == ("presumed", since, ["armed"])


def test_a_note_opens_the_note_and_no_case(people):
    row = make.note(people, make.presumed(people, parties=()))
    given = services.give_note(
        row.pk, giving(people.stranger.organisation), actor=people.officer.actor
    )
    with pytest.raises(NotFound):
        casework.view_case(row.case_id, actor=people.stranger.actor)
    assert services.confirm_receipt(given.pk, actor=people.stranger.actor).received_at
    with pytest.raises(NotFound):
        services.confirm_receipt(given.pk, actor=people.police.actor)
    with pytest.raises(DomainError, match="already"):
        services.give_note(
            row.pk, giving(people.stranger.organisation), actor=people.officer.actor
        )


def test_a_note_is_made_only_for_who_is_presumed(people):
    case = cases.case(people.officer)

    with pytest.raises(Forbidden, match="not presumed"):
        make.note(people, case)


def test_who_neither_presumes_nor_decides_here_makes_no_note(people):
    case = make.presumed(people, parties=WITH_ALL)
    row = make.note(people, case)
    court = giving(outside="court", how=GivenHow.LETTER)

    for who in ("shelter", "police", "stranger", "line", "coordinator"):
        actor = getattr(people, who).actor
        with pytest.raises(NotFound):
            services.make_note(case.pk, acts=("armed",), result="may_be", actor=actor)
        with pytest.raises(NotFound):
            services.give_note(row.pk, court, actor=actor)
    assert not NoteGiving.objects.exists()


# Compensation


def test_a_claim_is_filed_decided_and_paid_and_moves_no_status(people):
    row = make.claim(people)
    actor = people.officer.actor
    services.decide_claim(
        row.pk,
        ClaimResult.PARTLY,
        decided_on=date(2026, 2, 1),
        awarded=Decimal(400),
        actor=actor,
    )
    services.pay_claim(row.pk, amount=Decimal(150), received_on=date(2026, 2, 20), actor=actor)
    row.refresh_from_db()

    assert (row.result, row.awarded) == ("partly", Decimal(400))
    assert row.payments.get().amount == Decimal(150)
    assert fresh(row).procedural == Procedural.NONE


def test_no_day_lies_before_the_claim(people):
    row, actor = make.claim(people), people.officer.actor
    before = date(2026, 1, 9)

    with pytest.raises(DomainError, match="before the claim"):
        services.pay_claim(row.pk, amount=Decimal(1), received_on=before, actor=actor)
    with pytest.raises(DomainError, match="before the claim"):
        services.decide_claim(
            row.pk, ClaimResult.REFUSED, decided_on=before, awarded=None, actor=actor
        )


def test_only_the_owner_records_claims(people):
    row = make.claim(people, make.presumed(people, parties=WITH_ALL))
    paid = {"amount": Decimal(1), "received_on": date(2026, 2, 1)}

    for who in ("first", "shelter", "police", "stranger", "line", "coordinator"):
        with pytest.raises(NotFound):
            services.pay_claim(row.pk, **paid, actor=getattr(people, who).actor)
    assert Claim.objects.get().payments.count() == 0


def test_police_do_not_learn_of_claims_nor_helpers_of_proceedings(people):
    case = make.presumed(people, parties=WITH_ALL)
    make.claim(people, case)
    casework.change_procedural(
        case.pk,
        Procedural.SUSPECT,
        ground=ProceduralGround.LETTER,
        actor=people.officer.actor,
    )
    row = Proceeding(case_id=case.pk)

    assert Event.CLAIM_FILED not in _timeline(row, people.police)
    assert Event.CASE_PROCEDURAL_CHANGED not in _timeline(row, people.shelter)
    assert Event.CASE_PROCEDURAL_CHANGED in _timeline(row, people.police)


def test_an_owner_that_may_decide_needs_two_persons_as_well(db, clock):
    house = factories.organisation(Mandate.PRESUME, Mandate.DECIDE)
    one, two = (factories.member(Role.OFFICER, at=house) for _ in range(2))
    case = cases.case(one)
    seats = (Seat(Function.CHAIR, house.pk, two.user.pk),)
    people = type("People", (), {"first": one, "second": two, "officer": one})
    row = services.propose(case.pk, make.proposal(people, seats=seats), actor=one.actor)

    with pytest.raises(Forbidden):
        services.review(row.pk, actor=one.actor)
    make.clear(row.pk, two)
    services.review(row.pk, actor=two.actor)
    assert services.decide(row.pk, actor=one.actor).state == S.DECIDED


def test_reasons_are_destroyed_when_what_is_kept_of_the_case_is_erased(people):
    row = make.decision(people, S.DECIDED, parties=WITH_ALL)

    gone = casework_api.erase(row.case_id, frozenset({erasers.RECORDS}))

    assert gone == {erasers.RECORDS}
    assert not SealedReasons.objects.exists()
    assert not ReasonsWrap.objects.exists()
    assert Proceeding.objects.get(pk=row.pk).state == S.DECIDED
