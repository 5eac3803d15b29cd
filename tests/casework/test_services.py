from datetime import timedelta

import pytest

from korgoo.access.enums import Event, Facet, Mandate, Permission, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import selectors, services, time_limits
from korgoo.casework.enums import Decision, NoteKind, Protection
from korgoo.casework.models import Case, CaseClock, SealedFacet, TimelineEntry
from korgoo.casework.services import Details
from korgoo.countrypack import api as packs
from korgoo.lib.errors import Forbidden, NotFound
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db


def events(case):
    return list(TimelineEntry.objects.filter(case=case).values_list("event", "detail"))


def test_four_answers_open_a_case_that_holds_nothing_sealed(people):
    case = make.case(people.officer)

    assert case.owner_id == people.officer.organisation.pk
    assert not SealedFacet.objects.exists()
    assert events(case) == [(Event.CASE_OPENED, "")]
    assert AuditEvent.objects.filter(
        event=Event.CASE_OPENED, target__endswith=str(case.pk)
    ).exists()


def test_what_was_told_is_sealed_part_by_part(people):
    case = make.case(people.officer, is_told=True)

    assert set(case.facets.values_list("kind", flat=True)) == {"identity", "contact", "story"}
    story = services.open_facet(case.pk, Facet.STORY, actor=people.officer.actor)
    [note] = story["notes"]
    assert (note["kind"], note["text"]) == (NoteKind.CONTACT, "An invented story.")


def test_notes_are_added_in_order_and_empty_ones_are_not(people):
    case = make.case(people.officer)
    for text in ("One.", "  ", "Two."):
        services.add_note(case.pk, text, kind=NoteKind.NOTE, actor=people.officer.actor)

    story = services.open_facet(case.pk, Facet.STORY, actor=people.officer.actor)

    assert [note["text"] for note in story["notes"]] == ["One.", "Two."]


def test_a_colleague_of_the_owner_goes_on_with_the_case(people):
    case = make.case(people.officer, is_told=True)
    colleague = factories.member(Role.CASE_WORKER, at=people.officer.organisation)

    assert services.open_facet(case.pk, Facet.IDENTITY, actor=colleague.actor)


def test_details_write_only_what_changed(people):
    case = make.case(people.officer, is_told=True)
    before = services.open_details(case.pk, actor=people.officer.actor)
    steps = len(events(case))

    services.save_details(case.pk, before, actor=people.officer.actor)
    assert len(events(case)) == steps

    changed = Details(contact={**before.contact, "phone": "0555 000 222"})
    services.save_details(case.pk, changed, actor=people.officer.actor)

    assert events(case)[0] == (Event.FACET_WRITTEN, Facet.CONTACT)
    assert len(events(case)) == steps + 1
    after = services.open_details(case.pk, actor=people.officer.actor)
    assert after.contact == {"phone": "0555 000 222", "safe_word": "apricot"}
    assert after.identity == before.identity


def test_details_keep_what_the_form_does_not_know(people):
    case = make.case(people.officer, identity={"name": "Invented", "future_field": "kept"})

    details = Details(identity={"name": "Invented Other"})
    services.save_details(case.pk, details, actor=people.officer.actor)

    opened = services.open_facet(case.pk, Facet.IDENTITY, actor=people.officer.actor)
    assert opened == {"name": "Invented Other", "future_field": "kept"}


def test_a_coded_fact_can_be_emptied_and_others_go_back_to_not_known(people):
    case = make.case(people.officer, coded={"citizenship": "KG", "sex": "female"})

    services.update_coded_facts(
        case.pk, {"citizenship": "", "sex": ""}, actor=people.officer.actor
    )

    case.refresh_from_db()
    assert (case.citizenship, case.sex) == ("", "female")


@pytest.mark.parametrize("who", ["shelter", "stranger", "coordinator"])
@pytest.mark.parametrize(
    "deed",
    [
        lambda pk, actor: services.save_details(pk, Details(), actor=actor),
        lambda pk, actor: services.open_details(pk, actor=actor),
        lambda pk, actor: services.add_note(pk, "A.", kind=NoteKind.NOTE, actor=actor),
        lambda pk, actor: services.write_facet(pk, Facet.STORY, {}, actor=actor),
        lambda pk, actor: services.update_coded_facts(pk, {}, actor=actor),
        lambda pk, actor: services.change_protection(pk, Protection.WITHDRAWN, actor=actor),
        lambda pk, actor: services.decide_after_screening(
            pk, Decision.NOT_ENOUGH, reason="", actor=actor
        ),
    ],
)
def test_only_the_owner_writes(deed, who, people):
    case = make.case(people.officer, is_told=True)
    make.share(case, people.shelter, by=people.officer)
    steps = len(events(case))

    with pytest.raises(NotFound):
        deed(case.pk, getattr(people, who).actor)

    assert len(events(case)) == steps


@pytest.mark.parametrize(
    ("start", "decision", "end"),
    [
        ("contact", Decision.PRESUMED, "presumed"),
        ("at_risk", Decision.PRESUMED, "presumed"),
        ("withdrawn", Decision.PRESUMED, "presumed"),
        ("not_identified", Decision.PRESUMED, "presumed"),
        ("identified", Decision.PRESUMED, "identified"),
        ("contact", Decision.LABOUR_RIGHTS, "at_risk"),
        ("contact", Decision.OTHER_CRIME, "at_risk"),
        ("contact", Decision.NOT_ENOUGH, "contact"),
        ("presumed", Decision.LABOUR_RIGHTS, "presumed"),
        ("presumed", Decision.NOT_ENOUGH, "presumed"),
    ],
)
def test_the_status_follows_the_decision_where_it_may(start, decision, end, people):
    case = make.case(people.officer)
    Case.objects.filter(pk=case.pk).update(protection=start)

    services.decide_after_screening(case.pk, decision, reason="Why.", actor=people.officer.actor)

    case.refresh_from_db()
    assert (case.protection, case.decision) == (end, decision)
    story = services.open_facet(case.pk, Facet.STORY, actor=people.officer.actor)
    assert story["notes"][-1]["kind"] == NoteKind.DECISION


def test_without_the_mandate_nothing_of_the_decision_is_kept(db):
    inspector = factories.member(
        Role.OFFICER, at=factories.organisation(Mandate.INSPECT, Mandate.ADVISE)
    )
    case = make.case(inspector)

    with pytest.raises(Forbidden, match="no mandate to presume"):
        services.decide_after_screening(
            case.pk, Decision.PRESUMED, reason="Why.", actor=inspector.actor
        )
    case.refresh_from_db()
    assert (case.protection, case.decision) == ("contact", "")
    assert not SealedFacet.objects.filter(case=case).exists()


def test_who_comes_back_is_presumed_again(people):
    case = make.case(people.officer)
    actor = people.officer.actor
    services.decide_after_screening(case.pk, Decision.PRESUMED, reason="", actor=actor)
    for status in (Protection.LOST_CONTACT, Protection.PRESUMED):
        services.change_protection(case.pk, status, actor=actor)

    case.refresh_from_db()
    assert case.protection == Protection.PRESUMED


@pytest.mark.parametrize(
    ("urgency", "hours"), [("now", 1), ("day", 24), ("planned", 24 * 7), ("", None)]
)
def test_a_clock_takes_its_length_from_the_pack(urgency, hours, people):
    case = make.case(people.officer)

    row = services.start_clock(
        case,
        "referral_answer",
        responsible_id=case.owner_id,
        actor=people.officer.actor,
        urgency=urgency,
    )

    length = row.due_at - row.started_at if row.due_at else None
    assert (length.total_seconds() / 3600 if length else None) == hours


def test_a_clock_that_no_law_sets_runs_without_an_end_and_is_never_late(people, clock):
    assert not packs.current().clocks["reflection"].is_set
    case = make.case(people.officer)
    services.start_clock(
        case, "reflection", responsible_id=case.owner_id, actor=people.officer.actor
    )
    clock.forward(days=4000)

    assert CaseClock.objects.get().due_at is None
    assert time_limits.nearest_among([case]) == {}


def test_a_clock_is_late_from_its_minute_until_it_is_stopped(people, clock):
    case = make.case(people.officer)
    actor = people.officer.actor
    services.start_clock(
        case, "referral_answer", responsible_id=case.owner_id, actor=actor, urgency="now"
    )
    due = clock.now + timedelta(hours=1)
    assert time_limits.nearest_among([case]) == {case.pk: due}
    assert not CaseClock.objects.late(due - timedelta(minutes=1)).exists()
    assert CaseClock.objects.late(due).exists()

    assert services.stop_clocks(case, "referral_answer", actor=actor) == 1
    assert time_limits.nearest_among([case]) == {}
    assert not CaseClock.objects.late(due).exists()


def test_looking_at_a_case_leaves_a_row(people):
    case = make.case(people.officer)

    services.view_case(case.pk, actor=people.coordinator.actor)

    row = AuditEvent.objects.get(event=Event.CASE_VIEWED)
    assert (row.user_id, row.target) == (people.coordinator.user.pk, f"casework.Case:{case.pk}")


def test_names_in_a_list_leave_a_row_each_and_pass_over_cases_of_others(people):
    own = [make.case(people.officer, is_told=True), make.case(people.officer)]
    foreign = make.case(people.stranger, is_told=True)

    names = services.open_names([*own, foreign], actor=people.officer.actor)

    assert names == {own[0].pk: "Invented Person"}
    assert AuditEvent.objects.filter(event=Event.FACET_OPENED).count() == 1


def test_who_is_no_party_does_not_find_the_case(people):
    case = make.case(people.officer)

    with pytest.raises(NotFound):
        selectors.get_case(case.pk, actor=people.stranger.actor, permission=Permission.CASE_VIEW)
    with pytest.raises(NotFound):
        selectors.find_by_code(case.code, actor=people.stranger.actor)
    assert selectors.find_by_code(case.code, actor=people.officer.actor) == case
