"""A reading in sentences for an officer. They name signs and questions, never the person.

The rules give stable codes; only this module turns them into words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.identification.rules import Because, DimensionState, Outcome, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

CAUTION = _(
    "This is a reading of the answers, not a decision. You know more than the questions ask. "
    "If your opinion differs, keep it and write down why."
)
URGENT = _(
    "This may concern a child. Act now: make sure the child is safe and call the coordinator. "
    "Do not wait for more answers."
)

OUTCOME_NAMES: Mapping[Outcome, _StrPromise] = {
    Outcome.STRONG: pgettext_lazy("reading of the guideline", "Strong indications"),
    Outcome.SOME: pgettext_lazy("reading of the guideline", "Some indications"),
    Outcome.LABOUR_RIGHTS: pgettext_lazy(
        "reading of the guideline", "Labour-rights problem indicated"
    ),
    Outcome.NOT_ENOUGH: pgettext_lazy("reading of the guideline", "Not enough information"),
}

OUTCOMES: Mapping[Outcome, _StrPromise] = {
    Outcome.STRONG: _("The answers strongly indicate trafficking. Offer help now."),
    Outcome.SOME: _(
        "The answers indicate trafficking in part. Offer help, and ask further when it is safe."
    ),
    Outcome.LABOUR_RIGHTS: _(
        "The answers indicate that the person's rights at work were broken. "
        "Help with wages and documents, and keep watching for signs of force or deception."
    ),
    Outcome.NOT_ENOUGH: _(
        "The answers do not say enough yet. This does not mean that nothing happened."
    ),
}

REASONS: Mapping[Because, _StrPromise] = {
    Because.CHILD_EXPLOITATION: _(
        "The signs show exploitation of a child. For a child it does not matter "
        "whether there was force or deception."
    ),
    Because.DECEPTION_EXPLOITATION_AND_COERCION: _(
        "The signs show deception at recruitment, exploitation, and coercion at the place of work."
    ),
    Because.COERCIVE_RECRUITMENT_EXPLOITATION_AND_COERCION: _(
        "The signs show force or threats at recruitment, exploitation, "
        "and coercion at the place of work."
    ),
    Because.VULNERABILITY_EXPLOITATION_AND_COERCION: _(
        "The signs show that someone used the person's difficult position, together with "
        "exploitation and coercion at the place of work."
    ),
    Because.DECEPTION_AND_EXPLOITATION: _(
        "The signs show deception at recruitment and exploitation. "
        "Coercion at the place of work is not shown."
    ),
    Because.COERCIVE_RECRUITMENT_AND_EXPLOITATION: _(
        "The signs show force or threats at recruitment and exploitation. "
        "Coercion at the place of work is not shown."
    ),
    Because.COERCION_AND_EXPLOITATION: _(
        "The signs show exploitation and coercion at the place of work. "
        "Neither deception nor force at recruitment is shown."
    ),
    Because.VULNERABILITY_AND_EXPLOITATION: _(
        "The signs show exploitation, and that someone used the person's difficult position."
    ),
    Because.MEANS_WITHOUT_EXPLOITATION: _(
        "There are signs of how someone was recruited or controlled. "
        "The answers about work and pay do not show exploitation. It may have been planned."
    ),
    Because.EXPLOITATION_ONLY: _(
        "The signs show exploitation. The questions about deception, force, threats and "
        "abuse of a difficult position were asked, and the answers do not show these."
    ),
    Because.EXPLOITATION_MEANS_OPEN: _(
        "The signs show exploitation. How the person was recruited and kept at work "
        "is still open: ask about promises, threats, debt, documents and freedom to leave."
    ),
    Because.EXPLOITATION_NOT_ASKED: _(
        "There are signs of how someone was recruited or controlled. "
        "Too little is known about work and pay: ask about them."
    ),
    Because.EXPLOITATION_NOT_IN_GUIDELINE: _(
        "There are signs of how someone was recruited or controlled. "
        "This list asks too little about work and pay to show exploitation: use the full list."
    ),
    Because.SIGNS_BELOW_RULE: _(
        "There are signs, but in no group are there enough of them to count."
    ),
    Because.NOTHING_ANSWERED: _("No question has an answer yet."),
    Because.NO_SIGNS_SO_FAR: _("No sign is present so far. Some questions have no answer yet."),
    Because.NO_SIGNS: _(
        "Every question has an answer and no sign is present. "
        "People often speak only later: say how to reach help."
    ),
}

STATES: Mapping[DimensionState, _StrPromise] = {
    DimensionState.POSITIVE: _("Shown by the answers"),
    DimensionState.NOT_SHOWN: _("Not shown by the answers"),
    DimensionState.OPEN: _("Open: questions without an answer could still show it"),
}

RULES: Mapping[Rule, _StrPromise] = {
    "a": _("At least two strong signs"),
    "b": _("One strong sign and at least one medium or weak sign"),
    "c": _("At least three medium signs"),
    "d": _("Two medium signs and at least one weak sign"),
}

WOULD_CHANGE_ONE: Mapping[Outcome, _StrPromise] = {
    Outcome.STRONG: _("If this sign is present, the reading becomes: strong indications."),
    Outcome.SOME: _("If this sign is present, the reading becomes: some indications."),
    Outcome.LABOUR_RIGHTS: _(
        "If this sign is present, the reading becomes: labour-rights problem indicated."
    ),
}
WOULD_CHANGE_ALL: Mapping[Outcome, _StrPromise] = {
    Outcome.STRONG: _("If all these signs are present, the reading becomes: strong indications."),
    Outcome.SOME: _("If all these signs are present, the reading becomes: some indications."),
    Outcome.LABOUR_RIGHTS: _(
        "If all these signs are present, the reading becomes: labour-rights problem indicated."
    ),
}


def outcome_name(outcome: Outcome) -> _StrPromise:
    """The outcome in two or three words, for a heading or a list."""
    return OUTCOME_NAMES[outcome]


def outcome_sentence(outcome: Outcome) -> _StrPromise:
    """What the outcome means and what to do next."""
    return OUTCOMES[outcome]


def because_sentence(because: Because) -> _StrPromise:
    """Why the rules came to the outcome."""
    return REASONS[because]


def state_sentence(state: DimensionState) -> _StrPromise:
    """What the answers show about one dimension."""
    return STATES[state]


def rule_sentence(rule: Rule) -> _StrPromise:
    """Which combination of signs made a dimension positive."""
    return RULES[rule]


def would_change_sentence(outcome: Outcome, *, questions: int) -> _StrPromise:
    """What a present answer to the named questions would do.

    Args:
        outcome: The outcome it would lead to.
        questions: How many questions the set has, 1 or more.

    Raises:
        KeyError: The outcome is "not enough": no present answer ever leads there.
    """
    return (WOULD_CHANGE_ONE if questions == 1 else WOULD_CHANGE_ALL)[outcome]
