"""The answer to "may this agency send people there?", and what to do about it."""

from typing import Any

from django.urls import reverse

from korgoo.agencies import api, countries, selectors, wording
from korgoo.agencies.cards import AgencyCard, DecisionCard
from korgoo.agencies.presentation import parts
from korgoo.agencies.rules import Standing, State
from korgoo.lib import clock

LOUD = frozenset({State.SUSPENDED, State.CANCELLED})


def asked(answer: api.Answer) -> dict[str, Any]:
    """Say what was asked for, on every page that follows a question."""
    return {
        "typed": answer.typed,
        "country": countries.name(answer.country),
        "code": answer.country,
        "day": answer.day,
        "is_today": answer.day == clock.today(),
        "source": parts.source_line(),
        "numbers": parts.numbers(),
        "ways": parts.ways(),
    }


def answer_page(answer: api.Answer) -> dict[str, Any]:
    """Describe the answer for one agency.

    Args:
        answer: With an agency and what holds for it.
    """
    card, standing = answer.agency, answer.standing
    if card is None or standing is None:
        raise ValueError("an answer for nobody")
    is_allowed = standing.is_allowed
    return asked(answer) | {
        "agency": parts.agency_line(card),
        "headline": wording.headline(standing, answer.day),
        "why": wording.why(standing),
        "is_allowed": is_allowed,
        "is_loud": standing.state in LOUD,
        "is_since_today": bool(standing.move and standing.move.day == clock.today()),
        "decision": _decision(card, standing),
        "elsewhere": _elsewhere(card, answer),
        "means": wording.MEANS_YES if is_allowed else wording.MEANS_NO,
        "deeds": wording.ASK_FOR if is_allowed else wording.DO_NOT,
        "if_paid": () if is_allowed else wording.IF_PAID,
        "others": [parts.agency_line(one) for one in answer.choices],
        "in_country": _list_of(answer.country),
    }


def choice_page(answer: api.Answer) -> dict[str, Any]:
    """Describe the agencies of this or a like name, to choose from."""
    return asked(answer) | {"choices": [parts.agency_line(one) for one in answer.choices]}


def not_found_page(answer: api.Answer) -> dict[str, Any]:
    """Describe the answer for a name that the register does not know."""
    return asked(answer) | {
        "deeds": wording.NOT_FOUND,
        "do_not": wording.DO_NOT,
        "if_paid": wording.IF_PAID,
        "in_country": _list_of(answer.country),
    }


def _decision(card: AgencyCard, standing: "Standing[DecisionCard]") -> dict[str, Any] | None:
    permit = card.permit_of(standing.move)
    if standing.move is None or permit is None:
        return None
    return parts.decision_line(permit, standing.move, set())


def _elsewhere(card: AgencyCard, answer: api.Answer) -> list[str]:
    """Name the other countries to which the agency may send people on that day."""
    others = [code for code in card.countries if code != answer.country]
    allowed = [code for code in others if card.standing(code, answer.day).is_allowed]
    return sorted(countries.name(code) for code in allowed)


def _list_of(country: str) -> str:
    """Give the page of the agencies that may send people to a country; of all when there is none."""
    if country in selectors.permit_keys():
        return reverse("agencies_public:country", args=[country])
    return reverse("agencies_public:list")
