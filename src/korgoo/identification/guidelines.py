"""From the data of a country pack to what the rules read. Plain data in, plain data out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.identification.enums import REFUSED, UNKNOWN
from korgoo.identification.rules import Guideline, Indicator, Profile, Strength, Value

if TYPE_CHECKING:
    from korgoo.countrypack.schema.catalogues import Catalogue
    from korgoo.countrypack.schema.views import AgencyView, Question

WORDS = {UNKNOWN: Value.UNKNOWN, REFUSED: Value.REFUSED}


@dataclass(frozen=True, slots=True)
class Choice:
    """The option chosen for a question, and where the answer comes from."""

    question: str
    option: str
    source: str


def guideline(catalogue: "Catalogue", profile: str) -> Guideline:
    """Make the guideline of one profile: the indicators that carry a weight for it.

    Raises:
        ValueError: The rules do not know the profile.
    """
    signs = tuple(
        Indicator(sign.code, sign.dimension, Strength(sign.weights[profile]))
        for sign in catalogue.indicators
        if profile in sign.weights
    )
    return Guideline(
        catalogue.key,
        catalogue.version,
        Profile(profile),
        signs,
        vulnerability_as_means=catalogue.vulnerability_as_means,
    )


def answers(
    questions: "Iterable[Question]", choices: Iterable[Choice], known: frozenset[str]
) -> dict[str, tuple[Value, str]]:
    """Say what the chosen options tell about each indicator.

    An option of the pack says present or absent. "Do not know" and "did not want to say" hold for
    every indicator that the question could tell about. Where two questions tell about the same
    indicator, present counts before absent, and an answer before none.

    Args:
        questions: The questions of the view.
        choices: What was chosen; questions without a choice were not asked.
        known: Codes of the profile; others are left out.

    Returns:
        Value and source by indicator code.
    """
    by_key = {question.key: question for question in questions}
    found: dict[str, tuple[Value, str]] = {}
    for choice in choices:
        for code, value in _told(by_key.get(choice.question), choice.option).items():
            if code in known and _rank(value) > _rank(found.get(code, (Value.NOT_ASKED,))[0]):
                found[code] = (value, choice.source)
    return found


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


def _rank(value: Value) -> int:
    order = (Value.NOT_ASKED, Value.UNKNOWN, Value.REFUSED, Value.ABSENT, Value.PRESENT)
    return order.index(value)
