from datetime import time, timedelta
from uuid import uuid4

import pytest

from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import services as casework
from korgoo.casework.enums import Scope
from korgoo.casework.models import FacetWrap, SealedFacet, TimelineEntry
from korgoo.casework.wording import by_whom
from korgoo.closing import api as closing
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.mypage import api, seals, selectors, services
from korgoo.mypage.enums import MayCall, Rating, RequestKind
from korgoo.mypage.models import DataRequest, Message, Opinion, Page
from korgoo.mypage.services import talk
from korgoo.referral.enums import Helped, ReferralState
from tests import factories
from tests.mypage.conftest import come

pytestmark = pytest.mark.django_db
TEXT = "Кечинде гана чалгыла, кайненем уктап калганда."


def write(visit, text=TEXT, **more):
    return services.write_message(visit, text, may_call=MayCall.YES, **more)


def test_a_message_reaches_the_owner_and_each_reading_leaves_a_row(stage, visit):
    row = write(visit, when="after eight")

    colleague = stage.colleague()
    (opened,) = services.open_messages(stage.case.pk, actor=colleague.actor)

    assert opened[1] == {"text": TEXT, "may_call": "yes", "when": "after eight"}
    trace = AuditEvent.objects.get(event=Event.MESSAGE_OPENED)
    assert (trace.user_id, trace.target) == (
        colleague.user.pk,
        f"mypage.Message:{row.pk}",
    )


def test_the_person_reads_the_answer_and_the_answer_alone(stage, visit):
    write(visit)
    services.answer(stage.case.pk, "Tomorrow at ten.", actor=stage.owner.actor)

    assert [p["text"] for _row, p in services.read_answers(visit)] == ["Tomorrow at ten."]


def test_an_answer_takes_note_and_gives_parts_taken_back_a_new_key(stage, visit):
    write(visit)
    services.take_back(visit, stage.shelter.organisation.pk, frozenset({Scope.CONTACT}))
    assert SealedFacet.objects.filter(is_rekey_due=True).exists()
    assert api.count_waiting(actor=stage.owner.actor) == 1

    services.answer(stage.case.pk, "Understood.", actor=stage.owner.actor)

    assert not SealedFacet.objects.filter(is_rekey_due=True).exists()
    assert api.count_waiting(actor=stage.owner.actor) == 0


def test_without_a_page_an_answer_is_refused(stage):
    services.cancel_code(stage.case.pk, actor=stage.owner.actor)

    with pytest.raises(DomainError):
        services.answer(stage.case.pk, "x", actor=stage.owner.actor)


def test_a_flood_of_unread_messages_is_stopped_and_help_is_named(visit, monkeypatch):
    monkeypatch.setattr(talk, "MOST_UNREAD", 1)
    write(visit)

    with pytest.raises(DomainError, match="call a number"):
        write(visit)


def test_a_fault_after_sealing_leaves_no_half_message(visit, monkeypatch):
    monkeypatch.setattr(talk.audit, "record", lambda *_a, **_k: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        write(visit)
    assert not Message.objects.exists()


NOT_THEIRS = {
    "messages": lambda pk, actor: services.open_messages(pk, actor=actor),
    "appointments": lambda pk, actor: services.open_appointments(pk, actor=actor),
    "answer": lambda pk, actor: services.answer(pk, "x", actor=actor),
    "note": lambda pk, actor: services.note_all(pk, actor=actor),
    "days": lambda pk, actor: api.appointments(pk, actor=actor),
}


@pytest.mark.parametrize("deed", NOT_THEIRS)
def test_receiver_stranger_co_ordinator_line_and_locked_session_get_nothing(deed, stage, visit):
    write(visit)
    line = factories.member(Role.HOTLINE_OPERATOR, at=stage.owner.organisation)
    for who in (stage.shelter, stage.clinic, stage.coordinator, line):
        with pytest.raises(NotFound):
            NOT_THEIRS[deed](stage.case.pk, who.actor)
    if deed == "messages":
        with pytest.raises(Locked):
            NOT_THEIRS[deed](stage.case.pk, factories.locked(stage.owner))


def test_the_list_of_what_waits_is_the_owners_alone(stage, visit):
    write(visit)
    services.ask_about_data(visit, RequestKind.SEE)

    (waiting,) = selectors.list_waiting(actor=stage.owner.actor)
    assert (waiting.case_code, waiting.messages, waiting.requests) == (stage.case.code, 1, 1)
    for who in (stage.shelter, stage.clinic, stage.coordinator):
        assert api.count_waiting(actor=who.actor) == 0


def make(stage, clock, days=3, words="Bring the papers"):
    return services.make_appointment(
        stage.case.pk,
        (clock.now + timedelta(days=days)).date(),
        time(14, 30),
        with_id=stage.shelter.organisation.pk,
        words=words,
        actor=stage.owner.actor,
    )


def test_an_appointment_stands_on_both_pages_until_its_day_is_over(stage, visit, clock):
    row = make(stage, clock)

    (seen,) = services.read_appointments(visit)
    assert seen[1] == {
        "hour": "14:30",
        "with": stage.shelter.organisation.pk,
        "words": "Bring the papers",
    }
    assert [c.day for c in api.appointments(stage.case.pk, actor=stage.owner.actor)] == [row.day]
    clock.forward(days=4)
    assert not services.open_appointments(stage.case.pk, actor=stage.owner.actor)


def test_a_cancelled_appointment_is_gone_and_its_seal_with_it(stage, visit, clock):
    row = make(stage, clock)

    services.cancel_appointment(stage.case.pk, row.pk, actor=stage.owner.actor)

    assert not services.read_appointments(visit)
    row.refresh_from_db()
    assert bytes(row.to_person) == b""
    with pytest.raises(NotFound):
        services.cancel_appointment(stage.case.pk, uuid4(), actor=stage.owner.actor)


def test_a_day_that_is_over_is_no_appointment(stage, clock):
    with pytest.raises(DomainError):
        make(stage, clock, days=-1)


def test_a_seal_moved_to_another_record_does_not_open(stage, visit, clock):
    answer = services.answer(stage.case.pk, "For her alone.", actor=stage.owner.actor)
    row = make(stage, clock)

    row.to_person = answer.to_person
    assert seals.open_by_person(row.to_person, record=row.pk, private=visit.private) is None


@pytest.mark.parametrize(
    ("helped", "state"), [(Helped.YES, "confirmed"), (Helped.NO, "in_service")]
)
def test_the_persons_word_moves_the_referral_once(stage, visit, helped, state):
    services.say_helped(visit, stage.referral.pk, helped)

    stage.referral.refresh_from_db()
    assert (stage.referral.state, stage.referral.confirmed_how) == (state, "self")
    with pytest.raises(NotFound):
        services.say_helped(visit, stage.referral.pk, helped)


def test_nobody_answers_for_another_case(stage, visit):
    other, code = services.make_code(
        casework.open_case(_contact(), actor=stage.owner.actor).pk, actor=stage.owner.actor
    )
    elsewhere = come(other.number, code)

    with pytest.raises(NotFound):
        services.say_helped(elsewhere, stage.referral.pk, Helped.YES)
    stage.referral.refresh_from_db()
    assert stage.referral.state == ReferralState.COMPLETED


def _contact():
    from tests.factories_casework import contact

    return contact()


def test_taking_back_a_part_takes_the_receivers_key_at_once(stage, visit):
    shelter = stage.shelter.organisation.pk
    assert _parts_of(shelter) == {"identity", "contact"}

    assert services.take_back(visit, shelter, frozenset({Scope.IDENTITY, Scope.STORY}))

    assert _parts_of(shelter) == {"contact"}
    entry = TimelineEntry.objects.filter(event=Event.CONSENT_WITHDRAWN).first()
    assert (entry.detail, entry.other_id, entry.organisation_id) == ("identity", shelter, None)
    assert by_whom(entry) == "The person"


def test_taking_back_the_asking_ends_everything_and_only_once(stage, visit):
    shelter = stage.shelter.organisation.pk

    assert services.take_back(visit, shelter, frozenset({Scope.REFERRAL}))

    assert not _parts_of(shelter)
    assert not services.take_back(visit, shelter, frozenset({Scope.REFERRAL}))
    with pytest.raises(NotFound):
        casework.view_case(stage.case.pk, actor=stage.shelter.actor)


def _parts_of(organisation_id):
    rows = FacetWrap.objects.filter(organisation_id=organisation_id)
    return set(rows.values_list("facet__kind", flat=True))


def test_one_opinion_a_quarter_and_nothing_that_leads_back(stage, visit, clock):
    before = AuditEvent.objects.count()

    assert services.give_opinion(visit, Rating.GOOD, TEXT)
    assert not services.give_opinion(visit, Rating.BAD, "again")

    row = Opinion.objects.get()
    assert (row.rating, row.quarter) == ("good", "2026-1")
    assert {f.name for f in Opinion._meta.fields} == {
        "id",
        "organisation",
        "quarter",
        "rating",
        "owner_key_id",
        "sealed",
    }
    assert AuditEvent.objects.count() == before
    clock.forward(days=60)
    assert services.give_opinion(visit, Rating.PARTLY, "")


def opinions(stage, many):
    for n in range(many):
        key_id, sealed = seals.to_owner(
            stage.owner.organisation.pk, {"text": f"words {n}"}, record=(pk := uuid4())
        )
        Opinion.objects.create(
            id=pk,
            organisation=stage.owner.organisation,
            quarter="2025-4",
            rating=Rating.GOOD,
            owner_key_id=key_id,
            sealed=sealed,
        )


def test_four_opinions_stay_closed_and_the_fifth_opens_them(stage, clock):
    opinions(stage, 4)
    (quarter,) = selectors.list_quarters(actor=stage.owner.actor, today=clock.now.date())
    assert (quarter.counts, bool(quarter.why_not)) == ({}, True)
    with pytest.raises(NotFound):
        services.open_opinions("2025-4", actor=stage.owner.actor)

    opinions(stage, 1)
    (quarter,) = selectors.list_quarters(actor=stage.owner.actor, today=clock.now.date())
    assert quarter.counts == {"good": 5, "partly": 0, "bad": 0}
    assert len(services.open_opinions("2025-4", actor=stage.owner.actor)) == 5
    with pytest.raises(NotFound):
        services.open_opinions("2025-4", actor=stage.shelter.actor)


def test_a_question_about_data_is_written_once_and_reaches_who_answers(stage, visit):
    assert services.ask_about_data(visit, RequestKind.ERASE)
    assert not services.ask_about_data(visit, RequestKind.ERASE)
    services.note_all(stage.case.pk, actor=stage.owner.actor)
    assert not services.ask_about_data(visit, RequestKind.ERASE), "it waits for its answer still"
    assert services.ask_about_data(visit, RequestKind.SEE)

    asked = [card.kind for card in closing.requests_of(stage.case.pk)]
    assert sorted(asked) == ["copy", "erasure"]
    assert DataRequest.objects.count() == 2


def test_the_page_of_a_case_is_one(stage):
    assert Page.objects.filter(cancelled_at__isnull=True).count() == 1
