"""What several pages of the register show alike: agencies, decisions, numbers to call, ways onward."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from korgoo.agencies import countries, selectors, wording
from korgoo.agencies.cards import AgencyCard, DecisionCard, PermitCard
from korgoo.agencies.enums import DecisionKind
from korgoo.agencies.rules import Kind, Standing
from korgoo.countrypack import api as packs
from korgoo.lib import clock

if TYPE_CHECKING:
    from datetime import date

Row = dict[str, Any]
# A list older than this may miss too much to be relied on alone.
STALE_DAYS = 45
DECISION_TONES = {Kind.SUSPENDED: "late", Kind.CANCELLED: "late", Kind.ANNULLED: "sealed"}


def agency_line(card: AgencyCard) -> Row:
    """Describe an agency so that it is told from others of a like name."""
    return {
        "key": str(card.key),
        "name": card.name,
        "others": [text for _code, text in card.names if text != card.name],
        "registration": card.registration,
        "place": card.place,
        "phone": card.phone,
        "is_fictitious": card.is_fictitious,
        "href": reverse("agencies_public:agency", args=[card.key]),
    }


def standing_line(standing: "Standing[DecisionCard]", country: str) -> Row:
    """Describe what holds in one country."""
    return {
        "country": countries.name(country),
        "code": country,
        "is_allowed": standing.is_allowed,
        "state": str(wording.STATES[standing.state]),
        "tone": wording.TONES[standing.state],
        "why": wording.why(standing),
        "until": standing.until,
    }


def decision_line(permit: PermitCard, decision: DecisionCard, corrected: set[Any]) -> Row:
    """Describe a decision with its source.

    Args:
        permit: On which it was made.
        decision: What was decided.
        corrected: Keys of the decisions that another one replaced.
    """
    return {
        "key": decision.key,
        "title": DecisionKind(decision.kind).label,
        "tone": DECISION_TONES.get(decision.kind, "good"),
        "day": decision.day,
        "until": decision.until or (permit.term.ends if decision.kind is Kind.GRANTED else None),
        "number": decision.number,
        "permit": permit.number,
        "country": countries.name(permit.country),
        "document": decision.document,
        "address": decision.address,
        "as_of": decision.as_of,
        "recorded_at": decision.recorded_at,
        "ground": decision.ground,
        "is_correction": decision.corrects is not None,
        "is_corrected": decision.key in corrected,
        "is_annulment": decision.kind is Kind.ANNULLED,
    }


def history(card: AgencyCard, country: str = "") -> list[Row]:
    """List all decisions on an agency's permits, newest first."""
    corrected = {d.corrects for p in card.permits for d in p.decisions if d.corrects}
    return [decision_line(permit, one, corrected) for permit, one in card.decisions(country)]


def numbers() -> list[Row]:
    """List whom to call: help lines of the pack, then its numbers at home for people about to leave."""
    pack = packs.current()
    language = (get_language() or pack.default_language)[:2]
    homes = {one.key for one in pack.information.destinations if one.kind == "home"}
    lines = [(n.number, n.name, n.provenance) for n in pack.hotlines if n.purpose == "help"]
    lines += [
        (n.number, n.name, n.provenance)
        for n in pack.information.numbers
        if homes & set(n.destinations)
    ]
    found: dict[str, Row] = {}
    for number, name, provenance in lines:
        row = {"number": number, "name": name.in_language(language), "status": provenance.status}
        found.setdefault(number.replace(" ", ""), row)
    return list(found.values())


def source_line() -> Row:
    """Say of which day the newest list of the Ministry is, and whether that is long ago."""
    row = selectors.newest_list()
    day: date | None = row.list_day if row else None
    return {
        "day": day,
        "document": row.document if row else "",
        "address": row.address if row else "",
        "is_stale": day is not None and (clock.today() - day).days > STALE_DAYS,
        "is_fictitious": settings.DEMO or bool(row and row.is_fictitious),
    }


def onward(route: str) -> str:
    """Give the address of a page of another mission of the public door; empty where there is none."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""


def ways() -> Row:
    """Give the ways onward from an answer."""
    return {
        "report": onward("offers_public:report"),
        "offer": onward("offers_public:check"),
        "help": onward("helpline_public:start"),
    }
