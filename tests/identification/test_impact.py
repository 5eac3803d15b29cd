"""What a draft would change in the past: cards are counted, and none can be found among them."""

import pytest

from korgoo.access.enums import Role
from korgoo.identification import api as identification
from korgoo.identification import disclosure, replay, services
from korgoo.identification.enums import AgeCheck, Moved, Opinion, Talk
from korgoo.identification.guidelines import Choice
from korgoo.identification.models import Screening
from korgoo.identification.rules import Because, Outcome, Value
from tests import factories
from tests import factories_casework as make
from tests.identification import changed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_one_house_is_enough")]
LABOUR, FORCED = "ilo-labour", "ilo-forced-labour"
# "labour rights": exploitation, and no means.
WORK_ONLY = [Choice("pay", "kept-back", "told"), Choice("hours", "no-rest", "told")]
# What is answered on the intake, wide open.
INTAKE = {"safe": "yes", "needed": "yes", "kind": "both"}


def read(case, member, choices, *, view="labour-inspector", age=None, moved=None):
    """A card that was read."""
    card = identification.start(
        case.pk, view=view, talk=Talk.ALONE, age_check=age, moved=moved, actor=member.actor
    )
    asked = [choice.question for choice in choices]
    services.save_answers(card.id, choices, asked=asked, actor=member.actor)
    services.give_opinion(card.id, Opinion.NOT_ENOUGH, actor=member.actor)
    return card


def some(member, number, **more):
    """Cards whose answers are "some indications", each of a case of its own."""
    for _ in range(number):
        read(make.case(member), member, changed.SOME, **more)


def present(*codes):
    return [Choice(code, "yes", "told") for code in codes]


def intake(**answers):
    given = INTAKE | answers
    return [Choice(question, option, "told") for question, option in given.items()]


def counts(found):
    return found.cards.about, found.changed.about


@pytest.fixture
def _one_house_is_enough(monkeypatch):
    """Counting is tested with cards of one organisation; the rule about several stands below."""
    monkeypatch.setattr(disclosure, "LEAST_HOUSES", 1)


# Counting


@pytest.mark.parametrize(
    ("cards", "shown"), [(0, None), (1, None), (4, None), (5, 5), (7, 5), (8, 10), (12, 10)]
)
def test_cards_and_changes_are_shown_rounded_and_small_numbers_not_at_all(cards, shown, people):
    some(people.officer, cards)

    found = identification.impact(changed.without_weight())

    assert counts(found) == (shown, shown)
    assert [turn.cards.about for turn in found.turns] == ([shown] if shown else [])


def test_a_turn_says_from_which_reading_to_which_and_why(people):
    some(people.officer, 5)

    [turn] = identification.impact(changed.without_weight()).turns

    assert (turn.catalogue, turn.child) == (LABOUR, False)
    assert turn.before == (Outcome.SOME, Because.COERCION_AND_EXPLOITATION)
    assert turn.after == (Outcome.NOT_ENOUGH, Because.EXPLOITATION_NOT_ASKED)


def test_the_same_guideline_changes_nothing(people):
    some(people.officer, 6)

    found = identification.impact(changed.files())

    assert counts(found) == (5, None)
    assert found.turns == ()


def test_turns_of_fewer_than_five_cards_are_left_out(people):
    some(people.officer, 5)
    for _ in range(4):
        read(make.case(people.officer), people.officer, WORK_ONLY)

    found = identification.impact(changed.without_weight())

    assert [turn.before[0] for turn in found.turns] == [Outcome.SOME]
    assert counts(found) == (10, 10)


def test_turns_stand_in_the_order_of_their_numbers(people):
    some(people.officer, 5)
    for _ in range(8):
        read(make.case(people.officer), people.officer, WORK_ONLY)

    found = identification.impact(changed.without_weight())

    assert [(turn.before[0], turn.cards.about) for turn in found.turns] == [
        (Outcome.LABOUR_RIGHTS, 10),
        (Outcome.SOME, 5),
    ]


def test_another_reason_for_the_same_outcome_is_a_turn_and_no_change(people):
    codes = ("D3.05", "D3.09", "D3.11", "D4.01", "D4.07", "D5.01", "D5.09")
    keys = [code.lower().replace(".", "-") for code in codes]
    for _ in range(5):
        read(make.case(people.officer), people.officer, present(*keys), view="full")

    found = identification.impact(changed.weighed(D5_01="weak", D5_09="weak"))

    assert counts(found) == (5, None)
    assert [(turn.before, turn.after, turn.cards.about) for turn in found.turns] == [
        (
            (Outcome.SOME, Because.COERCION_AND_EXPLOITATION),
            (Outcome.SOME, Because.VULNERABILITY_AND_EXPLOITATION),
            5,
        )
    ]


def test_cards_of_all_organisations_count(people):
    some(people.officer, 3)
    some(people.stranger, 2)

    assert counts(identification.impact(changed.without_weight())) == (5, 5)


def test_counts_of_fewer_than_three_organisations_are_withheld(people, monkeypatch):
    monkeypatch.setattr(disclosure, "LEAST_HOUSES", 3)
    some(people.officer, 6)
    some(people.stranger, 6)
    assert counts(identification.impact(changed.without_weight())) == (None, None)

    some(factories.member(Role.OFFICER), 1)

    found = identification.impact(changed.without_weight())
    assert counts(found) == (15, 15)
    assert [turn.cards.about for turn in found.turns] == [15]


def test_the_readers_own_cards_and_those_after_a_moment_are_left_out(people, clock):
    some(people.officer, 10)
    clock.forward(days=1)
    moment = clock.now
    some(people.stranger, 5)
    draft = changed.without_weight()

    own = people.officer.organisation.pk
    assert counts(identification.impact(draft, besides=own)) == (5, 5)
    assert counts(identification.impact(draft, read_before=moment)) == (10, 10)


def test_cards_that_were_not_read_do_not_count(people):
    some(people.officer, 5)
    asked = [choice.question for choice in changed.SOME]
    for _ in range(5):
        begun = make.card(make.case(people.officer), people.officer)
        services.save_answers(begun.id, changed.SOME, asked=asked, actor=people.officer.actor)

    assert counts(identification.impact(changed.without_weight())) == (5, 5)


def test_a_card_read_by_several_lists_is_one_card(people):
    answers = intake(**{"D4.01": "yes", "D4.04": "yes", "S4.04": "yes", "U1.05": "yes"})
    for _ in range(5):
        read(make.case(people.officer), people.officer, answers, view="ngo-intake")
    assert len(Screening.objects.first().others) == 2
    files = changed.without_weight()
    files["catalogues/ilo-sexual/catalogue.yaml"]["elements"][2]["at_least"] = 2

    found = identification.impact(files)

    assert counts(found) == (5, 5)
    assert {turn.catalogue for turn in found.turns} == {LABOUR, "ilo-sexual"}


def test_cards_read_by_the_rules_for_children_are_counted_apart(people):
    some(people.officer, 5)
    some(people.officer, 6, age=AgeCheck.DOUBT)

    found = identification.impact(changed.weighed("child_labour", D4_01="weak", D4_04="weak"))

    assert counts(found) == (10, 5)
    assert [(turn.child, turn.before[0]) for turn in found.turns] == [(True, Outcome.STRONG)]


def test_the_second_reading_is_counted_where_it_was_made(people):
    choices = [Choice("documents", "kept", "told"), Choice("debt", "must-work", "told")]
    for _ in range(5):
        read(make.case(people.officer), people.officer, choices, moved=Moved.NO)
        read(make.case(people.officer), people.officer, choices, moved=Moved.YES)
    files = changed.files()
    files["catalogues/ilo-forced-labour/catalogue.yaml"]["elements"][1]["at_least"] = 4

    found = identification.impact(files)

    assert counts(found) == (10, 5)
    assert [(turn.catalogue, turn.before[0]) for turn in found.turns] == [
        (FORCED, Outcome.ELEMENTS)
    ]


def test_cards_whose_list_is_gone_are_changed(people):
    some(people.officer, 5)
    before = changed.of_the_pack()
    left = {k: v for k, v in before.catalogues.items() if k not in {LABOUR, FORCED}}

    found = replay.impact(before, before.model_copy(update={"catalogues": left}))

    assert counts(found) == (5, 5)
    assert found.turns == ()


def test_answers_that_a_list_does_not_ask_for_are_passed_over(people):
    """Cards keep the answers of all their lists; each reads its own."""
    answers = intake(**{"D4.01": "yes", "D4.04": "yes", "U1.05": "yes", "S5.06": "no"})
    for _ in range(5):
        read(make.case(people.officer), people.officer, answers, view="ngo-intake")

    assert counts(identification.impact(changed.without_weight())) == (5, 5)


def test_two_drafts_are_compared_with_each_other_when_both_are_named(people):
    some(people.officer, 5)
    draft = changed.without_weight()

    assert counts(identification.impact(draft, files_before=draft)) == (5, None)
    assert counts(identification.impact(changed.files(), files_before=draft)) == (5, 5)


def test_counting_writes_nothing_and_reads_the_cards_once(people, django_assert_max_num_queries):
    some(people.officer, 5)
    before = list(Screening.objects.order_by("pk").values())
    draft = changed.without_weight()

    with django_assert_max_num_queries(3):
        identification.impact(draft)

    assert list(Screening.objects.order_by("pk").values()) == before


def test_at_once_and_one_by_one_cards_are_read_the_same(people):
    """The count stands on the same rules as each card's own reading."""
    lists = [
        ("labour-inspector", changed.SOME, AgeCheck.ADULT, Moved.NO),
        ("labour-inspector", WORK_ONLY, AgeCheck.DOUBT, Moved.YES),
        ("labour-inspector", [], AgeCheck.ADULT, Moved.NO),
        ("ngo-intake", intake(**{"S4.04": "yes", "D4.01": "yes"}), AgeCheck.CHILD, Moved.NO),
        ("ngo-intake", intake(**{"D5.01": "refused"}), AgeCheck.ADULT, None),
        ("police", present("D1.01", "D1.08", "D4.01", "D4.04"), AgeCheck.ADULT, Moved.NO),
    ]
    for view, choices, age, moved in lists:
        read(make.case(people.officer), people.officer, choices, view=view, age=age, moved=moved)
    after = changed.whole(changed.without_weight())

    for screening in Screening.objects.all():
        values = {code: row["value"] for code, row in screening.answers.items()}
        for made in replay.reread(screening, after):
            catalogue = after.catalogues[made.guideline_key]
            [at_once] = replay._bulk(
                catalogue,
                [{code: Value(value) for code, value in values.items()}],
                child=screening.is_child,
            )
            assert replay._words(at_once) == (made.outcome, made.because)


# Test vectors


def test_every_vector_of_the_pack_is_read_as_agreed():
    pack = changed.of_the_pack()

    turns = identification.vector_changes(pack, pack)

    assert len(turns) == len(pack.vectors) > 12
    assert all(turn.is_as_agreed and not turn.is_changed for turn in turns)


def test_a_vector_that_would_be_read_differently_is_flagged():
    before, after = changed.of_the_pack(), changed.whole(changed.without_weight())

    turns = {turn.vector.key: turn for turn in identification.vector_changes(before, after)}

    first = turns["t1"]
    assert (first.before, first.after) == (Outcome.STRONG, Outcome.NOT_ENOUGH)
    assert first.is_changed
    assert not first.is_as_agreed
    third = turns["t3"]
    assert (third.before, third.after) == (Outcome.NOT_ENOUGH, Outcome.NOT_ENOUGH)
    assert third.is_as_agreed
    assert not third.is_changed
    assert turns["t7"].after is Outcome.STRONG  # the weights for children did not change


def test_a_vector_on_which_people_agreed_otherwise_is_flagged_though_nothing_changed():
    pack = changed.of_the_pack()
    vectors = tuple(
        vector.model_copy(update={"expected": "some"}) if vector.key == "t1" else vector
        for vector in pack.vectors
    )
    draft = pack.model_copy(update={"vectors": vectors})

    turns = {turn.vector.key: turn for turn in identification.vector_changes(pack, draft)}

    assert not turns["t1"].is_changed
    assert not turns["t1"].is_as_agreed


def test_a_vector_that_the_draft_dropped_is_read_all_the_same():
    pack = changed.of_the_pack()
    draft = pack.model_copy(update={"vectors": pack.vectors[1:]})

    keys = [turn.vector.key for turn in identification.vector_changes(pack, draft)]

    assert sorted(keys) == sorted(vector.key for vector in pack.vectors)


def test_a_vector_of_a_list_that_is_gone_is_not_as_agreed():
    pack = changed.of_the_pack()
    left = {k: v for k, v in pack.catalogues.items() if k != "unodc-signs"}
    draft = pack.model_copy(update={"catalogues": left})

    gone = [
        turn
        for turn in identification.vector_changes(pack, draft)
        if turn.vector.catalogue == "unodc-signs"
    ]

    assert gone
    for turn in gone:
        assert turn.after is None
        assert turn.is_changed
        assert not turn.is_as_agreed
