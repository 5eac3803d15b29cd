from datetime import timedelta

import pytest
from django.utils import translation

from korgoo.access.enums import Event, Facet
from korgoo.access.models import AuditEvent
from korgoo.casework import services as cases
from korgoo.casework.enums import NoteKind, Scope
from korgoo.casework.models import CaseClock, FacetWrap, SealedFacet
from korgoo.closing import api, services
from korgoo.closing.enums import Answer, Asked, Hold, Refusal, Way
from korgoo.closing.forms import AnswerForm
from korgoo.closing.models import KeptFor, PersonRequest
from korgoo.closing.services import Reply
from korgoo.countrypack import api as packs
from korgoo.lib.collation import place_of
from korgoo.lib.errors import Forbidden, NotFound
from tests import factories_casework as make
from tests import members

pytestmark = pytest.mark.django_db
YES = Reply(Answer.GRANTED)


@pytest.fixture
def case(people):
    return make.case(people.officer, is_told=True)


def take(case, kind, by):
    return services.take_request(case.pk, kind, way=Way.PHONE, actor=by.actor)


def answer(row, reply, by):
    return services.answer_request(row.pk, reply, actor=by.actor)


def test_a_request_runs_under_the_clock_of_the_pack_until_it_is_answered(case, people, timed):
    row = take(case, Asked.COPY, people.officer)
    assert row.due_at - row.taken_at == timedelta(days=7)
    assert CaseClock.objects.get().due_at == row.due_at

    answer(row, YES, people.officer)

    assert CaseClock.objects.get().stopped_at
    with pytest.raises(Forbidden):
        answer(row, YES, people.officer)


@pytest.fixture
def timed(monkeypatch):
    pack = packs.current()
    clock = pack.clocks["subject_request"].model_copy(
        update={"duration": timedelta(days=7), "basis": "working_value"}
    )
    changed = pack.model_copy(update={"clocks": {**pack.clocks, "subject_request": clock}})
    monkeypatch.setattr(packs, "current", lambda: changed)


def test_where_the_law_sets_no_time_none_is_guessed(case, people):
    assert take(case, Asked.COPY, people.officer).due_at is None


def test_the_same_is_not_asked_twice_while_it_waits(case, people):
    row = take(case, Asked.COPY, people.officer)
    with pytest.raises(Forbidden):
        take(case, Asked.COPY, people.officer)
    answer(row, YES, people.officer)
    assert take(case, Asked.COPY, people.officer)


def test_the_person_asks_on_their_own_page(case, people):
    card = api.take_request(case.pk, Asked.ERASURE)
    assert (card.kind, card.answer, card.is_done) == (Asked.ERASURE, "", False)
    row = PersonRequest.objects.get()
    assert (row.way, row.taken_by_id, row.organisation_id) == (Way.PAGE, None, case.owner_id)
    assert api.requests_of(case.pk) == [card]


def test_a_correction_stands_beside_the_old_also_in_a_closed_case(case, people, close):
    close(case, people.officer)
    row = take(case, Asked.CORRECTION, people.officer)
    answer(row, Reply(Answer.GRANTED, part=Facet.STORY, text="It was in May."), people.officer)
    opened = cases.open_facet(case.pk, Facet.STORY, actor=people.officer.actor)
    assert [(n["kind"], n["text"]) for n in opened["notes"]] == [
        (NoteKind.CONTACT, "An invented story."),
        (NoteKind.CORRECTION, "It was in May."),
    ]
    with pytest.raises(Forbidden):
        answer(take(case, Asked.CORRECTION, people.officer), YES, people.officer)


def test_a_refusal_names_its_ground_and_its_law(case, people):
    row = take(case, Asked.ERASURE, people.officer)
    answer(row, Reply(Answer.REFUSED, refusal=Refusal.COURT, law="law-58-2008"), people.officer)
    row.refresh_from_db()
    assert row.closed_at
    assert (row.refusal, row.law) == (Refusal.COURT, "law-58-2008")
    assert SealedFacet.objects.filter(case=case).count() == 3


def test_erasing_takes_two_and_takes_everything_from_everybody(case, people, house):
    make.share(case, people.shelter, Scope.IDENTITY, Scope.STORY, by=people.officer)
    row = take(case, Asked.ERASURE, people.officer)
    answer(row, YES, people.officer)
    assert SealedFacet.objects.filter(case=case).exists()

    services.confirm_erasure(row.pk, actor=house.minder.actor)

    assert not SealedFacet.objects.filter(case=case).exists()
    assert not FacetWrap.objects.exists()
    assert AuditEvent.objects.filter(event=Event.CASE_ERASED).count() == 1
    assert not cases.open_facet(case.pk, Facet.IDENTITY, actor=people.officer.actor)
    with pytest.raises(Forbidden):
        services.confirm_erasure(row.pk, actor=house.minder.actor)


def test_the_first_person_is_not_the_second(case, house):
    row = take(case, Asked.ERASURE, house.head)
    answer(row, YES, house.head)
    with pytest.raises(Forbidden):
        services.confirm_erasure(row.pk, actor=house.head.actor)
    services.send_back(row.pk, actor=house.minder.actor)
    row.refresh_from_db()
    assert (row.answer, row.answered_by_id) == ("", None)


def test_nothing_held_back_is_erased_at_a_request(case, people, house, close, clock):
    close(case, people.officer)
    clock.forward(days=1095)
    services.sweep_retention()
    held = KeptFor.objects.get(purpose="reach")
    services.hold_back(held.pk, Hold.COURT, actor=house.head.actor)
    row = take(case, Asked.ERASURE, people.officer)
    answer(row, YES, people.officer)
    with pytest.raises(Forbidden):
        services.confirm_erasure(row.pk, actor=house.minder.actor)
    services.release(held.pk, actor=house.head.actor)
    services.confirm_erasure(row.pk, actor=house.minder.actor)
    assert KeptFor.objects.filter(erased_at__isnull=False).count() == 4


def test_a_fault_while_erasing_leaves_everything_whole(case, people, house, monkeypatch):
    row = take(case, Asked.ERASURE, people.officer)
    answer(row, YES, people.officer)
    monkeypatch.setattr("korgoo.closing.services.requests._record", _fault)
    with pytest.raises(RuntimeError):
        services.confirm_erasure(row.pk, actor=house.minder.actor)
    assert SealedFacet.objects.filter(case=case).count() == 3
    assert FacetWrap.objects.count() == 3


def _fault(*_args, **_more):
    raise RuntimeError("power cut")


def test_a_restriction_stops_the_work_until_the_person_lifts_it(case, people):
    row = take(case, Asked.RESTRICTION, people.officer)
    answer(row, YES, people.officer)
    actor = people.officer.actor
    with pytest.raises(Forbidden):
        cases.add_note(case.pk, "More.", kind=NoteKind.NOTE, actor=actor)
    services.lift_restriction(row.pk, actor=actor)
    cases.add_note(case.pk, "More.", kind=NoteKind.NOTE, actor=actor)
    with pytest.raises(Forbidden):
        services.lift_restriction(row.pk, actor=actor)


def test_a_copy_holds_everything_and_each_part_is_audited(case, people):
    row = take(case, Asked.COPY, people.officer)
    with pytest.raises(NotFound):
        services.export_copy(row.pk, actor=people.officer.actor)
    answer(row, YES, people.officer)

    copy = services.export_copy(row.pk, actor=people.officer.actor)

    assert copy.stored["sealed"]["contact"]["phone"] == "0555 000 111"
    assert [n["text"] for part in copy.parts for n in part["notes"]] == ["An invented story."]
    opened = AuditEvent.objects.filter(event=Event.FACET_OPENED).values_list("detail", flat=True)
    assert {"identity", "contact", "story"} <= set(opened)
    assert AuditEvent.objects.filter(event=Event.REQUEST_EXPORTED).count() == 1


def test_nobody_else_takes_answers_or_copies(case, people, house):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    row = take(case, Asked.COPY, people.officer)
    answer(row, YES, people.officer)
    others = (people.shelter, people.stranger, people.coordinator, house.administrator)
    for other in (*others, house.minder):
        with pytest.raises(NotFound):
            take(case, Asked.ERASURE, other)
        with pytest.raises(NotFound):
            answer(row, YES, other)
        with pytest.raises(NotFound):
            services.export_copy(row.pk, actor=other.actor)
    erasure = answer(take(case, Asked.ERASURE, people.officer), YES, people.officer)
    for other in (*others, house.colleague):
        with pytest.raises(NotFound):
            services.confirm_erasure(erasure.pk, actor=other.actor)


@pytest.mark.django_db(transaction=True)
def test_two_second_persons_at_once_erase_once(people, house):
    case = make.case(people.officer, is_told=True)
    row = answer(take(case, Asked.ERASURE, people.officer), YES, people.officer)
    outcomes = members.at_once(
        lambda: services.confirm_erasure(row.pk, actor=house.minder.actor),
        lambda: services.confirm_erasure(row.pk, actor=house.head.actor),
    )
    assert sorted(type(one).__name__ for one in outcomes) == ["Forbidden", "PersonRequest"]
    assert AuditEvent.objects.filter(event=Event.CASE_ERASED).count() == 1


def test_laws_to_choose_from_stand_by_name():
    with translation.override("ky"):
        form = AnswerForm(kind=Asked.ERASURE, parts=[])
        _none, *names = (name for _key, name in form.fields["law"].choices)

    assert names == sorted(names, key=place_of) != sorted(names)
