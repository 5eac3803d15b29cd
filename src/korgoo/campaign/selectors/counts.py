"""Counts of what was done by codes, of answers, and of recall surveys."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum

from korgoo.campaign.enums import Moment
from korgoo.campaign.models import AgencyCheckCount, AnswerCount, Recall, RecallMessage


@dataclass(frozen=True, slots=True)
class Answered:
    """How a question was answered, before and after. Counts of answers, not of people."""

    question: str
    before: int
    before_right: int
    after: int
    after_right: int


@dataclass(frozen=True, slots=True)
class Recalled:
    """What surveys of one region found: counts of persons asked."""

    region: str
    asked: int
    remember: int
    acted: int


def checks(codes: set[str], first: date, last: date) -> dict[tuple[str, date], int]:
    """Count agency checks by code and day, both days included."""
    rows = AgencyCheckCount.objects.filter(code__code__in=codes, day__range=(first, last))
    return {
        (code, day): count for code, day, count in rows.values_list("code__code", "day", "count")
    }


def checks_by_region(first: date, last: date) -> list[tuple[str, int]]:
    """Count agency checks by the region of their codes, both days included; empty: the whole country."""
    rows = AgencyCheckCount.objects.filter(day__range=(first, last))
    return list(rows.order_by().values_list("code__region").annotate(n=Sum("count")))


def answers(campaign_id: UUID, first: date, last: date) -> list[Answered]:
    """Count answers by question, in the order of their keys, both days included."""
    rows = AnswerCount.objects.filter(code__campaign_id=campaign_id, day__range=(first, last))
    sums: dict[str, dict[tuple[str, bool], int]] = defaultdict(lambda: defaultdict(int))
    counted = rows.values_list("question", "moment", "is_right").annotate(n=Sum("count"))
    for question, moment, is_right, count in counted.order_by():
        sums[question][moment, is_right] += count
    return [_answered(question, sums[question]) for question in sorted(sums)]


def recalled(campaign_id: UUID) -> list[Recalled]:
    """Add up recall surveys by region."""
    rows = Recall.objects.filter(campaign_id=campaign_id).order_by("region").values("region")
    summed = rows.annotate(a=Sum("asked"), r=Sum("remember"), d=Sum("acted"))
    return [Recalled(row["region"], row["a"], row["r"], row["d"]) for row in summed]


def messages_recalled(campaign_id: UUID) -> dict[int, int]:
    """Count who could say each message, by the number of its audience."""
    rows = RecallMessage.objects.filter(recall__campaign_id=campaign_id)
    return dict(rows.values_list("audience_id").annotate(n=Sum("count")).order_by())


def _answered(question: str, counts: dict[tuple[str, bool], int]) -> Answered:
    def of(moment: Moment) -> tuple[int, int]:
        right = counts.get((moment, True), 0)
        return right + counts.get((moment, False), 0), right

    return Answered(question, *of(Moment.BEFORE), *of(Moment.AFTER))
