"""The printable card of a place: whom to call, and the short words of what holds."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.lib import paper
from korgoo.lib.dates import long_day
from korgoo.rights import api
from korgoo.rights.presentation.answers import Answer, days_words
from korgoo.rights.presentation.pages import by_step
from korgoo.rights.wording import language

SHEET = Path(__file__).parents[1] / "paper" / "card.typ"


def card_page(key: str) -> dict[str, Any]:
    """Give what stands on the card. What is being checked is left out: paper cannot be corrected."""
    code = language()
    numbers = api.numbers_for(key, code)
    groups = [
        (name, [one for one in answers if one.statement.is_told])
        for name, answers in by_step(key, numbers)
    ]
    told = [one for _name, answers in groups for one in answers]
    changed = api.changed_on()
    return {
        "where": api.destination(key, code),
        "numbers": numbers,
        "groups": [(name, answers) for name, answers in groups if answers],
        "changed": long_day(changed) if changed else "",
        "until": long_day(min(one.statement.review_by for one in told)) if told else "",
    }


def printed(key: str) -> bytes:
    """Print the card of a place as PDF. The same words give the same bytes on every day.

    Raises:
        NotFound: There is no such place.
        CannotPrint: A letter is not in our fonts.
    """
    page = card_page(key)
    changed = api.changed_on()
    return paper.render(
        SHEET,
        {
            "language": language(),
            "title": page["where"].name,
            "lead": page["where"].lead,
            "numbers_title": _("Call"),
            "numbers": [[one.number, one.name, one.hours] for one in page["numbers"]],
            "groups": [
                {"title": name, "lines": [_line(one) for one in answers]}
                for name, answers in page["groups"]
            ],
            "day": [changed.year, changed.month, changed.day] if changed else None,
            "foot": _foot(page["changed"], page["until"]),
        },
    )


def _line(one: Answer) -> dict[str, str]:
    small = " ".join(words for words in (one.warning, days_words(one.statement)) if words)
    mark = pgettext("before a statement", "Advice:") if one.mark else ""
    return {"mark": mark, "title": one.statement.title, "text": one.statement.sms, "small": small}


def _foot(changed: str, until: str) -> str:
    if not changed:
        return ""
    first = _("As told on %(day)s.") % {"day": changed}
    if not until:
        return first
    # Two sentences, each whole in itself.
    return f"{first} {_('Ask again after %(day)s: rules change.') % {'day': until}}"
