"""The deeds of assistance: one after the other, whole or not at all, and what is left of them."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from korgoo.access.enums import Event, Facet
from korgoo.access.models import AuditEvent
from korgoo.assistance import api, selectors, services, words
from korgoo.assistance.enums import (
    ITEM_MOVES,
    Agreed,
    AppointedBy,
    BestInterest,
    Function,
    GuardianKind,
    HealthNeed,
    ItemState,
    Level,
    Need,
    NeedState,
    Occasion,
    Question,
    Task,
    YesNo,
)
from korgoo.assistance.models import (
    Assessment,
    Conference,
    Programme,
    ProgrammeItem,
    ServiceGiven,
)
from korgoo.assistance.services import Findings, Given, Meeting, Plan, Safeguard, TaskGiven
from korgoo.casework import api as casework
from korgoo.casework.enums import NoteKind
from korgoo.casework.models import Case, CaseClock
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden, Locked, NotFound
from tests import factories, factories_casework, factories_referral, members

pytestmark = pytest.mark.django_db
S = ItemState


def findings(**told):
    usual = {"occasion": Occasion.INTAKE, "level": Level.HIGH, "grounds": ("factors",)}
    return Findings(**{**usual, **told})


# Assessments


def test_the_newest_assessment_counts_and_the_one_before_stays(care):
    first = services.assess(care.case.pk, findings(), actor=care.owner.actor)
    needs = {Need.SHELTER: NeedState.OPEN, Need.LEGAL: NeedState.URGENT, Need.WORK: NeedState.MET}
    second = services.assess(care.case.pk, findings(needs=needs), actor=care.owner.actor)

    assert selectors.current_assessment(care.case.pk) == second
    assert second.unmet == [Need.LEGAL, Need.SHELTER]
    assert second.needs["money"] == NeedState.NOT_ASKED
    assert Assessment.objects.get(pk=first.pk).superseded_at is not None


def test_words_and_details_of_health_are_sealed_apart_and_not_in_clear(care):
    told = findings(
        words="She hides from her uncle",
        health_needs={HealthNeed.HIV_STI: NeedState.OPEN},
        health_words="Needs a doctor of her sex",
    )
    row = services.assess(care.case.pk, told, actor=care.owner.actor)

    story = words.read(care.case.pk, NoteKind.ASSESSMENT, about=row.pk, actor=care.owner.actor)
    health = casework.passages(care.case.pk, Facet.HEALTH, actor=care.owner.actor)
    assert [note["text"] for note in story] == ["She hides from her uncle"]
    assert health[0]["text"] == "HIV, infections: Open\nNeeds a doctor of her sex"
    assert "hiv" not in str(Assessment.objects.values().get(pk=row.pk)).lower()


def test_who_gives_no_care_keeps_no_health(db):
    people = factories_casework.mechanism()
    officer = factories.member(at=factories.organisation("inspect", name="Inspection"))
    case = factories_casework.case(officer)
    told = findings(health_words="A word on health")
    with pytest.raises(NotFound):
        services.assess(case.pk, told, actor=officer.actor)
    assert not Assessment.objects.exists()
    assert not words.may_keep_health(case.pk, actor=officer.actor)
    with pytest.raises(NotFound):
        services.assess(case.pk, findings(), actor=people.officer.actor)


def test_a_fault_in_the_middle_leaves_nothing_half(care, monkeypatch):
    monkeypatch.setattr(words, "seal_health", lambda *_a, **_k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        services.assess(care.case.pk, findings(words="Told"), actor=care.owner.actor)
    assert not Assessment.objects.exists()
    assert words.read(care.case.pk, NoteKind.ASSESSMENT, actor=care.owner.actor) == []


# Programmes


def test_goals_are_sealed_and_begin_a_programme_once(care):
    for goals in ("To go to school", "And to live in Osh"):
        services.write_goals(care.case.pk, goals, actor=care.owner.actor)
    found = services.open_words(care.case.pk, NoteKind.GOALS, actor=care.owner.actor)
    assert found == ["To go to school", "And to live in Osh"]
    assert Programme.objects.count() == 1


def test_a_review_keeps_the_answer_and_runs_the_clock_of_the_pack_without_inventing_a_limit(care):
    services.write_goals(care.case.pk, "", actor=care.owner.actor)
    for _time in range(2):
        row = services.review_programme(
            care.case.pk,
            agreed=Agreed.YES,
            agreed_on=clock.today(),
            review_on=clock.today(),
            actor=care.owner.actor,
        )
    assert (row.agreed, row.review_on) == (Agreed.YES, clock.today())
    running = CaseClock.objects.running().get(case_id=care.case.pk, key="programme_review")
    assert running.due_at is None


def test_an_item_takes_its_type_from_the_pack_and_its_responsible_from_the_provider(care, plan):
    item = plan()
    assert (item.plan_type, item.state) == ("Health", S.PLANNED)
    assert item.responsible_id == care.clinic.organisation.pk
    agreed = plan(agreed=Agreed.YES, agreed_on=clock.today(), provider_id=None)
    assert agreed.state == S.AGREED
    assert agreed.responsible_id == care.owner.organisation.pk
    assert Programme.objects.count() == 1


def test_an_item_of_no_service_or_no_referral_of_the_case_is_refused(care, plan):
    for wrong in ({"service": "magic"}, {"referral_number": "123456782"}):
        with pytest.raises(DomainError):
            plan(**wrong)
    assert not Programme.objects.exists()


def test_an_item_can_name_a_referral_of_its_case(db):
    people = factories_referral.net()
    referral = factories_referral.draft(people)
    wanted = Plan(Need.SHELTER, "shelter", referral_number=referral.number)
    item = services.add_item(referral.case_id, wanted, actor=people.officer.actor)
    assert item.referral_number == referral.number


def test_the_name_of_an_outside_provider_is_sealed(care, plan):
    item = plan(provider_id=None, outside="school", outside_name="School No. 5")
    found = words.read(care.case.pk, NoteKind.PROVIDER, about=item.pk, actor=care.owner.actor)
    assert [note["text"] for note in found] == ["School No. 5"]
    assert "School No. 5" not in str(ProgrammeItem.objects.values().get(pk=item.pk))


def test_a_plan_that_is_over_is_not_changed(care, plan):
    item = plan()
    services.move_item(care.case.pk, item.pk, S.STOPPED, on=clock.today(), actor=care.owner.actor)
    with pytest.raises(DomainError):
        services.change_item(
            care.case.pk, item.pk, Plan(Need.WORK, "job-search"), actor=care.owner.actor
        )


def test_who_gives_help_says_how_far_it_is_and_what_was_given(care, plan):
    item = plan()
    on = clock.today()
    services.move_item(care.case.pk, item.pk, S.UNDER_WAY, on=on, actor=care.clinic.actor)
    services.give(care.case.pk, Given(on, item_id=item.pk), actor=care.clinic.actor)
    row = ServiceGiven.objects.get()
    assert (row.service, row.provider_id) == ("medical", care.clinic.organisation.pk)
    assert ProgrammeItem.objects.get().actual_start == on


def test_whoever_got_any_help_is_one_assisted_person(care, plan, ago):
    assert not api.was_assisted(care.case.pk)
    for days in (1, 2, 40):
        given = Given(ago(days), "food-clothes", care.owner.organisation.pk)
        services.give(care.case.pk, given, actor=care.owner.actor)
    assert api.was_assisted(care.case.pk)
    assert api.assisted_persons(ago(10), clock.today()) == 1
    assert api.assisted_persons(ago(10), ago(5)) == 0
    clinic = care.clinic.organisation.pk
    assert api.assisted_persons(ago(10), clock.today(), organisation_id=clinic) == 0


def test_help_that_nobody_offers_is_counted_as_a_gap(care, plan):
    item = plan(provider_id=None)
    services.move_item(
        care.case.pk, item.pk, S.NOT_AVAILABLE, on=clock.today(), actor=care.owner.actor
    )
    assert api.not_available(clock.today(), clock.today()) == {("medical", ""): 1}


# Conferences and children


def meeting(*tasks, **told):
    usual = {"parts": ((None, Function.PERSON),), "questions": (Question.SAFETY,)}
    return Meeting(clock.today(), tasks=tasks, **{**usual, **told})


def test_a_decision_appears_to_who_carries_it_out_and_is_done_once(care):
    task = TaskGiven(Task.ASSESS, care.clinic.organisation.pk, clock.today())
    services.hold_conference(care.case.pk, meeting(task, minutes="Said"), actor=care.owner.actor)

    waiting = selectors.tasks_to_do(actor=care.clinic.actor)
    assert [row.task for row in waiting] == [Task.ASSESS]
    services.finish_task(care.case.pk, waiting[0].pk, actor=care.clinic.actor)
    assert selectors.tasks_to_do(actor=care.clinic.actor) == []
    with pytest.raises(DomainError):
        services.finish_task(care.case.pk, waiting[0].pk, actor=care.owner.actor)


def test_a_decision_tells_nobody_new_of_the_case(care):
    task = TaskGiven(Task.LEGAL, care.stranger.organisation.pk)
    with pytest.raises(DomainError):
        services.hold_conference(care.case.pk, meeting(task), actor=care.owner.actor)
    assert not Conference.objects.exists()


def test_the_guardian_is_known_by_kind_and_the_name_is_sealed(care):
    told = Safeguard(GuardianKind.RELATIVE, AppointedBy.COURT, YesNo.YES, name="Aunt Invented")
    row = services.record_guardian(care.case.pk, told, actor=care.owner.actor)
    found = words.read(care.case.pk, NoteKind.GUARDIAN, actor=care.owner.actor)
    assert row.guardian == GuardianKind.RELATIVE
    assert [note["text"] for note in found] == ["Aunt Invented"]


def test_there_is_no_guardian_for_an_adult(care):
    Case.objects.filter(pk=care.case.pk).update(age_band="25-39")
    told = Safeguard(GuardianKind.PARENT, AppointedBy.BY_LAW, YesNo.NO)
    with pytest.raises(NotFound):
        services.record_guardian(care.case.pk, told, actor=care.owner.actor)


# What other missions ask


def test_reviews_that_are_due_are_listed_once_and_the_newest_decision_counts(care, ago):
    moment = clock.now() - timedelta(days=20)
    with clock.stopped_at(moment):
        early = findings(review_on=clock.today() + timedelta(days=5))
        services.assess(care.case.pk, early, actor=care.owner.actor)
        decide(care, clock.today() + timedelta(days=3))
    decide(care, clock.today() + timedelta(days=90))

    due = api.reviews_due(clock.today())
    assert [(one.kind, one.is_overdue) for one in due] == [("assessment", True)]
    assert api.reviews_due(clock.today(), owner_id=care.clinic.organisation.pk) == []
    services.assess(care.case.pk, findings(), actor=care.owner.actor)
    assert api.reviews_due(clock.today()) == []


def decide(care, review_on):
    services.decide_best_interest(
        care.case.pk,
        outcome=BestInterest.RELATIVES,
        decided_on=clock.today(),
        decided_by_id=care.owner.organisation.pk,
        review_on=review_on,
        actor=care.owner.actor,
    )


def test_a_closed_case_asks_for_no_review(care, ago):
    with clock.stopped_at(clock.now() - timedelta(days=9)):
        services.assess(care.case.pk, findings(review_on=clock.today()), actor=care.owner.actor)
    Case.objects.filter(pk=care.case.pk).update(closed_at=clock.now())
    assert api.reviews_due(clock.today()) == []


def test_the_export_names_the_fields_of_the_standard_and_holds_no_words(care, plan):
    services.write_goals(care.case.pk, "A secret goal", actor=care.owner.actor)
    plan()
    for form in ("csv", "json"):
        written = api.export(care.case.pk, form=form, actor=care.owner.actor)
        assert "spl_Type" in written
        assert "Health" in written
        assert "secret" not in written
    assert AuditEvent.objects.filter(event=Event.PROGRAMME_EXPORTED).count() == 2


# Who may not


@pytest.mark.parametrize("who", ["stranger", "clinic", "police", "coordinator"])
def test_only_the_owner_writes(who, care):
    actor = getattr(care, who).actor
    for deed in (
        lambda: services.assess(care.case.pk, findings(), actor=actor),
        lambda: services.write_goals(care.case.pk, "x", actor=actor),
        lambda: services.add_item(care.case.pk, Plan(Need.WORK, "job-search"), actor=actor),
        lambda: services.hold_conference(care.case.pk, meeting(), actor=actor),
        lambda: services.export_programme(care.case.pk, actor=actor),
        lambda: services.give(care.case.pk, Given(clock.today(), "shelter"), actor=actor),
    ):
        with pytest.raises(NotFound):
            deed()
    assert not Programme.objects.exists()


def test_a_receiver_does_nothing_with_the_help_of_others(care, plan):
    plan()
    foreign = plan(provider_id=care.owner.organisation.pk)
    with pytest.raises(NotFound):
        services.move_item(
            care.case.pk, foreign.pk, S.UNDER_WAY, on=clock.today(), actor=care.clinic.actor
        )


def test_who_investigates_learns_nothing_even_when_named_as_the_one_who_helps(care, plan):
    plan(provider_id=care.police.organisation.pk)
    with pytest.raises(NotFound):
        api.state_of(care.case.pk, actor=care.police.actor)
    assert selectors.own_items(actor=care.police.actor) == []


def test_when_the_part_in_the_case_ends_the_help_is_out_of_sight(care, plan):
    item = plan()
    casework.end_party(
        care.case.pk, organisation_id=care.clinic.organisation.pk, actor=care.owner.actor
    )
    assert selectors.own_items(actor=care.clinic.actor) == []
    with pytest.raises(NotFound):
        services.move_item(
            care.case.pk, item.pk, S.UNDER_WAY, on=clock.today(), actor=care.clinic.actor
        )


def test_a_locked_session_opens_no_words(care):
    services.write_goals(care.case.pk, "Sealed", actor=care.owner.actor)
    with pytest.raises(Locked):
        services.open_words(care.case.pk, NoteKind.GOALS, actor=factories.locked(care.owner))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_move_the_same_help_one_wins_and_the_other_is_told(care, plan):
    item = plan()

    def begin(member):
        return lambda: services.move_item(
            care.case.pk, item.pk, S.UNDER_WAY, on=clock.today(), actor=member.actor
        )

    outcomes = members.at_once(begin(care.owner), begin(care.clinic))
    refused = [one for one in outcomes if isinstance(one, Forbidden)]
    assert len(refused) == 1
    assert "moved on" in str(refused[0].message)


class Items(RuleBasedStateMachine):
    """Any row of moves: the table alone decides, and what the database may hold stays true."""

    care = item = None

    @rule(to=st.sampled_from(list(S)))
    def move(self, to):
        before = ProgrammeItem.objects.get(pk=self.item.pk)
        allowed = to in ITEM_MOVES[S(before.state)]
        try:
            services.move_item(
                self.care.case.pk, self.item.pk, to, on=clock.today(), actor=self.care.owner.actor
            )
        except Forbidden:
            assert not allowed
        else:
            assert allowed

    @invariant()
    def began_before_it_was_under_way(self):
        row = ProgrammeItem.objects.get(pk=self.item.pk)
        assert row.state not in {S.UNDER_WAY, S.DONE} or row.actual_start is not None
        assert row.actual_end is None or row.actual_start is not None


def test_no_row_of_moves_breaks_an_item(care, plan):
    Items.care = care

    def fresh():
        Items.item = plan()
        return Items()

    run_state_machine_as_test(
        fresh, settings=settings(max_examples=12, stateful_step_count=8, deadline=None)
    )
