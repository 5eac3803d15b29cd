"""Who may be asked, and when. Facts in, verdicts out."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Mandate
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.pairs.enums import ASK_MOVES, QUESTION_MOVES, AskState, QuestionState

if TYPE_CHECKING:
    from collections.abc import Collection

    from korgoo.pairs.models import Ask, Question, WatchRenewal

# The ask is passed on within a week and answered within two, so that the end that was drawn always comes after.
PASS_ON_WITHIN, ANSWER_WITHIN = timedelta(days=7), timedelta(days=14)
END_AFTER = PASS_ON_WITHIN + ANSWER_WITHIN
MAY_ASK_AGAIN = timedelta(days=30)


def investigates(mandates: "Collection[str]") -> bool:
    """Tell whether an organisation counts as police, whatever else it does."""
    return Mandate.INVESTIGATE in mandates


def ask(*, is_near: bool, before: "Ask | None", is_connected: bool, now: datetime) -> Verdict:
    """Only where something was found and shown, once, and again a month after it ended."""
    if is_connected:
        return Verdict(_("You are connected with the other organisation already."))
    if before is not None and before.answer_at > now:
        return Verdict(_("This was asked already. The answer stands here when it comes."))
    if before is not None and before.answer_at + MAY_ASK_AGAIN > now:
        return Verdict(_("Ask again a month after the last answer."))
    if not is_near:
        return Verdict(_("There is nobody to ask about."))
    return ALLOWED


def renew(row: "WatchRenewal", *, user_id: int) -> Verdict:
    """Never by who proposed it."""
    if row.proposed_by_id == user_id:
        return Verdict(_("A second person must confirm the new key."))
    return ALLOWED


def pass_on(
    ask_: "Ask", *, has_question: bool, is_settled: bool, is_readable: bool, now: datetime
) -> Verdict:
    """Once, within a week, not for a pair that was settled, and knowing what the person said."""
    if ask_.state != AskState.ASKED or ask_.answer_at <= now:
        return Verdict(_("This ask has ended."))
    if ask_.asked_at + PASS_ON_WITHIN < now:
        return Verdict(_("An ask can be passed on within 7 days. This one will end by itself."))
    if not is_readable:
        return Verdict(
            _("What the worker wrote cannot be read any more. This one will end by itself.")
        )
    if has_question:
        return Verdict(_("It was passed on already."))
    if is_settled:
        return Verdict(_("It is settled whether these are one person."))
    return ALLOWED


def release(ask_: "Ask", question: "Question | None", *, now: datetime) -> Verdict:
    """Only while both agree."""
    if AskState.CONNECTED not in ASK_MOVES[AskState(ask_.state)] or ask_.answer_at <= now:
        return Verdict(_("This ask has ended."))
    if question is None or QuestionState(question.state) is not QuestionState.AGREED:
        return Verdict(_("The other organisation has not agreed."))
    return ALLOWED


def close(ask_: "Ask") -> Verdict:
    """What is under way."""
    if AskState.CLOSED not in ASK_MOVES[AskState(ask_.state)]:
        return Verdict(_("This ask has ended."))
    return ALLOWED


def answer(question: "Question", to: QuestionState, *, today: date) -> Verdict:
    """Within the days given; it is taken back before it is changed."""
    if to not in QUESTION_MOVES[QuestionState(question.state)] or question.last_day < today:
        return Verdict(_("This question has ended or was answered. Open it again to see."))
    return ALLOWED
