"""From the invitation to a promise kept, by the real services."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.commitments import api as commitments
from korgoo.councils import services as councils
from korgoo.lib import clock as lib_clock
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.library import api as library
from korgoo.meetings import api, selectors, services
from korgoo.meetings.enums import DecisionState, MeetingState
from korgoo.meetings.errors import Meanwhile, NoOwner, WrongDay
from korgoo.meetings.models import Decision, SignedMinutes
from korgoo.meetings.services import DecisionFacts, QuestionFacts
from tests import factories_councils as made
from tests import members

pytestmark = pytest.mark.django_db


def standing(meeting):
    return [
        (one.number, one.state) for one in selectors.standings(selectors.decisions_of(meeting))
    ]


def test_members_of_the_day_are_invited_and_not_told_before(people):
    row = made.planned(people)
    assert row.invited.count() == 4
    with pytest.raises(NotFound):
        selectors.get_meeting(row.pk, actor=people.head.actor)
    services.invite(row.pk, actor=people.secretary.actor)
    assert selectors.get_meeting(row.pk, actor=people.head.actor) == row
    with pytest.raises(NotFound):
        selectors.get_meeting(row.pk, actor=people.stranger.actor)


def test_an_invitation_waits_in_the_inbox_and_is_announced_in_the_language_of_the_meeting(people):
    made.invited(people, language="ru")
    groups = {group.name for group in library.inbox(actor=people.head.actor)}
    assert "invitations" in groups
    assert library.unread(actor=people.head.actor)
    assert not library.unread(actor=people.stranger.actor)


def test_who_joins_before_the_meeting_is_invited_too(people):
    row = made.planned(people)
    made.seat(people.council, people.other, begins=date(2026, 3, 5))
    services.invite(row.pk, actor=people.secretary.actor)
    assert row.invited.filter(organisation=people.other).exists()


@pytest.mark.parametrize(
    ("traits", "error"),
    [
        ({"days": -1}, WrongDay),
        ({"days": 5000}, WrongDay),
        ({"minutes_long": 5}, Forbidden),
        ({"place": ""}, DomainError),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(people, traits, error):
    with pytest.raises(error):
        made.planned(people, **traits)


@pytest.mark.parametrize("who", ["stranger", "officer", "chair", "central"])
def test_only_the_secretary_of_the_body_plans(people, who):
    with pytest.raises(NotFound):
        services.plan_meeting(people.council.pk, made.facts(), actor=getattr(people, who).actor)


def test_meetings_are_numbered_in_their_body(people):
    assert [made.planned(people).number for _n in range(3)] == [1, 2, 3]


def test_a_cancelled_meeting_says_why_and_is_over(people):
    row = made.invited(people)
    with pytest.raises(Forbidden):
        services.cancel(row.pk, " ", actor=people.secretary.actor)
    services.cancel(row.pk, "Snow", actor=people.secretary.actor)
    with pytest.raises(Forbidden):
        services.open_minutes(row.pk, actor=people.secretary.actor)


def test_guests_come_beside_the_members_and_learn_of_the_meeting(people):
    row = made.invited(people)
    services.add_guest(row.pk, organisation_id=people.other.pk, actor=people.secretary.actor)
    services.add_guest(row.pk, words="Head of the clinic", actor=people.secretary.actor)
    assert selectors.get_meeting(row.pk, actor=people.stranger.actor)
    with pytest.raises(DomainError, match="invited already"):
        services.add_guest(row.pk, organisation_id=people.other.pk, actor=people.secretary.actor)
    guest = row.invited.get(organisation=people.other)
    services.remove_guest(row.pk, guest.pk, actor=people.secretary.actor)
    with pytest.raises(NotFound):
        selectors.get_meeting(row.pk, actor=people.stranger.actor)


def test_the_agenda_opens_with_what_was_promised_last_time(people):
    made.signed(people)
    row = made.planned(people)
    first = row.items.get()
    assert first.is_follow_up
    assert [one.number for one in selectors.open_before(row)] == ["1.1"]
    with pytest.raises(DomainError, match="opens every agenda"):
        services.remove_item(first.pk, actor=people.secretary.actor)


def test_items_move_up_but_never_before_what_was_promised(people):
    row = made.planned(people)
    actor = people.secretary.actor
    one, two = (services.add_item(row.pk, title, actor=actor) for title in ("One", "Two"))
    services.raise_item(two.pk, actor=actor)
    services.raise_item(two.pk, actor=actor)
    titles = [item.title for item in row.items.order_by("place")]
    assert titles == ["What was promised last time", "Two", "One"]
    services.remove_item(two.pk, actor=actor)
    assert [item.place for item in row.items.order_by("place")] == [1, 2]
    assert one.meeting == row


def test_minutes_begin_with_the_meeting(people):
    row = made.invited(people)
    item = services.add_item(row.pk, "One", actor=people.secretary.actor)
    with pytest.raises(Forbidden, match="begin when the meeting begins"):
        services.write_item(item.pk, "x", seen=1, actor=people.secretary.actor)


def test_of_two_who_write_the_same_part_the_second_is_told(people):
    _row, item = made.being_written(people)
    actor = people.secretary.actor
    services.write_item(item.pk, "First words", seen=1, actor=actor)
    with pytest.raises(Meanwhile, match="Somebody else wrote this meanwhile"):
        services.write_item(item.pk, "Other words", seen=1, actor=actor)
    item.refresh_from_db()
    assert item.words == "First words"


@pytest.mark.django_db(transaction=True)
def test_two_who_write_at_the_same_moment_have_one_winner(people):
    _row, item = made.being_written(people)
    actor = people.secretary.actor
    outcomes = members.at_once(
        *(
            lambda words=words: services.write_item(item.pk, words, seen=1, actor=actor)
            for words in ("A", "B")
        )
    )
    assert sum(isinstance(one, Meanwhile) for one in outcomes) == 1


@pytest.mark.django_db(transaction=True)
def test_two_meetings_planned_at_the_same_moment_get_two_numbers(people):
    outcomes = members.at_once(lambda: made.planned(people), lambda: made.planned(people))
    numbers = sorted(one.number for one in outcomes if not isinstance(one, Exception))
    assert numbers == [1, 2]


def test_questions_are_written_with_who_asked_and_answered(people):
    _row, item = made.being_written(people)
    actor = people.secretary.actor
    facts = QuestionFacts(people.donor.pk, "How many?", None, "Ten")
    with pytest.raises(DomainError, match="Say who answered"):
        services.add_question(item.pk, facts, actor=actor)
    question = services.add_question(
        item.pk, QuestionFacts(people.donor.pk, "How many?"), actor=actor
    )
    answered = QuestionFacts(people.donor.pk, "How many?", people.shelter.pk, "Ten")
    services.change_question(question.pk, answered, seen=1, actor=actor)
    with pytest.raises(Meanwhile):
        services.change_question(question.pk, answered, seen=1, actor=actor)
    services.remove_question(question.pk, actor=actor)
    assert not item.questions.exists()


def test_a_decision_needs_an_owner_and_a_day_that_can_be(people):
    _row, item = made.being_written(people)
    actor, today = people.secretary.actor, lib_clock.today()
    for facts, error in (
        (DecisionFacts("x", None, today), NoOwner),
        (DecisionFacts("x", people.shelter.pk, None), WrongDay),
        (DecisionFacts("x", people.shelter.pk, today - timedelta(days=1)), WrongDay),
    ):
        with pytest.raises(error):
            services.add_decision(item.pk, facts, actor=actor)
    assert not Decision.objects.exists()
    assert [made.decided(people, item).number for _n in range(2)] == [1, 2]


def test_a_decision_is_changed_and_taken_out_while_it_is_a_draft(people):
    _row, item = made.being_written(people)
    row = made.decided(people, item)
    facts = DecisionFacts("Give twelve beds", people.police.pk, row.due_on)
    services.change_decision(row.pk, facts, seen=1, actor=people.secretary.actor)
    with pytest.raises(Meanwhile):
        services.change_decision(row.pk, facts, seen=1, actor=people.secretary.actor)
    with pytest.raises(Forbidden, match="Sign the minutes first"):
        services.begin_work(row.pk, actor=people.secretary.actor)
    services.remove_decision(row.pk, actor=people.secretary.actor)
    assert not Decision.objects.exists()


def test_minutes_are_not_sent_before_it_is_written_who_was_there(people):
    row, _item = made.being_written(people)
    with pytest.raises(DomainError, match="who was there"):
        services.send_minutes(row.pk, lib_clock.today(), actor=people.secretary.actor)


def test_a_member_reads_the_minutes_when_they_are_sent_and_answers_once_more(people):
    row = made.sent(people)
    actor = people.head.actor
    assert "minutes" in {group.name for group in library.inbox(actor=actor)}
    services.reply(row.pk, "objects", "Nine beds", actor=actor)
    services.reply(row.pk, "agrees", actor=actor)
    assert selectors.counts(row) == {"agrees": 1, "missing": 2}
    assert "minutes" not in {group.name for group in library.inbox(actor=actor)}


@pytest.mark.parametrize(
    ("who", "error"),
    [("observer", Forbidden), ("officer", Forbidden), ("stranger", NotFound)],
)
def test_who_has_no_voice_does_not_answer(people, who, error):
    row = made.sent(people)
    with pytest.raises(error):
        services.reply(row.pk, "agrees", actor=getattr(people, who).actor)


def test_an_objection_needs_words_and_stops_the_signature_until_it_is_heard(people):
    row = made.sent(people)
    secretary = people.secretary.actor
    with pytest.raises(Forbidden, match="what should stand there"):
        services.reply(row.pk, "objects", " ", actor=people.head.actor)
    services.reply(row.pk, "objects", "Nine beds", actor=people.head.actor)
    with pytest.raises(Forbidden, match="A member objects"):
        services.sign(row.pk, chair="c", secretary="s", actor=secretary)
    services.take_back(row.pk, actor=secretary)
    services.send_minutes(row.pk, lib_clock.today() + timedelta(days=3), actor=secretary)
    row.refresh_from_db()
    assert selectors.counts(row)["objects"] == 0
    assert row.round == 2


def test_silence_and_objections_stand_in_the_signed_minutes_when_the_time_is_over(people, clock):
    row = made.sent(people)
    services.reply(row.pk, "objects", "Nine beds", actor=people.head.actor)
    clock.forward(days=8)
    with pytest.raises(Forbidden, match="time to answer is over"):
        services.reply(row.pk, "agrees", actor=people.chair.actor)
    signed = services.sign(row.pk, chair="c", secretary="s", actor=people.secretary.actor)
    assert [one["words"] for one in signed.content["replies"]] == ["Nine beds"]
    assert {one["en"] for one in signed.content["silent"]} == {
        "Invented Police",
        "Invented Region",
    }


def test_signed_minutes_never_change(people):
    row = made.signed(people)
    signed = SignedMinutes.objects.get(meeting=row)
    assert services.digest_of(signed.content) == signed.digest
    for deed in (
        lambda: SignedMinutes.objects.filter(pk=signed.pk).update(chair="x"),
        lambda: SignedMinutes.objects.filter(pk=signed.pk).delete(),
    ):
        with pytest.raises(DatabaseError, match="never change"), transaction.atomic():
            deed()
    with pytest.raises(Forbidden):
        services.take_back(row.pk, actor=people.secretary.actor)
    item = row.items.last()
    with pytest.raises(Forbidden):
        services.write_item(item.pk, "x", seen=item.version, actor=people.secretary.actor)


def test_a_decision_becomes_a_promise_when_the_minutes_are_signed(people):
    row = made.signed(people)
    (card,) = commitments.of_origin("meeting", str(row.pk), actor=people.head.actor)
    assert card.promiser_id == people.shelter.pk
    assert card.what == "Give ten beds"
    assert card.made_on == selectors.day_of(row)
    assert not commitments.of_origin("meeting", str(row.pk), actor=people.stranger.actor)


def test_the_owner_works_and_shows_that_it_is_done_and_the_secretariat_can_doubt(people):
    row = made.signed(people)
    decision = selectors.decisions_of(row)[0]
    with pytest.raises(Forbidden, match="Another organisation"):
        services.begin_work(decision.pk, actor=people.chair.actor)
    services.begin_work(decision.pk, actor=people.head.actor)
    assert standing(row) == [("1.1", DecisionState.IN_WORK)]
    with pytest.raises(DomainError):
        services.say_done(decision.pk, " ", actor=people.head.actor)
    services.say_done(decision.pk, "Order 5", actor=people.head.actor)
    assert standing(row) == [("1.1", DecisionState.DONE)]
    services.take_up_again(decision.pk, "Only nine", actor=people.secretary.actor)
    assert standing(row) == [("1.1", DecisionState.IN_WORK)]


def test_a_promise_kept_on_its_own_page_is_a_decision_done(people):
    row = made.signed(people)
    decision = selectors.decisions_of(row)[0]
    commitments.fulfil(decision.commitment_id, "Order 5", actor=people.head.actor)
    assert standing(row) == [("1.1", DecisionState.DONE)]


def test_a_decision_is_dropped_with_a_reason_by_the_secretariat_alone(people):
    row = made.signed(people)
    decision = selectors.decisions_of(row)[0]
    with pytest.raises(Forbidden):
        services.drop(decision.pk, "No", actor=people.head.actor)
    with pytest.raises(Forbidden, match="Write why"):
        services.drop(decision.pk, "", actor=people.secretary.actor)
    services.drop(decision.pk, "The house burnt down", actor=people.secretary.actor)
    assert standing(row) == [("1.1", DecisionState.DROPPED)]


def test_a_decision_passes_on_with_a_number_of_its_own(people):
    row = made.signed(people)
    decision = selectors.decisions_of(row)[0]
    due = lib_clock.today() + timedelta(days=60)
    with pytest.raises(DomainError, match="carries it out already"):
        services.pass_on(
            decision.pk, people.shelter.pk, "x", due_on=due, actor=people.secretary.actor
        )
    new = services.pass_on(
        decision.pk, people.police.pk, "They have beds", due_on=due, actor=people.secretary.actor
    )
    assert standing(row) == [("1.1", DecisionState.PASSED_ON), ("1.2", DecisionState.OPEN)]
    assert new.follows == decision
    assert new.commitment_id


def test_after_a_succession_the_successor_carries_out_what_was_decided(people):
    row = made.signed(people)
    councils.record_succession(
        people.shelter.pk, people.other.pk, lib_clock.today(), basis="Decree", actor=None
    )
    decision = selectors.decisions_of(row)[0]
    one = selectors.standing_of(decision)
    assert (one.bearer, decision.owner.name) == ("Invented Other Region", "Invented Shelter")
    services.begin_work(decision.pk, actor=people.stranger.actor)


def test_what_passes_with_a_succession_is_counted_before(people):
    made.signed(people, decisions=2)
    assert selectors.count_open_of(people.shelter.pk) == 2
    assert selectors.count_open_of(people.police.pk) == 0


def test_a_past_meeting_is_written_down_with_who_sat_then(people):
    facts = made.facts(starts_at=made.noon(2025, 7, 28), place="")
    actor = people.secretary.actor
    row = services.plan_meeting(people.council.pk, facts, actor=actor, is_past=True)
    assert row.state == MeetingState.WRITING
    item = services.add_item(row.pk, "One", actor=actor)
    old = DecisionFacts("x", people.shelter.pk, date(2025, 12, 31))
    services.add_decision(item.pk, old, actor=actor)
    early = DecisionFacts("x", people.shelter.pk, date(2025, 1, 1))
    with pytest.raises(WrongDay):
        services.add_decision(item.pk, early, actor=actor)


def test_of_a_meeting_cancelled_before_anybody_was_invited_nobody_learns(people):
    quiet, told = made.planned(people), made.invited(people)
    for row in (quiet, told):
        services.cancel(row.pk, "Another week", actor=people.secretary.actor)
    assert selectors.my_meetings(actor=people.head.actor) == [told]
    assert selectors.invited_to_calendar(people.head.organisation.pk) == [told]
    assert selectors.get_kept(quiet.pk, actor=people.secretary.actor).reason == "Another week"


def test_an_objection_is_heard_also_when_a_meeting_is_written_down_afterwards(people, clock):
    facts = made.facts(starts_at=made.noon(2026, 1, 28), place="")
    actor = people.secretary.actor
    row = services.plan_meeting(people.council.pk, facts, actor=actor, is_past=True)
    services.send_minutes(row.pk, lib_clock.today() + timedelta(days=3), actor=actor)
    services.reply(row.pk, "objects", "We never agreed to that", actor=people.head.actor)
    with pytest.raises(Forbidden, match="A member objects"):
        services.sign(row.pk, chair="c", secretary="s", actor=actor)
    clock.forward(days=4)
    signed = services.sign(row.pk, chair="c", secretary="s", actor=actor)
    assert [one["words"] for one in signed.content["replies"]] == ["We never agreed to that"]


def test_what_is_to_be_answered_wakes_each_member_that_has_not(people, clock):
    row = made.sent(people)
    services.reply(row.pk, "agrees", actor=people.head.actor)
    soon = lib_clock.now() + timedelta(days=8)
    due = {one.organisation_id for one in api.things_due(soon)}
    assert due == {people.region.pk, people.police.pk}
    assert not list(api.things_due(lib_clock.now()))


def test_signed_meetings_and_decisions_are_counted(people):
    made.signed(people)
    year = (date(2026, 1, 1), date(2026, 12, 31))
    assert api.count_meetings(*year) == 1
    assert api.count_meetings(*year, region="41706000000000") == 0
    assert api.count_decisions(*year) == (1, 0)


def test_every_deed_leaves_a_trace(people):
    made.signed(people)
    events = set(AuditEvent.objects.values_list("event", flat=True))
    assert {
        Event.MEETING_PLANNED,
        Event.MEETING_INVITED,
        Event.MINUTES_BEGUN,
        Event.MEETING_DECISION_WRITTEN,
        Event.ATTENDANCE_WRITTEN,
        Event.MINUTES_SENT,
        Event.MINUTES_ANSWERED,
        Event.MINUTES_SIGNED,
    } <= events
