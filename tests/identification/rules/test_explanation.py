"""A stored reading explains itself: all that was concluded follows from what it holds.

The reading is taken from its stored form alone, without the guideline and without the answers.
"""

import json

from hypothesis import event, given, settings

from korgoo.identification.rules import read
from tests.identification.rules import oracle, unweighted
from tests.identification.rules.strategies import screenings, screenings_of_every_kind
from tests.identification.rules.test_branches import BRANCHES


def stored(guideline, answers):
    return json.loads(json.dumps(read(guideline, answers).to_data()))


def concluded(data):
    """Outcome and reason, from the dimensions or elements of a stored reading."""
    return {"weighted": weighted, "elements": elements, "signs": signs}[data["rule"]](data)


def weighted(data):
    shown = {d["dimension"] for d in data["dimensions"] if d["rule"]}
    settled = {
        d["dimension"] for d in data["dimensions"] if d["state"] == "not_shown" and d["showable"]
    }
    means = shown - {"D4"}
    if "D4" in shown:
        return exploited(data, means, settled)
    if not means:
        return "not_enough", little(data)
    if "D4" in settled:
        return "some", "means_without_exploitation"
    asked = any(d["dimension"] == "D4" and d["showable"] for d in data["dimensions"])
    return "not_enough", "exploitation_not_asked" if asked else "exploitation_not_in_guideline"


def exploited(data, means, settled):
    if data["is_child"]:
        return "strong", "child_exploitation"
    if not means:
        is_settled = settled >= {"D1", "D2", "D3", "D5", "D6"}
        return "labour_rights", "exploitation_only" if is_settled else "exploitation_means_open"
    ways = [
        ("D1", "deception"),
        ("D2", "coercive_recruitment"),
        *(
            [("D3", "vulnerability"), ("D6", "vulnerability")]
            if data["vulnerability_as_means"]
            else []
        ),
    ]
    way = next((word for key, word in ways if key in means), "")
    if way and "D5" in means:
        return "strong", f"{way}_exploitation_and_coercion"
    first = next(key for key in ("D1", "D2", "D5", "D3", "D6") if key in means)
    words = {"D1": "deception", "D2": "coercive_recruitment", "D5": "coercion"}
    return "some", f"{words.get(first, 'vulnerability')}_and_exploitation"


def elements(data):
    found = data["elements"]
    shown = [e for e in found if e["more"] == 0]
    ruled_out = [e for e in found if e["more"] > len(e["open"]) and e["showable"]]
    if all(e in shown for e in found if e["needed"]):
        return "elements", "all_elements"
    reachable = not any(e["needed"] for e in ruled_out)
    if any(e["core"] for e in shown):
        return "some", "core_element_others_open" if reachable else "core_element"
    if not shown:
        return "not_enough", little(data)
    core_reachable = any(e["core"] and e not in ruled_out for e in found)
    is_open = core_reachable or reachable
    return "not_enough", "elements_core_open" if is_open else "elements_without_core"


def signs(data):
    if any(d["present"] for d in data["dimensions"]):
        return "signs", "signs_seen"
    return "not_enough", little(data)


def little(data):
    if any(d["present"] for d in data["dimensions"]):
        return "signs_below_rule"
    if not data["answered"]:
        return "nothing_answered"
    return "no_signs" if data["answered"] == data["asked_for"] else "no_signs_so_far"


@given(screenings() | screenings_of_every_kind())
@settings(max_examples=400)
def test_outcome_reason_and_urgency_follow_from_the_stored_reading(screening):
    data = stored(*screening)
    event(data["because"])
    assert (data["outcome"], data["because"]) == concluded(data)
    assert data["urgent"] == (data["is_child"] and any(d["present"] for d in data["dimensions"]))


def test_so_does_every_branch():
    for guideline, answers, outcome, because in [*BRANCHES, *unweighted.BRANCHES]:
        assert concluded(stored(guideline, answers)) == (outcome, because)


@given(screenings() | screenings_of_every_kind())
def test_the_counts_and_letters_of_a_dimension_follow_from_each_other(screening):
    data = stored(*screening)
    for one in data["dimensions"]:
        counts = one["strong"], one["medium"], one["weak"]
        if data["rule"] == "weighted":
            assert sum(counts) == len(one["present"])
            assert (one["state"] == "positive") == oracle.is_positive(*counts) == bool(one["rule"])
        else:
            assert (counts, one["rule"]) == ((0, 0, 0), None)
            assert (one["state"] == "positive") == bool(one["present"])
            assert (one["state"] == "not_shown") == (not one["present"] and not one["open"])
    present = sum(len(one["present"]) for one in data["dimensions"])
    still_open = sum(len(one["open"]) for one in data["dimensions"])
    assert data["asked_for"] == len(screening[0].indicators)
    assert data["answered"] == data["asked_for"] - still_open >= present


@given(screenings_of_every_kind())
def test_the_state_of_an_element_follows_from_its_signs(screening):
    guideline, answers = screening
    for element, one in zip(
        guideline.elements, stored(guideline, answers)["elements"], strict=True
    ):
        assert one["more"] == max(0, element.at_least - len(one["present"]))
        states = {"positive": one["more"] == 0, "not_shown": one["more"] > len(one["open"])}
        assert one["state"] == next((word for word, true in states.items() if true), "open")
