"""What an owner sees of own cases: how near somebody is, what was asked, with whom they are connected."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from korgoo.access import api as access
from korgoo.casework import api as casework
from korgoo.lib import clock, codes
from korgoo.lookup.wording import strength_words
from korgoo.matching.strengths import Strength
from korgoo.pairs import policies, selectors
from korgoo.pairs.enums import AskState, QuestionState

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.pairs.models import Ask


def of_case(case_id: UUID, *, actor: "Actor") -> list[dict[str, Any]]:
    """Show on the page of an own case what its owner may know; nothing to anybody else."""
    view = selectors.own_view(case_id, actor=actor)
    if view is None:
        return []
    is_near = view.notice.strength is not Strength.NONE
    may_ask = policies.ask(
        is_near=is_near, before=view.ask, is_connected=bool(view.others), now=clock.now()
    )
    return [
        {
            "is_shown": view.notice.is_shown,
            "near": strength_words(view.notice.strength) if is_near else "",
            "asked": _asked(view.ask),
            "may_ask": bool(may_ask),
            "questions": [_question(one) for one in view.questions],
            "others": _others(case_id, view.others),
        }
    ]


def of_house(*, actor: "Actor") -> dict[str, Any]:
    """List for one page own cases that may be known elsewhere, what was asked, and with whom they are connected."""
    near = selectors.list_near(actor=actor)
    questions = selectors.list_questions(actor=actor)
    asks, connected = selectors.list_asks(actor=actor), selectors.list_connected(actor=actor)
    names = access.cards({other.owner_id for _case, other in connected}) if connected else {}
    wanted = {case_id for case_id, _word in near} | {one.case_id for one in questions}
    wanted |= {one.case_id for one in asks} | {case_id for case_id, _other in connected}
    lines = casework.own_lines(wanted, actor=actor)
    return {
        "near": [
            {**_case(lines[case_id]), "strength": strength_words(word)}
            for case_id, word in near
            if case_id in lines
        ],
        "questions": [
            {**_question(one), "code": lines[one.case_id].spoken_code}
            for one in questions
            if one.case_id in lines
        ],
        "asks": [
            {**_case(lines[one.case_id]), **(_asked(one) or {})}
            for one in asks
            if one.case_id in lines
        ],
        "connected": [
            {
                **_case(lines[case_id]),
                "name": names[other.owner_id].name,
                "there": codes.spoken(other.code),
                "day": timezone.localdate(other.at),
            }
            for case_id, other in connected
            if case_id in lines
        ],
    }


def _case(line: casework.CaseLine) -> dict[str, str]:
    return {"code": line.spoken_code, "address": reverse("casework:case", args=[line.id])}


def question_words(asked: selectors.Asked, *, actor: "Actor") -> dict[str, Any]:
    """Show one question to the owner who is asked."""
    lines = casework.own_lines([asked.case_id], actor=actor)
    code = lines[asked.case_id].spoken_code if asked.case_id in lines else ""
    return {**_question(asked), "code": code, "case_id": asked.case_id}


def _question(one: selectors.Asked) -> dict[str, Any]:
    return {
        "id": one.id,
        "strength": strength_words(one.strength),
        "last_day": one.last_day,
        "is_open": one.state is QuestionState.OPEN,
        "answer": str(one.state.label),
        "address": reverse("pairs:question", args=[one.id]),
    }


def _asked(ask: "Ask | None") -> dict[str, Any] | None:
    """Say how an ask stands as who asked may know it: the same words for every end but a connection."""
    if ask is None or ask.state == AskState.CONNECTED:
        return None
    return {
        "waits": selectors.is_waiting(ask),
        "day": timezone.localdate(ask.asked_at),
        "until": timezone.localdate(ask.answer_at),
    }


def _others(case_id: UUID, rows: list[selectors.Other]) -> list[dict[str, Any]]:
    names = access.cards(row.owner_id for row in rows) if rows else {}
    choose = reverse("referral:choose", args=[case_id])
    return [
        {
            "id": row.connection_id,
            "name": names[row.owner_id].name,
            "code": codes.spoken(row.code),
            "day": timezone.localdate(row.at),
            "consent": reverse("casework:consent", args=[case_id, row.owner_id]),
            "refer": choose,
        }
        for row in rows
    ]
