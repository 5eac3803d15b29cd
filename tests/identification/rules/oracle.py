"""The method written a second time, straight from its text, to judge the rules by."""

from itertools import combinations

from korgoo.identification.rules import Outcome, Value


def is_positive(strong, medium, weak):
    return (
        strong >= 2
        or (strong >= 1 and medium + weak >= 1)
        or medium >= 3
        or (medium >= 2 and weak >= 1)
    )


def shows(guideline, dimension, codes):
    strengths = [
        sign.strength
        for sign in guideline.indicators
        if sign.dimension == dimension and sign.code in codes
    ]
    return is_positive(*(strengths.count(word) for word in ("strong", "medium", "weak")))


def unanswered(guideline, answers):
    answered = {code for code, value in answers.items() if value in ("present", "absent")}
    return [sign.code for sign in guideline.indicators if sign.code not in answered]


def outcome(guideline, answers):
    return {"weighted": weighted, "elements": elements, "signs": signs}[guideline.rule](
        guideline, answers
    )


def elements(guideline, answers):
    present = {code for code, value in answers.items() if value == "present"}
    shown = {
        element.key
        for element in guideline.elements
        if sum(
            s.code in present for s in guideline.indicators if s.dimension in element.dimensions
        )
        >= element.at_least
    }
    needed = {
        element.key
        for element in guideline.elements
        if not (guideline.is_child and element.not_for_children)
    }
    if needed <= shown:
        return Outcome.ELEMENTS
    core = {element.key for element in guideline.elements if element.core}
    return Outcome.SOME if core & shown else Outcome.NOT_ENOUGH


def signs(guideline, answers):
    return Outcome.SIGNS if "present" in answers.values() else Outcome.NOT_ENOUGH


def weighted(guideline, answers):
    present = {code for code, value in answers.items() if value == "present"}
    d1, d2, d3, d4, d5, d6 = (shows(guideline, f"D{n}", present) for n in range(1, 7))
    if d4 and guideline.is_child:
        return Outcome.STRONG
    if d4:
        way_in = d1 or d2 or (guideline.vulnerability_as_means and (d3 or d6))
        if d5 and way_in:
            return Outcome.STRONG
        return Outcome.SOME if d1 or d2 or d3 or d5 or d6 else Outcome.LABOUR_RIGHTS
    possible = present | set(unanswered(guideline, answers))
    was_asked = shows(guideline, "D4", guideline.codes) and not shows(guideline, "D4", possible)
    return Outcome.SOME if was_asked and (d1 or d2 or d3 or d5 or d6) else Outcome.NOT_ENOUGH


def with_present(answers, codes):
    return answers | dict.fromkeys(codes, Value.PRESENT)


def smallest_changing_sets(guideline, answers, largest=3):
    """Every smallest set of unanswered codes whose presence changes the outcome."""
    now, open_codes = outcome(guideline, answers), unanswered(guideline, answers)
    for size in range(1, largest + 1):
        found = {
            codes: after
            for codes in combinations(open_codes, size)
            if (after := outcome(guideline, with_present(answers, codes))) != now
        }
        if found:
            return found
    return {}
