"""What is done with promises, and what stays of it."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.commitments import api, selectors, services
from korgoo.commitments.enums import State
from korgoo.commitments.errors import CannotPromise, Meanwhile
from korgoo.commitments.models import Commitment
from korgoo.commitments.selectors import Wanted
from korgoo.commitments.services import Letter, Promise, Shown
from korgoo.lib.errors import Forbidden, NotFound
from korgoo.lib.uploads import CannotTake
from tests import factories
from tests import factories_commitments as make
from tests.members import at_once

pytestmark = pytest.mark.django_db


def fresh(row):
    return Commitment.objects.get(pk=row.pk)


def deeds(row):
    return list(row.steps.values_list("deed", flat=True))


def change(row, by, **said):
    row = fresh(row)
    usual = {"what": row.what, "due_on": row.due_on, "beneficiary": row.beneficiary}
    usual |= {"reason": "The press is late", "seen": row.version}
    return services.change(row.pk, **(usual | said), actor=by.actor)


def test_a_promise_of_another_mission_is_written_down_with_its_place(people):
    card = api.record(
        promiser_id=people.region.pk,
        beneficiary="Villages",
        what="Print 500 cards",
        due_on=date(2026, 4, 1),
        origin=make.ROUND_TABLE,
        actor=people.secretary.actor,
    )
    assert (card.state, card.promiser, card.is_public) == ("open", "Invented Region", False)
    assert card.origin == make.ROUND_TABLE
    assert api.of_origin("round_table", "r-1", actor=people.reader.actor) == [card]
    assert api.public_of_origin("round_table", "r-1") == []
    assert AuditEvent.objects.filter(event=Event.COMMITMENT_MADE).count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": " "},
        {"beneficiary": " "},
        {"due_on": date(1890, 1, 1)},
        {"due_on": date(2099, 1, 1)},
        {"made_on": date(2026, 3, 3)},
    ],
)
def test_what_makes_no_sense_is_not_written_down(people, wrong):
    with pytest.raises(CannotPromise):
        make.promise(people.keeper, **wrong)
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(
    "letter", [None, Letter(" ", date(2026, 1, 1)), Letter("1", date(2027, 1, 1))]
)
def test_a_letter_needs_its_number_and_a_day_that_has_passed(people, letter):
    with pytest.raises(CannotPromise):
        services.record(
            Promise(people.region.pk, "Cards", None, "Villages"),
            api.Origin("letter"),
            letter=letter,
            actor=people.keeper.actor,
        )


def test_a_promise_is_kept_and_confirmed_by_the_secretariat(people):
    row = make.promise(people.keeper)
    make.kept(row, people.keeper)
    assert fresh(row).done_on == date(2026, 3, 2)
    make.confirmed(row, people.secretary)
    assert fresh(row).state == State.CONFIRMED
    assert deeds(row) == ["made", "fulfilled", "confirmed"]


def test_nobody_confirms_their_own_promise(people):
    row = make.promise(people.secretary)
    make.kept(row, people.secretary)
    with pytest.raises(Forbidden):
        make.confirmed(row, people.secretary)


def test_the_secretariat_of_the_place_confirms(people, place):
    place(keeps=lambda actor, key: actor.organisation_id == people.youth.pk)
    keeper = factories.member(Role.SECRETARY, at=people.youth)
    row = make.promise(people.keeper)
    make.kept(row, people.keeper)
    make.confirmed(row, keeper)
    assert fresh(row).state == State.CONFIRMED


def test_without_evidence_it_is_not_kept(people):
    row = make.promise(people.keeper)
    with pytest.raises(CannotPromise):
        make.kept(row, people.keeper, text=" ")
    assert fresh(row).state == State.OPEN


def test_a_file_that_is_no_evidence_keeps_nothing(people):
    row = make.promise(people.keeper)
    with pytest.raises(CannotTake):
        make.kept(row, people.keeper, content=b"MZ an invented program")
    assert fresh(row).state == State.OPEN


def test_more_evidence_is_added_until_it_is_confirmed(people):
    row = make.promise(people.keeper)
    make.kept(row, people.keeper)
    services.add_evidence(row.pk, Shown("And 20 more"), actor=people.keeper.actor)
    assert row.evidence.count() == 2
    make.confirmed(row, people.secretary)
    with pytest.raises(Forbidden):
        services.add_evidence(row.pk, Shown("Late"), actor=people.keeper.actor)


def test_back_to_open_needs_a_reason_and_keeps_the_evidence(people):
    row = make.promise(people.keeper)
    make.kept(row, people.keeper)
    seen = fresh(row).version
    with pytest.raises(CannotPromise):
        services.reopen(row.pk, " ", seen=seen, actor=people.secretary.actor)
    services.reopen(row.pk, "Only 50 cards", seen=seen, actor=people.secretary.actor)
    assert (fresh(row).state, fresh(row).done_on, row.evidence.count()) == (State.OPEN, None, 1)


def test_a_withdrawn_promise_stays_with_its_reason(people):
    row = make.promise(people.keeper)
    services.withdraw(row.pk, "No press", seen=1, actor=people.keeper.actor)
    assert fresh(row).state == State.WITHDRAWN
    assert row.steps.last().reason == "No press"
    with pytest.raises(Forbidden):
        make.kept(row, people.keeper)


def test_a_change_keeps_how_it_read_before(people):
    row = make.promise(people.keeper)
    change(row, people.keeper, what="Print 700 cards", due_on=None)
    assert row.steps.last().before == {"what": "Print 500 cards", "due_on": "2026-04-01"}
    assert fresh(row).what == "Print 700 cards"


@pytest.mark.parametrize("said", [{}, {"what": " "}, {"what": "Other", "reason": " "}])
def test_a_change_must_change_something_and_say_why(people, said):
    row = make.promise(people.keeper)
    with pytest.raises(CannotPromise):
        change(row, people.keeper, **said)


def test_only_an_open_promise_is_changed(people):
    row = make.promise(people.keeper)
    make.kept(row, people.keeper)
    with pytest.raises(Forbidden):
        change(row, people.keeper, what="Other")


def test_only_its_own_organisation_shows_it(people):
    row = make.promise(people.keeper)
    with pytest.raises(Forbidden):
        services.set_public(row.pk, is_public=True, actor=people.secretary.actor)
    services.set_public(row.pk, is_public=True, actor=people.keeper.actor)
    services.set_public(row.pk, is_public=True, actor=people.keeper.actor)
    assert deeds(row) == ["made", "shown"]
    assert [card.id for card in api.public_of_origin("round_table", "r-1")] == [row.pk]


def test_other_words_by_another_organisation_go_off_the_public_page(people):
    row = make.promise(people.keeper, is_public=True)
    change(row, people.secretary, what="Print 9 cards")
    assert not fresh(row).is_public


def test_nobody_shows_the_promise_of_another_at_once(people):
    with pytest.raises(Forbidden):
        make.promise(people.secretary, promiser_id=people.region.pk, is_public=True)


def test_who_acts_on_an_old_page_is_told(people):
    row = make.promise(people.keeper)
    make.kept(row, people.keeper)
    with pytest.raises(Meanwhile):
        services.confirm(row.pk, seen=1, actor=people.secretary.actor)


def test_the_successor_bears_it_and_the_promiser_stays_named(people, clock):
    heir = factories.organisation(Mandate.TAKE_PART, name="Invented Heir")
    speaker = factories.member(Role.SECRETARY, at=heir)
    row = make.promise(people.keeper)
    make.end(people.region, date(2026, 3, 9), heir)
    clock.set(2026, 3, 9, 12)
    assert api.cards([row])[0].bearer == "Invented Region"
    clock.set(2026, 3, 10, 9)
    card = api.cards([row])[0]
    assert (card.promiser, card.bearer, card.is_passed_on) == (
        "Invented Region",
        "Invented Heir",
        True,
    )
    mine = selectors.list_commitments(Wanted(is_mine=True), actor=speaker.actor)
    assert [one.pk for one in mine] == [row.pk]
    make.kept(row, speaker)
    assert fresh(row).promiser_id == people.region.pk


def test_what_was_confirmed_before_stays_with_who_kept_it(people, clock):
    heir = factories.organisation(Mandate.TAKE_PART, name="Invented Heir")
    row = make.promise(people.keeper)
    make.kept(row, people.keeper)
    make.confirmed(row, people.secretary)
    make.end(people.region, date(2026, 3, 9), heir)
    clock.set(2026, 3, 20, 9)
    assert api.cards([fresh(row)])[0].bearer == "Invented Region"


def test_late_is_after_the_last_day_and_only_while_open(people, clock):
    row = make.promise(people.keeper, due_on=date(2026, 3, 2))
    assert not fresh(row).is_late
    clock.forward(days=1)
    assert fresh(row).is_late
    make.kept(row, people.keeper)
    assert not fresh(row).is_late


def test_what_runs_out_is_due_at_the_end_of_its_day_for_who_bears_it(people, clock):
    heir = factories.organisation(Mandate.TAKE_PART)
    row = make.promise(people.keeper, due_on=date(2026, 3, 2))
    make.promise(people.keeper, due_on=None)
    make.end(people.region, date(2026, 3, 1), heir)
    assert api.due(clock.now) == []
    clock.forward(days=2)
    (one,) = api.due(clock.now)
    assert (one.id, one.organisation_id, one.code) == (row.pk, heir.pk, row.code)


def test_the_list_begins_with_what_is_late_and_ends_with_what_is_over(people, clock):
    over = make.promise(people.keeper, what="Over")
    services.withdraw(over.pk, "Why", seen=1, actor=people.keeper.actor)
    make.promise(people.keeper, what="Far", due_on=date(2026, 9, 1))
    make.promise(people.keeper, what="No day", due_on=None)
    make.promise(people.keeper, what="Late", due_on=date(2026, 2, 1))
    waits = make.promise(people.keeper, what="Said")
    make.kept(waits, people.keeper)
    listed = [row.what for row in selectors.list_commitments(actor=people.reader.actor)]
    assert listed == ["Late", "Far", "No day", "Said", "Over"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(standing="late"), {"late"}),
        (Wanted(standing="open"), {"open", "ours"}),
        (Wanted(standing="unfinished"), {"open", "late", "ours"}),
        (Wanted(standing="withdrawn"), {"withdrawn"}),
        (Wanted(is_mine=True), {"ours"}),
        (Wanted(origin="letter"), {"late"}),
    ],
)
def test_the_list_is_narrowed(people, wanted, found):
    make.promise(people.keeper, what="open")
    make.promise(people.keeper, what="late", due_on=date(2026, 2, 1), origin=api.Origin("letter"))
    make.promise(people.secretary, what="ours")
    gone = make.promise(people.keeper, what="withdrawn")
    services.withdraw(gone.pk, "Why", seen=1, actor=people.keeper.actor)
    rows = selectors.list_commitments(wanted, actor=people.secretary.actor)
    assert {row.what for row in rows} == found


def test_what_was_promised_behind_closed_doors_only_its_parties_know(people, place):
    place(reads=lambda actor, key: False)
    row = make.promise(people.keeper)
    assert selectors.list_commitments(actor=people.officer.actor) == []
    with pytest.raises(NotFound):
        selectors.get_commitment(row.pk, actor=people.secretary.actor)
    assert selectors.get_commitment(row.pk, actor=people.keeper.actor) == row


def test_who_has_no_part_in_the_platform_sees_nothing(people):
    row = make.promise(people.keeper)
    actor = people.administrator.actor
    assert selectors.list_commitments(actor=actor) == []
    with pytest.raises(NotFound):
        selectors.get_commitment(row.pk, actor=actor)


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "confirmed"},
        {"what": ""},
        {"beneficiary": ""},
        {"letter_number": "1"},
        {"done_on": date(2026, 1, 1)},
    ],
)
def test_the_database_refuses_what_cannot_be(people, broken):
    row = make.promise(people.keeper)
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=row.pk).update(**broken)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_act_at_once_one_wins(clock):
    people = make.house()
    row = make.promise(people.keeper)
    make.kept(row, people.keeper)
    seen = fresh(row).version
    outcomes = at_once(
        lambda: services.confirm(row.pk, seen=seen, actor=people.secretary.actor),
        lambda: services.withdraw(row.pk, "Why", seen=seen, actor=people.keeper.actor),
    )
    lost = [one for one in outcomes if isinstance(one, Exception)]
    assert len(lost) == 1, connection.vendor
    assert isinstance(lost[0], Meanwhile)
    assert len(deeds(row)) == 3
