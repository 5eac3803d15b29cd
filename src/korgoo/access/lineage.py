"""Organisations follow one another: who bears on a day what another one took up before.

Read from the rows of organisations, each with its last day and its successor. Nothing is copied
from the old to the new: what was promised under the old name keeps that name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from korgoo.access.models import Organisation

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Link:
    """An organisation with its last day and who follows it; None where that is open."""

    id: int
    valid_from: date
    valid_to: date | None
    successor_id: int | None


@dataclass(frozen=True, slots=True)
class Span:
    """That an organisation bears something, from a day to a day; the last day is included."""

    organisation_id: int
    begins: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class Lineage:
    """All organisations with their successors, read once."""

    links: dict[int, Link]

    def bearer(self, organisation_id: int, day: date) -> int:
        """Say who bears on a day what an organisation took up; itself while it is there."""
        for span in self.spans(organisation_id):
            if span.ends is None or day <= span.ends:
                return span.organisation_id
        return self.spans(organisation_id)[-1].organisation_id

    def spans(self, organisation_id: int) -> list[Span]:
        """List who bears what an organisation took up, one after the other."""
        spans: list[Span] = []
        at, begins = self.links[organisation_id], date.min
        while True:
            following = self._after(at)
            ends = at.valid_to if following is not None else None
            spans.append(Span(at.id, begins, ends))
            known = {span.organisation_id for span in spans}
            if following is None or ends is None or following.id in known:
                return spans
            at, begins = following, ends + ONE_DAY

    def _after(self, link: Link) -> Link | None:
        if link.valid_to is None or link.successor_id is None:
            return None
        return self.links.get(link.successor_id)

    def ancestors(self, organisation_id: int) -> set[int]:
        """Give all whose obligations have come, or will come, to an organisation; without itself."""
        found: set[int] = set()
        edge = {organisation_id}
        while edge:
            before = {link.id for link in self.links.values() if link.successor_id in edge}
            edge = before - found - {organisation_id}
            found |= edge
        return found


def lineage() -> Lineage:
    """Read all organisations; one query."""
    rows = Organisation.objects.values_list("pk", "valid_from", "valid_to", "successor_id")
    return Lineage({row[0]: Link(*row) for row in rows})


def names_of(organisation_ids: Iterable[int]) -> dict[int, str]:
    """Name organisations in the language of the page, also those that have ended; one query."""
    return {row.pk: row.name for row in Organisation.objects.filter(pk__in=set(organisation_ids))}


def numbers_by_code() -> dict[str, int]:
    """Give the number of every organisation by its code in the country pack; one query."""
    return dict(Organisation.objects.values_list("code", "pk"))
