"""Figures of the plan that cases give: counts only, small ones hidden, none of them traceable to a case."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.casework import together
from korgoo.casework.enums import Axis, Protection
from korgoo.casework.models import StatusMove
from korgoo.countrypack import api as packs
from korgoo.directory import cells
from korgoo.directory.api import LEAST
from korgoo.plan.api import Counted, Source, register_source

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

ELSEWHERE = "elsewhere"
NOTE = _("Fewer than %(least)s, or such a number would follow from the others")
Count = Callable[[date, date], Mapping[str | None, Counted]]


def register() -> None:
    """Let the plan draw from cases; once, at start."""
    persons = pgettext_lazy("unit of a count", "persons")
    register_source(source("presumed", _("Presumed victims"), persons, presumed))
    register_source(source("identified", _("Officially identified victims"), persons, identified))


def source(key: str, words: "_StrPromise", unit_words: "_StrPromise", count: Count) -> Source:
    """Describe a figure that is counted for all regions at once."""
    return Source(
        key,
        words,
        unit_words,
        lambda first, last, region: count(first, last).get(region, Counted(0)),
        count,
    )


def presumed(first: date, last: date) -> Mapping[str | None, Counted]:
    """Count persons who became presumed victims between two days, both included."""
    return _moved(Protection.PRESUMED, first, last)


def identified(first: date, last: date) -> Mapping[str | None, Counted]:
    """Count persons who were officially identified between two days, both included."""
    return _moved(Protection.IDENTIFIED, first, last)


def _moved(status: Protection, first: date, last: date) -> Mapping[str | None, Counted]:
    begins, ends = moments(first, last)
    rows = StatusMove.objects.filter(
        axis=Axis.PROTECTION, after=status, at__gte=begins, at__lt=ends
    )
    found = rows.order_by().values_list("case_id", "case__region").distinct()
    regions = dict(found)
    leads = together.counted_under(regions)
    # A person with two cases is one person: counted with the leading one.
    return protected({leads[case]: region for case, region in regions.items()}.values())


def moments(first: date, last: date) -> tuple[datetime, datetime]:
    """Give the moment at which the first day begins, and that at which the last one is over."""
    days = (first, last + timedelta(days=1))
    begins, ends = (timezone.make_aware(datetime.combine(day, time.min)) for day in days)
    return begins, ends


def protected(found: Iterable[str]) -> dict[str | None, Counted]:
    """Count by region of the upper level, and everywhere; what would tell of few is hidden.

    Args:
        found: For each person or event its region, of whatever level; empty when not known.
    """
    upper = {unit.code: _upper(unit.code) for unit in packs.current().units}
    counts = Counter(upper.get(code, ELSEWHERE) for code in found)
    axis = [*sorted(set(upper.values())), ELSEWHERE]
    shown = cells.protect({(code,): n for code, n in counts.items()}, [axis], least=LEAST)
    told: dict[str | None, int | None] = {
        None: shown[cells.ALL,],
        **{code: shown[code,] for code in axis if code != ELSEWHERE},
    }
    return {code: _counted(value) for code, value in told.items()}


def _upper(code: str) -> str:
    units = {unit.code: unit.parent for unit in packs.current().units}
    at = code
    while (parent := units.get(at)) is not None:
        at = parent
    return at


def _counted(value: int | None) -> Counted:
    if value is None:
        return Counted(None, str(NOTE % {"least": LEAST}), is_hidden=True)
    return Counted(value)
