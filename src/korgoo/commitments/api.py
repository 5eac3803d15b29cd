"""What other missions may ask of promises. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from korgoo.access import api as access
from korgoo.commitments import selectors, services
from korgoo.commitments.enums import State
from korgoo.commitments.origins import Origin, register_origin
from korgoo.commitments.services import Letter, Promise
from korgoo.lib import clock, codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.commitments.models import Commitment

__all__ = [
    "CommitmentCard",
    "Due",
    "Letter",
    "Origin",
    "Promise",
    "State",
    "cards",
    "due",
    "of_origin",
    "public_of_origin",
    "public_paths",
    "record",
    "register_origin",
    "things_due",
    "version",
]


@dataclass(frozen=True, slots=True)
class CommitmentCard:
    """A promise in the language of the page; its own words as they were written.

    Attributes:
        promiser: who promised; for ever the same.
        bearer: who bears it today: the same, or its successor. Of what is over: who bore it then.
        due_on: None when no day was named.
        done_on: when it was kept, as its organisation says.
        is_late: the day is over and nobody said that it was kept.
        address: its page for members.
    """

    id: UUID
    code: str
    promiser_id: int
    promiser: str
    beneficiary: str
    what: str
    due_on: date | None
    state: State
    is_public: bool
    done_on: date | None
    address: str
    bearer_id: int
    bearer: str
    is_late: bool
    made_on: date
    origin: Origin

    @property
    def spoken_code(self) -> str:
        """The code in groups, for reading aloud."""
        return codes.spoken(self.code)

    @property
    def is_passed_on(self) -> bool:
        """Tell whether a successor bears it."""
        return self.bearer_id != self.promiser_id

    @property
    def is_finished(self) -> bool:
        """Tell whether nothing is left to be done about it."""
        return self.state in {State.CONFIRMED, State.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Due:
    """An open promise that runs out. ``due_at``: the end of its last day (aware)."""

    id: UUID
    code: str
    organisation_id: int
    due_at: datetime


def record(  # noqa: PLR0913 - the sentence: who promised what to whom by when, and where
    *,
    promiser_id: int,
    beneficiary: str,
    what: str,
    due_on: date | None,
    origin: Origin,
    actor: "Actor",
    is_public: bool = False,
    made_on: date | None = None,
) -> CommitmentCard:
    """Write down what an organisation promised in a meeting, a plan or a campaign.

    Args:
        promiser_id: Who promised.
        beneficiary: To whom, in words.
        what: In one language, as written.
        due_on: The last day; None when no day was named.
        origin: Where it was promised.
        actor: Who writes it down; the calling mission has decided that they may.
        is_public: Whether everybody is to see it; only the promising organisation chooses that.
        made_on: The day of the promise; None for today.

    Raises:
        Forbidden: The actor's role makes no promises, or shows another organisation's to everybody.
        CannotPromise: Something is missing, or a day makes no sense.
    """
    promise = Promise(promiser_id, what, due_on, beneficiary, made_on=made_on)
    row = services.record(promise, origin, actor=actor, is_public=is_public)
    return cards([row])[0]


def of_origin(kind: str, key: str, *, actor: "Actor") -> list[CommitmentCard]:
    """List what was promised there and the actor may know: late first, then what ends soonest."""
    return cards(selectors.list_commitments(actor=actor, origin=(kind, key)))


def public_of_origin(kind: str, key: str) -> list[CommitmentCard]:
    """List what was promised there and its organisations chose to show to everybody."""
    return cards(selectors.list_public(origin=(kind, key)))


def due(before: datetime) -> list[Due]:
    """List open promises whose last day is over before a moment (aware), also those that are late."""
    rows = selectors.due(before)
    if not rows:
        return []
    bearers = access.bearers_on({row.promiser_id for row in rows}, clock.today())
    return [
        Due(row.pk, row.code, bearers[row.promiser_id], selectors.end_of(row.due_on))
        for row in rows
        if row.due_on
    ]


things_due = due
version = selectors.public_version


def public_paths() -> list[str]:
    """List the addresses of the public pages, which are the same for all readers, in every language."""
    found: list[str] = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found.append(reverse("commitments_public:list"))
    return found


def cards(rows: "Iterable[Commitment]") -> list[CommitmentCard]:
    """Give promises out as plain data; three queries however many."""
    rows = list(rows)
    if not rows:
        return []
    known, today = access.Succession(), clock.today()
    bearers = {row.pk: known.bearer_on(row.promiser_id, day_of(row, today)) for row in rows}
    names = {pk: one.name for pk, one in access.cards(bearers.values()).items()}
    return [_card(row, bearers[row.pk], names) for row in rows]


def day_of(row: "Commitment", today: date) -> date:
    """Say on which day to ask who bears a promise: today, or the day on which it was over."""
    if row.state == State.CONFIRMED and row.done_on:
        return row.done_on
    return row.changed_at.date() if row.state == State.WITHDRAWN else today


def _card(row: "Commitment", bearer_id: int, names: dict[int, str]) -> CommitmentCard:
    body = row.beneficiary_organisation
    return CommitmentCard(
        id=row.pk,
        code=row.code,
        promiser_id=row.promiser_id,
        promiser=row.promiser.name,
        beneficiary=row.beneficiary or (body.name if body else ""),
        what=row.what,
        due_on=row.due_on,
        state=State(row.state),
        is_public=row.is_public,
        done_on=row.done_on,
        address=reverse("commitments:commitment", args=[row.pk]),
        bearer_id=bearer_id,
        bearer=names[bearer_id],
        is_late=row.is_late,
        made_on=row.made_on,
        origin=Origin(row.origin_kind, row.origin_key, row.origin_label, row.origin_address),
    )
