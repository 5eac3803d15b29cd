"""From the data of a country pack to what the rules read. Plain data in, plain data out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.identification.enums import REFUSED, UNKNOWN
from korgoo.identification.rules import Element, Guideline, Indicator, RuleKind, Strength, Value
from korgoo.identification.same_facts import Told, rank_of, second_answers, spread

if TYPE_CHECKING:
    from korgoo.countrypack.schema.catalogues import Catalogue
    from korgoo.countrypack.schema.views import AgencyView, Condition, Question, ViewPage

__all__ = [
    "Choice",
    "Told",
    "age_of",
    "answers",
    "guideline",
    "questions_of",
    "reached",
    "second_answers",
    "spread",
]

WORDS = {UNKNOWN: Value.UNKNOWN, REFUSED: Value.REFUSED}


@dataclass(frozen=True, slots=True)
class Choice:
    """The option chosen for a question, and where the answer comes from."""

    question: str
    option: str
    source: str


def guideline(catalogue: "Catalogue", profile: str, *, child: bool = False) -> Guideline:
    """Make the guideline of one profile: the indicators that it uses, and how they are read.

    Args:
        catalogue: Of any rule kind.
        profile: One of the catalogue's.
        child: The rules for children hold although the profile is not one of children, as in a
            catalogue with one profile for everybody.

    Raises:
        ValueError: The catalogue has no such profile, or does not hold together.
    """
    if profile not in catalogue.profiles:
        raise ValueError(f"catalogue {catalogue.key} has no profile {profile!r}")
    rule = RuleKind(catalogue.rule)
    is_weighted = rule == RuleKind.WEIGHTED
    signs = _weighed(catalogue, profile) if is_weighted else _plain(catalogue, profile)
    return Guideline(
        catalogue.key,
        catalogue.version,
        profile,
        signs,
        vulnerability_as_means=is_weighted and catalogue.vulnerability_as_means,
        rule=rule,
        is_child=child or profile in catalogue.child_profiles,
        elements=_elements(catalogue, signs) if rule == RuleKind.ELEMENTS else (),
    )


def _weighed(catalogue: "Catalogue", profile: str) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(sign.code, sign.dimension, Strength(sign.weights[profile]))
        for sign in catalogue.indicators
        if profile in sign.weights
    )


def _plain(catalogue: "Catalogue", profile: str) -> tuple[Indicator, ...]:
    return tuple(Indicator(s.code, s.dimension) for s in catalogue.for_profile(profile))


def _elements(catalogue: "Catalogue", signs: tuple[Indicator, ...]) -> tuple[Element, ...]:
    # A dimension may have signs for the other profiles only: here nothing of it can be shown.
    asked = {sign.dimension for sign in signs}
    return tuple(
        Element(
            element.key,
            tuple(dict.fromkeys(key for key in element.dimensions if key in asked)),
            at_least=element.at_least,
            not_for_children=element.not_for_children,
            core=element.core,
        )
        for element in catalogue.elements
    )


def answers(
    questions: "Iterable[Question]", choices: Iterable[Choice], known: frozenset[str]
) -> dict[str, Told]:
    """Say what the chosen options tell about each indicator.

    An option of the pack says present or absent. "Do not know" and "did not want to say" hold for
    every indicator that the question could tell about. Where two questions tell about the same
    indicator, present counts before absent, and an answer before none. Plain and sealed questions
    tell nothing about an indicator.

    Args:
        questions: The questions of the view.
        choices: What was chosen; questions without a choice were not asked.
        known: Codes of the profile, or of all catalogues of the view; others are left out.

    Returns:
        Value and source by indicator code.
    """
    by_key = {question.key: question for question in questions if question.kind == "indicator"}
    found: dict[str, Told] = {}
    for choice in choices:
        for code, value in _told(by_key.get(choice.question), choice.option).items():
            if code in known and rank_of((value, choice.source)) > rank_of(found.get(code)):
                found[code] = (value, choice.source)
    return found


def reached(pages: "Iterable[ViewPage]", choices: Iterable[Choice]) -> tuple[bool, ...]:
    """Say which pages of a view are asked, given the choices so far.

    A page is asked when all of its conditions hold. A condition on a question that stands on no
    earlier page, or on one that is itself passed over, does not hold.

    Args:
        pages: All pages of the view, in order.
        choices: What was chosen so far, on any page.
    """
    chosen = {(choice.question, choice.option) for choice in choices}
    asked: set[str] = set()
    found = []
    for page in pages:
        is_in = all(_holds(condition, asked, chosen) for condition in page.when)
        asked.update(question.key for question in page.questions if is_in)
        found.append(is_in)
    return tuple(found)


def _holds(condition: "Condition", asked: set[str], chosen: set[tuple[str, str]]) -> bool:
    return condition.question in asked and any(
        (condition.question, option) in chosen for option in condition.any_of
    )


def age_of(questions: "Iterable[Question]", choices: Iterable[Choice]) -> str:
    """Read the answer to the question about age; empty when the view has none or it is open."""
    chosen = {choice.question: choice.option for choice in choices}
    for question in questions:
        if question.kind == "age":
            ages = {option.key: option.age or "" for option in question.options}
            return ages.get(chosen.get(question.key, ""), "")
    return ""


def questions_of(view: "AgencyView") -> "tuple[Question, ...]":
    """List the questions of all pages of a view."""
    return tuple(question for page in view.pages for question in page.questions)


def _told(question: "Question | None", option: str) -> Mapping[str, Value]:
    if question is None:
        return {}
    if option in WORDS:
        codes = {code for known in question.options for code in known.sets}
        return dict.fromkeys(codes, WORDS[option])
    chosen = next((o for o in question.options if o.key == option), None)
    return {code: Value(value) for code, value in chosen.sets.items()} if chosen else {}
