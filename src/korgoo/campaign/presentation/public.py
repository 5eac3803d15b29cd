"""What anybody sees: what a campaign asks, whom to call, where to look; and what was told of earlier ones."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from korgoo.agencies.forms import CheckForm
from korgoo.campaign import selectors, wording
from korgoo.campaign.cards import card_of
from korgoo.campaign.enums import Action, Moment
from korgoo.campaign.forms import QuestionsForm
from korgoo.campaign.presentation.parts import Words, day_words
from korgoo.campaign.words import reader
from korgoo.countrypack import api as packs
from korgoo.lib.errors import NotFound
from korgoo.rights import api as rights
from korgoo.rights.enums import NumberKind

if TYPE_CHECKING:
    from korgoo.campaign.models import CampaignCode

MOST_NUMBERS = 3


def start_page(form: Any) -> Words:
    """List the campaigns that were launched, and ask for a code."""
    rows = [card_of(row) for row in selectors.public_campaigns()]
    return {
        "form": form,
        "campaigns": [{"card": one, "day": day_words(one)} for one in rows],
        "has_history": bool(packs.current().campaign.history),
    }


def landing_page(code: str) -> Words:
    """Say to who came by a code what the campaign asks, and where to go on.

    Raises:
        NotFound: No campaign that was launched has this code.
    """
    row = code_row(code)
    card = card_of(row.campaign)
    return {
        "code": code,
        "card": card,
        "day": day_words(card),
        "is_over": card.state != "running",
        "is_fictitious": row.campaign.is_fictitious,
        "asks_for_check": card.action is Action.CHECK_AGENCY,
        "asks_for_call": card.action is Action.CALL,
        "numbers": numbers(),
        "form": CheckForm(),
        "has_questions": bool(questions()),
    }


def questions_page(code: str, moment: Moment, form: QuestionsForm) -> Words:
    """Ask the questions of the country."""
    return {
        "code": code,
        "moment": moment,
        "form": form,
        "status": _status(),
        "title": _title(moment),
    }


def thanks_page(code: str, moment: Moment) -> Words:
    """Say what is right, to everybody who answered; nobody's answers are shown again."""
    code_row(code)
    return {
        "code": code,
        "is_before": moment is Moment.BEFORE,
        "status": _status(),
        "questions": [
            {
                "text": one.text.in_language(reader()),
                "right": next(a.text.in_language(reader()) for a in one.answers if a.is_right),
                "why": one.why.in_language(reader()),
            }
            for one in questions()
        ],
        "numbers": numbers(),
    }


def history_page() -> Words:
    """Tell of earlier campaigns as the sources do; none of it is a count of the platform."""
    facts = packs.current().campaign
    rows = sorted(facts.history, key=lambda one: (-one.first_year, one.key))
    return {
        "rows": [_past(one) for one in rows],
        "themes": [
            {
                "year": one.year,
                "words": one.words.in_language(reader()),
                "source": one.provenance.source,
            }
            for one in sorted(facts.themes, key=lambda one: -one.year)
        ],
    }


def code_row(code: str) -> "CampaignCode":
    """Find a code whose campaign was launched.

    Raises:
        NotFound: There is none.
    """
    row = selectors.find_code(code)
    if row is None:
        raise NotFound(_("We know no campaign with this code. Look at each digit again."))
    return row


def questions() -> tuple[packs.CampaignQuestion, ...]:
    """Give the questions of the country."""
    return packs.current().campaign.questions


def numbers() -> list[rights.CallNumber]:
    """List the numbers to call at home: those on trafficking, else the first of all."""
    home = [one.key for one in rights.destinations(reader()) if one.kind == "home"]
    every = rights.numbers_for(home[0] if home else None, reader())
    meant = [one for one in every if one.kind is NumberKind.TRAFFICKING]
    return (meant or every)[:MOST_NUMBERS]


def _title(moment: Moment) -> str:
    if moment is Moment.BEFORE:
        return _("Three questions before you read on")
    return _("The same three questions once more")


def _status() -> str:
    marks = [one.provenance.status for one in questions()]
    return next((mark for mark in marks if mark != "in_use"), "in_use")


def _past(one: packs.PastCampaign) -> Words:
    language = reader()
    return {
        "key": one.key,
        "years": one.years,
        "name": one.name.in_language(language),
        "what": one.what.in_language(language),
        "first_day": one.first_day,
        "last_days": [(last.told.in_language(language), last.source) for last in one.last_days],
        "figures": [
            {
                "unit": wording.UNITS[figure.unit],
                "figure": figure.figure,
                "told": figure.told.in_language(language),
                "source": figure.source,
            }
            for figure in one.figures
        ],
        "conflict": one.conflict.in_language(language) if one.conflict else "",
        "lesson": one.lesson.in_language(language) if one.lesson else "",
        "source": one.provenance.source,
        "addresses": one.addresses,
    }
