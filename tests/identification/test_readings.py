"""One card, read by every list it asks about: its own, the others, and forced labour beside."""

from datetime import date
from itertools import permutations

import pytest

from korgoo.identification import agency_views, readings, wording
from korgoo.identification.earlier import Known
from korgoo.identification.enums import Moved
from korgoo.identification.guidelines import Choice
from korgoo.identification.readings import Facts
from korgoo.identification.rules import Outcome, Value
from tests.identification import changed

PRESENT, ABSENT, UNKNOWN = Value.PRESENT, Value.ABSENT, Value.UNKNOWN
LABOUR, SIGNS, SEXUAL = "ilo-labour", "unodc-signs", "ilo-sexual"
FORCED = "ilo-forced-labour"
DAY = date(2026, 2, 1)
LATER = date(2026, 2, 20)
# To the second step of the intake, on sexual exploitation as well as on work.
WIDE = {"safe": "yes", "needed": "yes", "kind": "both"}


def told(answers, source="told"):
    return tuple(Choice(question, option, source) for question, option in answers.items())


def answered(answers, *, view="ngo-intake", child=False, earlier=None):
    guideline = changed.of_the_pack()
    asked = agency_views.view_of(view, guideline, child=child)
    facts = Facts(told(answers), child, earlier=earlier)
    return readings.answers_of(asked, facts, guideline)


def read(answers, *, view="ngo-intake", child=False, moved=""):
    guideline = changed.of_the_pack()
    described = agency_views.view_of(view, guideline, child=child)
    found = answered(answers, view=view, child=child)
    made = readings.read_all(described, found, guideline, child=child, moved=moved)
    return {reading.guideline_key: reading for reading in made}


def known(value, on=DAY, source="document"):
    return Known(value, source, on, "labour-inspector")


def signs(*codes):
    return dict.fromkeys(codes, "yes")


# By which lists


def test_the_intake_is_read_by_its_three_lists_its_own_first():
    assert list(read({})) == [LABOUR, SIGNS, SEXUAL]
    assert list(read({}, view="labour-inspector")) == [LABOUR]
    assert list(read({}, view="full--unodc-signs")) == [SIGNS]


def test_the_intake_shows_sexual_exploitation_by_elements():
    shown = signs("S1.02", "S4.04", "S5.06", "D3.02")
    made = read(WIDE | shown)

    assert made[SEXUAL].outcome is Outcome.ELEMENTS
    assert made[LABOUR].outcome is Outcome.NOT_ENOUGH


def test_what_was_seen_is_read_apart_from_what_was_told():
    made = read({"safe": "not-now"} | signs("U1.05"))

    assert made[SIGNS].outcome is Outcome.SIGNS
    assert made[LABOUR].outcome is made[SEXUAL].outcome is Outcome.NOT_ENOUGH


def test_a_question_of_one_list_answers_the_same_fact_in_the_others():
    found = answered(WIDE | signs("D5.01", "D4.04"))

    assert {code for code in found if found[code]["value"] == "present"} >= {
        "D5.01",
        "S5.01",
        "D4.04",
        "U1.22",
    }
    assert found["S5.01"] == found["D5.01"] == {"value": "present", "source": "told"}


@pytest.mark.parametrize(
    ("labour", "seen", "value", "source"),
    [
        ("no", "yes", "present", "observed"),
        ("unknown", "yes", "present", "observed"),
        ("yes", "no", "present", "told"),
        ("refused", "no", "absent", "observed"),
    ],
)
def test_where_two_questions_ask_one_fact_the_answer_that_counts_holds_in_both_lists(
    labour, seen, value, source
):
    guideline = changed.of_the_pack()
    wide, more = (agency_views.view_of(key, guideline) for key in ("full", "full--unodc-signs"))
    both = wide.model_copy(update={"pages": (*wide.pages, *more.pages)})
    choices = (Choice("d4-04", labour, "told"), Choice("u1-22", seen, "observed"))

    found = readings.answers_of(both, Facts(choices, child=False), guideline)

    counts = {"value": value, "source": source}
    assert found == {"D4.04": counts, "U1.22": counts}


def test_no_answer_is_no_answer_in_any_list():
    found = answered(WIDE | {"D5.01": "refused"})

    assert found["D5.01"]["value"] == "refused"
    assert found.get("S5.01", {"value": "refused"})["value"] == "refused"


# Age


def test_in_doubt_about_the_age_the_lists_for_children_are_read():
    hours = {"d4-01": "yes", "d4-09": "yes"}
    adult = read(hours, view="full")[LABOUR]
    child = read(hours, view="full", child=True)[LABOUR]

    assert (adult.profile, child.profile) == ("adult_labour", "child_labour")
    assert (adult.outcome, child.outcome) == (Outcome.LABOUR_RIGHTS, Outcome.STRONG)
    assert child.urgent
    assert not adult.urgent


def test_a_child_needs_no_means_in_the_sexual_list():
    shown = WIDE | signs("S4.04")

    assert read(shown, child=True)[SEXUAL].outcome is Outcome.ELEMENTS
    assert read(shown)[SEXUAL].outcome is Outcome.SOME


# Forced labour beside


@pytest.mark.parametrize("moved", [Moved.YES, Moved.UNKNOWN, ""])
def test_forced_labour_is_not_read_where_the_person_left_home_or_may_have(moved):
    assert FORCED not in read(WIDE | signs("D5.01", "D2.04"), moved=moved)


def test_forced_labour_is_read_last_where_the_person_works_at_home():
    made = read(WIDE | signs("D5.01", "D2.04"), moved=Moved.NO)

    assert list(made) == [LABOUR, SIGNS, SEXUAL, FORCED]
    assert made[FORCED].outcome is Outcome.ELEMENTS


def test_forced_labour_is_read_beside_the_list_it_is_made_from_only():
    assert list(read({}, view="full--unodc-signs", moved=Moved.NO)) == [SIGNS]
    assert list(read({}, view="labour-inspector", moved=Moved.NO)) == [LABOUR, FORCED]


# The one that is shown first


def test_the_reading_that_asks_for_most_is_shown_first():
    order = (
        Outcome.STRONG,
        Outcome.ELEMENTS,
        Outcome.SOME,
        Outcome.LABOUR_RIGHTS,
        Outcome.SIGNS,
        Outcome.NOT_ENOUGH,
    )
    assert set(order) == set(Outcome)
    some = read({"d4-01": "yes", "d4-09": "yes", "d1-01": "yes", "d1-10": "yes"}, view="full")
    one_of_each = {
        Outcome.STRONG: read({"d4-01": "yes", "d4-09": "yes"}, view="full", child=True)[LABOUR],
        Outcome.ELEMENTS: read(WIDE | signs("S1.02", "S4.04"))[SEXUAL],
        Outcome.SOME: some[LABOUR],
        Outcome.LABOUR_RIGHTS: read({"d4-01": "yes", "d4-09": "yes"}, view="full")[LABOUR],
        Outcome.SIGNS: read(signs("U1.05"))[SIGNS],
        Outcome.NOT_ENOUGH: read({})[LABOUR],
    }
    assert {outcome: r.outcome for outcome, r in one_of_each.items()} == {o: o for o in order}
    for pair in permutations(order, 2):
        first = min(pair, key=order.index)
        assert readings.headline(one_of_each[o] for o in pair) is one_of_each[first]


def test_of_two_that_ask_for_as_much_the_cards_own_list_is_shown_first():
    made = read({})

    assert readings.headline(made.values()) is made[LABOUR]


# What is known before


def test_an_earlier_answer_stands_with_its_day_where_the_card_gives_none():
    found = answered({}, earlier={"D5.01": known(PRESENT)})

    taken = {"value": "present", "source": "document", "on": "2026-02-01"}
    assert found == {"D5.01": taken, "S5.01": taken}


def test_the_answer_of_the_card_stands_before_an_earlier_one():
    found = answered(WIDE | {"D5.01": "no"}, earlier={"D5.01": known(PRESENT)})

    assert found["D5.01"] == {"value": "absent", "source": "told"}


def test_the_answer_of_the_card_stands_before_an_earlier_one_in_every_list():
    # As an earlier card keeps it: the same fact under the codes of all lists.
    earlier = {code: known(PRESENT) for code in ("D4.04", "U1.22")}

    found = answered(WIDE | {"D4.04": "no"}, earlier=earlier)

    assert {code: row["value"] for code, row in found.items()} == {
        "D4.04": "absent",
        "U1.22": "absent",
    }
    assert not any("on" in row for row in found.values())


@pytest.mark.parametrize("nothing", ["unknown", "refused"])
def test_not_knowing_does_not_erase_what_was_known(nothing):
    found = answered(WIDE | {"D5.01": nothing}, earlier={"D5.01": known(PRESENT)})

    assert found["D5.01"]["value"] == "present"
    assert found["D5.01"]["on"] == "2026-02-01"


def test_the_newest_of_two_earlier_answers_to_one_fact_holds_in_every_list():
    earlier = {"D5.01": known(PRESENT), "S5.01": known(ABSENT, LATER, "told")}

    found = answered({}, earlier=earlier)

    taken = {"value": "absent", "source": "told", "on": "2026-02-20"}
    assert found == {"D5.01": taken, "S5.01": taken}


def test_earlier_answers_keep_the_source_from_which_each_came():
    earlier = {"D4.04": known(PRESENT), "U1.22": known(PRESENT, source="observed")}

    found = answered({}, earlier=earlier)

    assert (found["D4.04"]["source"], found["U1.22"]["source"]) == ("document", "observed")
    assert {row["on"] for row in found.values()} == {"2026-02-01"}


def test_a_sign_that_no_list_knows_any_more_is_not_taken_over():
    assert answered({}, earlier={"D9.99": known(PRESENT)}) == {}


# Pages that are passed over


def test_answers_on_a_page_that_is_passed_over_do_not_count():
    shown = WIDE | signs("S4.04", "D5.01")

    assert {"S4.04", "D5.01"} <= answered(shown).keys()
    assert {"S4.04"} & answered(shown | {"kind": "work"}).keys() == set()
    assert answered(shown | {"safe": "not-now"}) == {}


# The ways that the guideline opens


def keys(*outcomes, child=False, sanctions_wait=False):
    found = wording.routes(set(outcomes), child=child, sanctions_wait=sanctions_wait)
    return [route["key"] for route in found]


def test_help_is_offered_whatever_the_reading_says():
    for outcome in Outcome:
        assert keys(outcome)[0] == "help"
    assert keys(Outcome.NOT_ENOUGH) == ["help"]


def test_each_reading_opens_its_ways():
    assert keys(Outcome.STRONG) == keys(Outcome.SIGNS) == ["help", "refer"]
    assert keys(Outcome.LABOUR_RIGHTS) == ["help", "work"]
    assert keys(Outcome.LABOUR_RIGHTS, Outcome.SIGNS) == ["help", "refer", "work"]
    assert keys(Outcome.NOT_ENOUGH, child=True) == ["help", "child"]
    assert keys(Outcome.STRONG, Outcome.LABOUR_RIGHTS, child=True, sanctions_wait=True) == [
        "help",
        "child",
        "refer",
        "no_punishment",
        "work",
    ]
