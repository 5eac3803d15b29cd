"""What the co-ordinator sees: codes, organisations, how sure, what agrees, how far it is. No person."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.lib import clock, codes
from korgoo.lookup.enums import Kind
from korgoo.lookup.wording import agrees, strength_words
from korgoo.matching.strengths import strength
from korgoo.pairs import policies
from korgoo.pairs.enums import PersonSays, QuestionState
from korgoo.pairs.forms import SHOWN

if TYPE_CHECKING:
    from korgoo.access.api import OrganisationCard
    from korgoo.pairs.selectors import Pair, Side, Watched, Weighed

Cards = dict[int, "OrganisationCard"]


def list_words(watched: "Watched", shown: str) -> dict[str, Any]:
    """Show the list of pairs of one kind, and the asks that wait."""
    shown = shown if shown in SHOWN else "open"
    houses = _houses(watched)
    asked = _asked_marks(watched)
    rows = [_row(pair, houses) for pair in watched.pairs if _kind(pair, asked) == shown]
    filters = [
        {
            "text": str(label),
            "href": f"{reverse('pairs:list')}?show={key}",
            "is_current": key == shown,
            "count": sum(_kind(pair, asked) == key for pair in watched.pairs),
        }
        for key, label in SHOWN.items()
    ]
    asks = [_ask(one, houses) for one in watched.asks]
    return {
        "rows": rows,
        "filters": filters,
        "asks": asks,
        "left": watched.left,
        "anew": watched.anew,
    }


def pair_words(watched: "Watched", mark: str) -> dict[str, Any] | None:
    """Show one pair with what is asked about it; None when there is none."""
    houses = _houses(watched)
    for pair in watched.pairs:
        if pair.mark == mark:
            asks = [
                {**_ask(one, houses), **_deeds(one, pair)}
                for one in watched.asks
                if mark in {other.mark for other in one.pairs} and one.mark in {"", mark}
            ]
            return {**_row(pair, houses), "asks": asks, "pair_mark": mark}
    return None


def _kind(pair: "Pair", asked: set[str]) -> str:
    if pair.is_same is not None:
        return "settled"
    return "asked" if pair.mark in asked else "open"


def _asked_marks(watched: "Watched") -> set[str]:
    return {pair.mark for one in watched.asks for pair in one.pairs if one.mark in {"", pair.mark}}


def _houses(watched: "Watched") -> Cards:
    sides = [side for pair in watched.pairs for side in (pair.here, pair.there)]
    return access.cards({side.owner_id for side in sides} | {a.ask.owner_id for a in watched.asks})


def _side(side: "Side", houses: Cards) -> dict[str, str]:
    return {"code": codes.spoken(side.code), "name": houses[side.owner_id].name}


def _row(pair: "Pair", houses: Cards) -> dict[str, Any]:
    found = {None: "", True: _("The same person"), False: _("Not the same person")}
    return {
        "here": _side(pair.here, houses),
        "there": _side(pair.there, houses),
        "strength": strength_words(strength(pair.posterior)),
        "agrees": agrees(Kind(kind) for kind in pair.kinds),
        "kinds": ", ".join(str(kind.label) for kind in Kind if kind in pair.kinds),
        "settled": found[pair.is_same],
        "address": reverse("pairs:pair", args=[pair.mark]),
    }


def _ask(one: "Weighed", houses: Cards) -> dict[str, Any]:
    sides = {s.case_id: s for pair in one.pairs for s in (pair.here, pair.there)}
    side = sides.get(one.ask.case_id)
    return {
        "id": one.ask.pk,
        "name": houses[one.ask.owner_id].name,
        "code": codes.spoken(side.code) if side else "",
        "day": timezone.localdate(one.ask.asked_at),
        "until": timezone.localdate(one.ask.asked_at + policies.PASS_ON_WITHIN),
        "ends": timezone.localdate(one.ask.answer_at),
        "says": _says(one),
        "why": one.why,
        "state": _state(one),
        "answer_says": str(PersonSays(one.answer_says).label) if one.answer_says else "",
        "answer_why": one.answer_why,
        "pairs": [reverse("pairs:pair", args=[pair.mark]) for pair in one.pairs],
    }


def _says(one: "Weighed") -> str:
    if not one.is_readable:
        return _("What the worker wrote cannot be read any more: the key was made anew since")
    return str(PersonSays(one.says).label)


def _state(one: "Weighed") -> str:
    question = one.question
    if question is None:
        return pgettext("ask", "Not passed on yet")
    if question.state == QuestionState.OPEN and question.last_day < clock.today():
        return pgettext("question", "Nobody answered in time")
    return str(QuestionState(question.state).label)


def _deeds(one: "Weighed", pair: "Pair") -> dict[str, bool]:
    now = clock.now()
    settled = pair.is_same is not None
    has_question = one.question is not None
    return {
        "may_pass_on": bool(
            policies.pass_on(
                one.ask,
                has_question=has_question,
                is_settled=settled,
                is_readable=one.is_readable,
                now=now,
            )
        ),
        "may_release": bool(policies.release(one.ask, one.question, now=now)),
    }
