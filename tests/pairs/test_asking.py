"""An ask from the first word to the connection: who may do what when, and who learns what."""

from datetime import timedelta
from uuid import uuid4

import pytest

from korgoo.access.enums import Event, Facet
from korgoo.access.models import AuditEvent
from korgoo.casework.services import closing
from korgoo.lib.errors import Forbidden, Locked, NotFound
from korgoo.matching.strengths import Strength
from korgoo.pairs import presentation, selectors, services
from korgoo.pairs.enums import PersonSays, QuestionState
from korgoo.pairs.models import Ask, Check, Connection, Question, Settled
from tests import factories
from tests import factories_casework as make
from tests.pairs.conftest import PHONE, THERE

AGREED, NOT_NOW, NOT_SAME = QuestionState.AGREED, QuestionState.NOT_NOW, QuestionState.NOT_SAME
END = timedelta(days=24)


def asked(people, pair, **more):
    says = more.pop("says", PersonSays.AGREED)
    return services.ask(pair[0].pk, says=says, actor=people.shelter.actor, **more)


def passed_on(people, ask):
    mark = selectors.list_pairs(actor=people.coordinator.actor)[0].mark
    return services.pass_on(ask.pk, mark=mark, actor=people.coordinator.actor)


def answered(people, question, to):
    return services.answer(question.pk, to, says=PersonSays.AGREED, actor=people.officer.actor)


def connected(people, pair):
    ask = asked(people, pair)
    answered(people, passed_on(people, ask), AGREED)
    return services.release(ask.pk, actor=people.coordinator.actor)


def seen_by_asker(people, pair):
    return presentation.of_case(pair[0].pk, actor=people.shelter.actor)


def test_the_whole_way(people, pair):
    ask = asked(people, pair, why="Two of us feed one person.")
    (weighed,) = selectors.watch(actor=people.coordinator.actor).asks
    assert (weighed.says, weighed.why) == (PersonSays.AGREED, "Two of us feed one person.")
    question = passed_on(people, ask)
    assert question.case_id == pair[1].pk
    (seen,) = selectors.list_questions(actor=people.officer.actor)
    assert seen.strength in {Strength.CERTAIN, Strength.LIKELY}
    answered(people, question, AGREED)
    services.release(ask.pk, actor=people.coordinator.actor)
    (here,) = seen_by_asker(people, pair)[0]["others"]
    (there,) = presentation.of_case(pair[1].pk, actor=people.officer.actor)[0]["others"]
    assert (here["name"], here["code"]) == ("Invented Migration Service", pair[1].spoken_code)
    assert (there["name"], there["code"]) == ("Invented Shelter", pair[0].spoken_code)


@pytest.mark.parametrize("who", ["officer", "stranger", "coordinator", "police", "minder"])
def test_only_the_owner_asks(people, pair, who):
    with pytest.raises(NotFound):
        services.ask(pair[0].pk, says=PersonSays.AGREED, actor=getattr(people, who).actor)
    assert not Ask.objects.exists()


def test_a_locked_session_asks_nothing(people, pair):
    with pytest.raises(Locked):
        services.ask(pair[0].pk, says=PersonSays.AGREED, actor=factories.locked(people.shelter))


def test_nothing_is_asked_before_it_is_shown_or_where_nobody_was_found(people, pair):
    later = make.case(people.shelter, identity=THERE, contact=PHONE)
    with pytest.raises(Forbidden):
        services.ask(later.pk, says=PersonSays.AGREED, actor=people.shelter.actor)
    with pytest.raises(Forbidden):
        services.ask(pair[1].pk, says=PersonSays.AGREED, actor=people.officer.actor)


def test_it_is_asked_once_and_again_a_month_after_the_end(people, pair, clock):
    first = asked(people, pair)
    with pytest.raises(Forbidden):
        asked(people, pair)
    clock.now = first.answer_at + timedelta(days=29)
    with pytest.raises(Forbidden):
        asked(people, pair)
    clock.forward(days=2)
    assert asked(people, pair).pk != first.pk
    assert Ask.objects.count() == 1


@pytest.mark.parametrize("who", ["shelter", "officer", "stranger", "police", "minder"])
def test_only_the_co_ordinator_passes_on_closes_and_releases(people, pair, who):
    ask, actor = asked(people, pair), getattr(people, who).actor
    for deed in (
        lambda: services.pass_on(ask.pk, mark="0" * 32, actor=actor),
        lambda: services.release(ask.pk, actor=actor),
        lambda: services.close(ask.pk, actor=actor),
        lambda: services.close_left(actor=actor),
        lambda: services.open_all(actor=actor),
    ):
        with pytest.raises(NotFound):
            deed()
    assert not Question.objects.exists()


def test_passing_on_is_once_within_a_week_and_for_a_pair_of_that_case(people, pair, clock):
    ask = asked(people, pair)
    with pytest.raises(NotFound):
        services.pass_on(ask.pk, mark="0" * 32, actor=people.coordinator.actor)
    clock.forward(days=8)
    with pytest.raises(Forbidden):
        passed_on(people, ask)
    clock.forward(days=-2)
    passed_on(people, ask)
    with pytest.raises(Forbidden):
        passed_on(people, ask)


def test_release_needs_a_yes_that_stands(people, pair):
    ask = asked(people, pair)
    with pytest.raises(Forbidden):
        services.release(ask.pk, actor=people.coordinator.actor)
    question = passed_on(people, ask)
    with pytest.raises(Forbidden):
        services.release(ask.pk, actor=people.coordinator.actor)
    answered(people, question, AGREED)
    services.take_answer_back(question.pk, actor=people.officer.actor)
    with pytest.raises(Forbidden):
        services.release(ask.pk, actor=people.coordinator.actor)
    assert not Connection.objects.exists()


@pytest.mark.parametrize("who", ["shelter", "stranger", "coordinator", "police", "minder"])
def test_only_the_owner_of_the_other_case_answers(people, pair, who):
    question = passed_on(people, asked(people, pair))
    with pytest.raises(NotFound):
        services.answer(question.pk, AGREED, actor=getattr(people, who).actor)
    with pytest.raises(NotFound):
        services.take_answer_back(question.pk, actor=getattr(people, who).actor)


def test_an_answer_is_given_in_time_and_taken_back_before_it_is_changed(people, pair, clock):
    question = passed_on(people, asked(people, pair))
    answered(people, question, NOT_NOW)
    with pytest.raises(Forbidden):
        answered(people, question, AGREED)
    services.take_answer_back(question.pk, actor=people.officer.actor)
    answered(people, question, AGREED)
    clock.forward(days=15)
    with pytest.raises(NotFound):
        services.take_answer_back(question.pk, actor=people.officer.actor)


def refused(people, ask):
    answered(people, passed_on(people, ask), NOT_NOW)
    services.close(ask.pk, actor=people.coordinator.actor)


def not_the_same(people, ask):
    answered(people, passed_on(people, ask), NOT_SAME)
    services.close(ask.pk, actor=people.coordinator.actor)


def taken_back(people, ask):
    question = passed_on(people, ask)
    answered(people, question, AGREED)
    services.take_answer_back(question.pk, actor=people.officer.actor)


def erased(people, ask):
    closing.erase(passed_on(people, ask).case, frozenset({Facet.IDENTITY}))


ENDS = {
    "never passed on": lambda people, ask: None,
    "closed by the co-ordinator": lambda people, ask: services.close(
        ask.pk, actor=people.coordinator.actor
    ),
    "refused": refused,
    "not the same person": not_the_same,
    "not answered": lambda people, ask: passed_on(people, ask),
    "answer taken back": taken_back,
    "other case erased": erased,
}


@pytest.mark.parametrize("name", ENDS)
def test_every_end_but_a_connection_looks_the_same_at_every_moment(people, pair, clock, name):
    ask = asked(people, pair)
    before = seen_by_asker(people, pair)
    ENDS[name](people, ask)
    for _day in range(20):
        clock.forward(days=1)
        assert seen_by_asker(people, pair) == before
    clock.now = ask.answer_at
    (row,) = seen_by_asker(people, pair)
    assert row["asked"]["waits"] is False
    assert row["others"] == []
    assert row["near"] == before[0]["near"]


def test_not_the_same_is_remembered_and_not_passed_on_again(people, pair, clock):
    ask = asked(people, pair)
    not_the_same(people, ask)
    assert Settled.objects.get().is_same is False
    clock.now = ask.answer_at + timedelta(days=31)
    Check.objects.filter(case=pair[0]).update(state="waiting")
    services.compare_more(actor=people.shelter.actor)
    clock.forward(hours=25)
    again = asked(people, pair)
    with pytest.raises(Forbidden):
        passed_on(people, again)


def test_an_ask_that_is_taken_back_leaves_nothing_and_its_question_can_be_closed(people, pair):
    question = passed_on(people, asked(people, pair))
    services.take_back(pair[0].pk, actor=people.shelter.actor)
    assert not Ask.objects.exists()
    with pytest.raises(NotFound):
        services.take_back(pair[0].pk, actor=people.shelter.actor)
    assert services.close_left(actor=people.coordinator.actor) == 1
    assert services.close_left(actor=people.coordinator.actor) == 0
    assert selectors.list_questions(actor=people.officer.actor) == []
    question.refresh_from_db()
    assert question.state == QuestionState.CLOSED


@pytest.mark.parametrize("who", ["shelter", "officer"])
def test_either_side_says_afterwards_that_it_is_somebody_else(people, pair, who):
    row = connected(people, pair)
    services.part(row.pk, actor=getattr(people, who).actor)
    assert not Connection.objects.exists()
    assert Settled.objects.get().is_same is False
    assert seen_by_asker(people, pair)[0]["near"] == ""
    assert not Ask.objects.exists()
    with pytest.raises(NotFound):
        services.part(row.pk, actor=people.shelter.actor)


@pytest.mark.parametrize("who", ["stranger", "coordinator", "police", "minder"])
def test_nobody_else_parts_them(people, pair, who):
    row = connected(people, pair)
    with pytest.raises(NotFound):
        services.part(row.pk, actor=getattr(people, who).actor)


@pytest.mark.parametrize("place", [0, 1])
def test_erasing_either_case_takes_everything_along(people, pair, place):
    connected(people, pair)
    closing.erase(pair[place], frozenset({Facet.CONTACT}))
    assert not Connection.objects.exists()
    assert not Check.objects.filter(case=pair[place]).exists()
    assert not Ask.objects.filter(case=pair[place]).exists()
    assert not Question.objects.filter(case=pair[place]).exists()
    assert selectors.list_pairs(actor=people.coordinator.actor) == []


def test_a_restricted_case_is_neither_asked_about_nor_connected(people, pair):
    ask = asked(people, pair)
    question = passed_on(people, ask)
    closing.set_restricted(pair[1], is_restricted=True)
    with pytest.raises(NotFound):
        answered(people, question, AGREED)
    closing.set_restricted(pair[1], is_restricted=False)
    answered(people, question, AGREED)
    closing.set_restricted(pair[1], is_restricted=True)
    with pytest.raises(Forbidden):
        services.release(ask.pk, actor=people.coordinator.actor)
    closing.set_restricted(pair[0], is_restricted=True)
    with pytest.raises(NotFound):
        services.release(ask.pk, actor=people.coordinator.actor)
    assert seen_by_asker(people, pair) == []


def test_the_trail_never_names_both_sides_before_they_are_connected(people, pair):
    ask = asked(people, pair)
    question = passed_on(people, ask)
    answered(people, question, AGREED)
    services.open_all(actor=people.coordinator.actor)
    rows = AuditEvent.objects.filter(event__startswith="pairs:")
    passed = rows.get(event=Event.ASK_PASSED_ON)
    assert passed.target == f"pairs.Question:{question.pk}"
    assert passed.detail == ""
    ids = {str(ask.pk), str(pair[0].pk)}, {str(question.pk), str(pair[1].pk)}
    for row in rows:
        said = f"{row.target} {row.detail}"
        assert not (any(i in said for i in ids[0]) and any(i in said for i in ids[1]))
    look = rows.filter(event=Event.PAIRS_OPENED).get()
    assert look.target == "pairs"
    assert look.detail == str(Check.objects.filter(state="done").count())


def test_the_sweep_forgets_old_asks(people, pair, clock):
    ask = asked(people, pair)
    passed_on(people, ask)
    clock.now = ask.answer_at + timedelta(days=31)
    services.sweep()
    assert not Ask.objects.exists()
    assert not Question.objects.exists()


def test_not_the_same_outlives_the_ask_and_is_remembered_when_the_question_is_closed(
    people, pair, clock
):
    ask = asked(people, pair)
    answered(people, passed_on(people, ask), NOT_SAME)
    clock.now = ask.answer_at + timedelta(days=40)
    services.sweep()
    assert not Ask.objects.exists()
    assert selectors.watch(actor=people.coordinator.actor).left == 1
    services.close_left(actor=people.coordinator.actor)
    assert Settled.objects.get().is_same is False
    services.sweep()
    assert not Question.objects.exists()


def test_a_question_stands_on_its_own_case_alone(people, pair):
    passed_on(people, asked(people, pair))
    other = make.case(people.officer, identity={"name": "Сынакова Бегимай"})
    (row,) = presentation.of_case(other.pk, actor=people.officer.actor)
    assert row["questions"] == []
    (row,) = presentation.of_case(pair[1].pk, actor=people.officer.actor)
    assert len(row["questions"]) == 1


def test_an_unknown_number_is_not_found(people, pair):
    for deed in (
        lambda: services.release(uuid4(), actor=people.coordinator.actor),
        lambda: services.answer(uuid4(), AGREED, actor=people.officer.actor),
        lambda: services.part(uuid4(), actor=people.officer.actor),
    ):
        with pytest.raises(NotFound):
            deed()
