"""What a campaign changed, for members: effects before, during and after, answers, and surveys."""

from typing import TYPE_CHECKING

from korgoo.campaign import api, selectors, wording
from korgoo.campaign.days import DAY, Span
from korgoo.campaign.presentation.parts import Words, head
from korgoo.campaign.words import reader, told
from korgoo.countrypack import api as packs
from korgoo.lib import clock

if TYPE_CHECKING:
    from datetime import date

    from korgoo.access.actor import Actor
    from korgoo.campaign.effects import Series
    from korgoo.campaign.models import Campaign


def page(key: str, *, actor: "Actor") -> Words:
    """Gather the counts of a campaign so far.

    Raises:
        NotFound: There is none for the actor.
    """
    row = selectors.get_campaign(key, actor=actor)
    span = _so_far(row, clock.today())
    series = api.effects(row.pk, span.first, span.last)
    whole = _so_far(row, clock.today() - DAY)
    codes = api.codes(row.pk)
    shown_ = [one.protected({c.code: one.of_code(c.code) for c in codes}) for one in series]
    return head(row) | {
        "span": span,
        "series": [one.words for one in series],
        "compared": [
            _compared(one)
            for one in api.effects(row.pk, whole.first, whole.last)
            if one.total is not None
        ],
        "by_code": [
            {
                "code": card.code,
                "label": card.label,
                "region": wording.region_name(card.region),
                "counts": [one[card.code] for one in shown_],
            }
            for card in codes
        ],
        "least": max(
            (
                one.least
                for one, parts in zip(series, shown_, strict=True)
                if None in parts.values()
            ),
            default=0,
        ),
        "answers": _answers(row, span),
        "recalled": [
            {"region": wording.region_name(one.region), "counts": one}
            for one in api.recalled(row.pk)
        ],
        "could_say": _messages(row),
    }


def _so_far(row: "Campaign", until: "date") -> Span:
    """Give the days of a campaign that have begun until a day; its first day before it begins."""
    return Span(row.starts_on, min(row.ends_on, max(row.starts_on, until)))


def _compared(one: "Series") -> Words:
    spans = [one.periods.before, one.periods.during, one.periods.after]
    return {"words": one.words, "spans": [(span, one.sum_of(span)) for span in spans]}


def _answers(row: "Campaign", span: Span) -> list[Words]:
    words = {one.key: one.text.in_language(reader()) for one in packs.current().campaign.questions}
    return [
        {
            "question": words.get(one.question, one.question),
            "before": one.before,
            "before_right": one.before_right,
            "after": one.after,
            "after_right": one.after_right,
        }
        for one in api.answers(row.pk, span.first, max(span.last, clock.today()))
    ]


def _messages(row: "Campaign") -> list[tuple[str, int]]:
    counts = api.messages_recalled(row.pk)
    return [(told(one.message), counts[one.pk]) for one in row.audiences.all() if one.pk in counts]
