"""A reading in sentences for an officer. They name signs and questions, never the person.

The rules give stable codes; only this module turns them into words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.identification.rules import Because, DimensionState, Outcome, Rule, RuleKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

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
    Outcome.ELEMENTS: pgettext_lazy("reading of the guideline", "Signs of all elements"),
    Outcome.SIGNS: pgettext_lazy("reading of the guideline", "Signs worth a closer look"),
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
    Outcome.ELEMENTS: _(
        "There are signs of every element that the list asks for. The list has no weights: it "
        "says what is shown, not how strongly. Offer help now."
    ),
    Outcome.SIGNS: _(
        "Something was seen that is worth a closer look. A sign alone settles nothing: "
        "offer help, and talk alone when it is safe."
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
    Because.ALL_ELEMENTS: _("Each element that the list asks for is shown by at least one sign."),
    Because.CORE_ELEMENT: _(
        "The element that counts most is shown; the answers do not show all the others."
    ),
    Because.CORE_ELEMENT_OTHERS_OPEN: _(
        "The element that counts most is shown; too little is known yet about the others."
    ),
    Because.ELEMENTS_WITHOUT_CORE: _(
        "Some elements are shown, but the answers do not show the one that counts most."
    ),
    Because.ELEMENTS_CORE_OPEN: _(
        "Some elements are shown; too little is known yet about the one that counts most: ask "
        "about it."
    ),
    Because.SIGNS_SEEN: _("At least one sign was seen or told."),
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
    Outcome.ELEMENTS: _("If this sign is present, the reading becomes: signs of all elements."),
    Outcome.SIGNS: _("If this sign is present, the reading becomes: signs worth a closer look."),
    Outcome.STRONG: _("If this sign is present, the reading becomes: strong indications."),
    Outcome.SOME: _("If this sign is present, the reading becomes: some indications."),
    Outcome.LABOUR_RIGHTS: _(
        "If this sign is present, the reading becomes: labour-rights problem indicated."
    ),
}
WOULD_CHANGE_ALL: Mapping[Outcome, _StrPromise] = {
    Outcome.ELEMENTS: _(
        "If all these signs are present, the reading becomes: signs of all elements."
    ),
    Outcome.SIGNS: _(
        "If all these signs are present, the reading becomes: signs worth a closer look."
    ),
    Outcome.STRONG: _("If all these signs are present, the reading becomes: strong indications."),
    Outcome.SOME: _("If all these signs are present, the reading becomes: some indications."),
    Outcome.LABOUR_RIGHTS: _(
        "If all these signs are present, the reading becomes: labour-rights problem indicated."
    ),
}


KINDS: Mapping[RuleKind, _StrPromise] = {
    RuleKind.WEIGHTED: _("Signs are weighed in six groups by the rule of the ILO."),
    RuleKind.ELEMENTS: _(
        "Unweighted: the list says which elements are shown by at least one sign."
    ),
    RuleKind.SIGNS: _("Unweighted: what was seen. Signs lead to a talk and settle nothing."),
}

ROUTE_HELP = _("Offer help now: it needs no decision, no statement and no name.")
ROUTE_REFER = _("With the person's agreement, ask another organisation for what is needed.")
ROUTE_CHILD = _(
    "Tell child protection. A guardian decides with the child; a trained person asks further."
)
ROUTE_WORK = _("Help to claim wages and papers: labour inspection, free legal aid.")
ROUTE_NO_PUNISHMENT = _(
    "The person may have been made to break the law. Before any fine, detention or expulsion, "
    "those who decide must look whether it was a direct consequence of being exploited."
)
ASKING_FOR_HELP = frozenset({Outcome.STRONG, Outcome.ELEMENTS, Outcome.SOME, Outcome.SIGNS})


def routes(
    outcomes: Collection[Outcome], *, child: bool, sanctions_wait: bool
) -> list[dict[str, _StrPromise]]:
    """List the ways that the readings of a card open, the most pressing first.

    Args:
        outcomes: Of all readings of the card.
        child: The rules for children hold.
        sanctions_wait: A sign is present that the person was made to break the law.
    """
    found = [("help", ROUTE_HELP)]
    if child:
        found.append(("child", ROUTE_CHILD))
    if ASKING_FOR_HELP & set(outcomes):
        found.append(("refer", ROUTE_REFER))
    if sanctions_wait:
        found.append(("no_punishment", ROUTE_NO_PUNISHMENT))
    if Outcome.LABOUR_RIGHTS in outcomes:
        found.append(("work", ROUTE_WORK))
    return [{"key": key, "text": text} for key, text in found]  # type: ignore[dict-item]


def kind_sentence(kind: RuleKind) -> _StrPromise:
    """How a list is read, for who asks why."""
    return KINDS[kind]


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
