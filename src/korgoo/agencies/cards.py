"""What others read of the register: plain frozen data, never a record."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import get_language

from korgoo.agencies import rules
from korgoo.agencies.rules import Kind, Standing, Term

if TYPE_CHECKING:
    from korgoo.agencies.models import Agency, Decision, Permit


@dataclass(frozen=True, slots=True)
class DecisionCard:
    """A decision. ``corrects``: the one in whose place it stands; ``ground``: why."""

    key: UUID
    kind: Kind
    day: date
    until: date | None
    number: str
    document: str
    address: str
    as_of: date
    recorded_at: datetime
    corrects: UUID | None
    ground: str


@dataclass(frozen=True, slots=True)
class PermitCard:
    """A permit for one country with all that was decided on it, by day."""

    key: UUID
    country: str
    number: str
    term: Term
    decisions: tuple[DecisionCard, ...]

    def standing(self, day: date) -> "Standing[DecisionCard]":
        """Say what it is on a day."""
        return rules.standing(self.term, self.decisions, day)


@dataclass(frozen=True, slots=True)
class AgencyCard:
    """An agency. ``names``: pairs of language and text, the first one first."""

    key: UUID
    names: tuple[tuple[str, str], ...]
    registration: str
    place: str
    phone: str
    is_fictitious: bool
    permits: tuple[PermitCard, ...] = ()

    @property
    def name(self) -> str:
        """Its name in the language of the page, else the first one it has."""
        return self.name_in((get_language() or "")[:2])

    def name_in(self, language: str) -> str:
        """Its name in a language, else the first one it has."""
        of_language = [text for code, text in self.names if code == language]
        return (of_language or [text for _code, text in self.names] or [self.registration])[0]

    @property
    def countries(self) -> list[str]:
        """Codes of the countries for which it ever had a permit."""
        return list(dict.fromkeys(permit.country for permit in self.permits))

    def standing(self, country: str, day: date) -> "Standing[DecisionCard]":
        """Say whether it may send people to a country on a day, and by which decision."""
        own = [permit for permit in self.permits if permit.country == country]
        return rules.over_all([permit.standing(day) for permit in own])

    def permit_of(self, decision: DecisionCard | None) -> PermitCard | None:
        """Find the permit on which something was decided."""
        return next((p for p in self.permits if decision in p.decisions), None)

    def decisions(self, country: str = "") -> list[tuple[PermitCard, DecisionCard]]:
        """List all decisions, newest first; of one country when one is given."""
        found = [
            (permit, decision)
            for permit in self.permits
            if country in ("", permit.country)
            for decision in permit.decisions
        ]
        return sorted(
            found, key=lambda p: (p[1].day, p[1].recorded_at, str(p[1].key)), reverse=True
        )


def card_of(row: "Agency") -> AgencyCard:
    """Describe an agency; its names, permits and decisions should have been fetched with it."""
    return AgencyCard(
        key=row.pk,
        names=tuple((name.language, name.text) for name in row.names.all()),
        registration=row.registration,
        place=row.place,
        phone=row.phone,
        is_fictitious=row.is_fictitious,
        permits=tuple(_permit(permit) for permit in row.permits.all()),
    )


def _permit(row: "Permit") -> PermitCard:
    decisions = tuple(decision_of(one) for one in row.decisions.all())
    return PermitCard(row.pk, row.country, row.number, Term(row.starts, row.ends), decisions)


def decision_of(row: "Decision") -> DecisionCard:
    """Describe a decision."""
    return DecisionCard(
        key=row.pk,
        kind=Kind(row.kind),
        day=row.day,
        until=row.until,
        number=row.number,
        document=row.document,
        address=row.address,
        as_of=row.as_of,
        recorded_at=row.recorded_at,
        corrects=row.corrects_id,
        ground=row.ground,
    )
