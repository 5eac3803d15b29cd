"""The page of one promise, and the form for a letter."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.access import api as access
from korgoo.commitments import api, policies, selectors, wording
from korgoo.commitments.enums import Deed, OriginKind
from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.commitments.models import Commitment, Evidence, Step
    from korgoo.commitments.standing import Standing

DEED_TONES = {
    Deed.CONFIRMED: "good",
    Deed.FULFILLED: "good",
    Deed.REOPENED: "late",
    Deed.WITHDRAWN: "late",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of evidence. ``file``: the address of its file; ``size``: its bytes."""

    text: str
    link: str
    file: str
    size: int
    at: datetime
    organisation: str


def commitment_page(commitment_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page of one promise: how it stands, what shows it, what happened, what one can do.

    Raises:
        NotFound: None that the actor may know of.
    """
    row = selectors.get_commitment(commitment_id, actor=actor)
    standing = selectors.standing_of(row, actor=actor)
    card = api.cards([row])[0]
    return {
        "card": card,
        "line": wording.line(card),
        "letter": _letter(row),
        "seen": row.version,
        "evidence": [_shown(one) for one in row.evidence.select_related("organisation")],
        "history": _history(row),
        "may": _may(standing, actor=actor),
        "waits_for": _waits_for(standing, actor=actor),
        "public_page": reverse("commitments_public:list"),
    }


def head(commitment_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Name a promise, for pages on which something is done with it.

    Raises:
        NotFound: None that the actor may know of.
    """
    row = selectors.get_commitment(commitment_id, actor=actor)
    standing = selectors.standing_of(row, actor=actor)
    card = api.cards([row])[0]
    return {
        "card": card,
        "line": wording.line(card),
        "seen": row.version,
        "standing": standing,
        "beneficiary": row.beneficiary,
    }


def letter_choices(*, actor: "Actor") -> dict[str, Any]:
    """Say who can promise in a letter that the actor writes down, and to whom."""
    own = access.card(actor.organisation_id)
    others = [(card.id, card.name) for card in access.offer_all(actor=actor)]
    every = sorted([(own.id, own.name), *others], key=lambda pair: place_of(pair[1]))
    central = policies.is_central(actor)
    return {
        "promisers": every if central else [(own.id, own.name)],
        "addressees": every,
        "may_show": not central,
    }


def _letter(row: "Commitment") -> str:
    if row.origin_kind != OriginKind.LETTER or row.letter_day is None:
        return ""
    words = _("No. %(number)s of %(day)s")
    return words % {"number": row.letter_number, "day": long_day(row.letter_day)}


def _shown(one: "Evidence") -> Shown:
    file = reverse("commitments:file", args=[one.commitment_id, one.pk]) if one.size else ""
    return Shown(one.text, one.link, file, one.size, one.at, one.organisation.name)


def _history(row: "Commitment") -> list[dict[str, Any]]:
    """List what happened, newest first: deeds, and the days on which a successor took the promise over."""
    steps = [(step.at, _step(step)) for step in row.steps.select_related("organisation")]
    return [item for _at, item in sorted([*steps, *_passings(row)], key=lambda p: p[0])][::-1]


def _step(step: "Step") -> dict[str, Any]:
    deed = Deed(step.deed)
    return {
        "title": str(deed.label),
        "when": step.at,
        "by": step.organisation.name,
        "text": " ".join([*([step.reason] if step.reason else []), *_before(step)]),
        "tone": DEED_TONES.get(deed, "neutral"),
    }


def _before(step: "Step") -> list[str]:
    words = {
        "what": _("Before: “%(words)s”."),
        "due_on": _("Last day before: %(words)s."),
        "beneficiary": _("To whom before: %(words)s."),
    }
    return [
        words[name] % {"words": _readable(name, value)}
        for name, value in step.before.items()
        if name in words
    ]


def _readable(name: str, value: str) -> str:
    if name != "due_on":
        return value or pgettext("as it read before", "nobody")
    return long_day(date.fromisoformat(value)) if value else pgettext("as it read before", "none")


def _passings(row: "Commitment") -> list[tuple[datetime, dict[str, Any]]]:
    """Put into words when the promise passed to a successor; of what was over before, nothing did."""
    until = api.day_of(row, clock.today())
    passings = access.Succession().passings(row.promiser_id, until)
    after = [one for one in passings if one.day > row.made_on]
    names = access.cards({pk for one in after for pk in (one.giver_id, one.taker_id)})
    return [
        (
            selectors.start_of(one.day),
            {
                "title": _("Passed on to the successor"),
                "when": selectors.start_of(one.day),
                "by": "",
                "text": _("%(giver)s ended. %(taker)s bears the promise from this day on.")
                % {"giver": names[one.giver_id].name, "taker": names[one.taker_id].name},
                "tone": "neutral",
            },
        )
        for one in after
    ]


def _may(standing: "Standing", *, actor: "Actor") -> set[str]:
    """List what somebody can do with a promise now, by the names of the pages."""
    verdicts = {
        "change": policies.change(actor, standing),
        "show": policies.show(actor, standing),
        "fulfil": policies.fulfil(actor, standing),
        "evidence": policies.add_evidence(actor, standing),
        "confirm": policies.confirm(actor, standing),
        "reopen": policies.reopen(actor, standing),
        "withdraw": policies.withdraw(actor, standing),
    }
    return {deed for deed, verdict in verdicts.items() if verdict}


def _waits_for(standing: "Standing", *, actor: "Actor") -> str:
    """Say why who looks cannot confirm what waits to be confirmed."""
    if standing.row.state != "fulfilled" or policies.confirm(actor, standing):
        return ""
    return _(
        "The secretariat looks at the evidence and confirms. Nobody confirms their own promise."
    )
