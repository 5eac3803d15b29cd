"""What a list would change in the register, row by row, or why it cannot be taken."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from korgoo.agencies import search
from korgoo.agencies.lists.faults import Fault, Rule, shortened
from korgoo.agencies.lists.rows import ListRow
from korgoo.agencies.rules import Kind


class Change(StrEnum):
    """What a row adds or changes."""

    AGENCY = "agency"
    NAME = "name"
    CONTACTS = "contacts"
    PERMIT = "permit"
    DECISION = "decision"


@dataclass(slots=True)
class KnownAgency:
    """An agency as the register has it."""

    key: UUID
    registration: str
    place: str
    phone: str
    names: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class KnownPermit:
    """A permit as the register has it."""

    key: UUID
    starts: date
    ends: date | None


DecisionMark = tuple[UUID, Kind, date, date | None, str]


@dataclass(slots=True)
class Known:
    """The register, as far as a list is compared with it. Planning adds to it what each row adds."""

    agencies: dict[UUID, KnownAgency] = field(default_factory=dict)
    by_registration: dict[str, UUID] = field(default_factory=dict)
    by_name: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    permits: dict[tuple[UUID, str, str], KnownPermit] = field(default_factory=dict)
    decisions: set[DecisionMark] = field(default_factory=set)

    def add(self, agency: KnownAgency) -> None:
        """Let an agency be found by its number and its names."""
        self.agencies[agency.key] = agency
        if agency.registration:
            self.by_registration[agency.registration] = agency.key
        for _language, text in agency.names:
            self.by_name[search.same_key(text)].add(agency.key)


@dataclass(slots=True)
class Plan:
    """What is to be written, and what each row does.

    Args:
        agencies: New ones, by key.
        names: New names of agencies that stand already.
        contacts: Agencies whose number, place or telephone is other now.
        permits: New ones: key, agency, row.
        decisions: New ones: permit and row.
        changes: By line of the file.
        new: Keys of the new agencies.
    """

    agencies: list[KnownAgency] = field(default_factory=list)
    names: list[tuple[UUID, str, str]] = field(default_factory=list)
    contacts: dict[UUID, KnownAgency] = field(default_factory=dict)
    permits: list[tuple[UUID, UUID, ListRow]] = field(default_factory=list)
    decisions: list[tuple[UUID, ListRow]] = field(default_factory=list)
    changes: dict[int, list[Change]] = field(default_factory=dict)
    new: set[UUID] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


def plan(rows: Iterable[ListRow], known: Known, *, is_newest: bool) -> Plan:
    """Compare the rows of a list with the register.

    Args:
        rows: Each makes sense by itself.
        known: The register; it grows by what the rows add.
        is_newest: No later list was taken: only then it changes places and telephones.
    """
    made = Plan()
    for row in rows:
        found = _agency(row, known)
        if isinstance(found, Fault):
            made.faults.append(found)
            continue
        changes = made.changes.setdefault(row.line, [])
        agency = found or _new_agency(row, known, made, changes)
        if found:
            _names(row, found, known, made, changes)
            _contacts(row, found, known, made, changes, is_newest=is_newest)
        _permit(row, agency, known, made, changes)
    return made


def _agency(row: ListRow, known: Known) -> KnownAgency | Fault | None:
    """Find the agency of a row: by its number, else by its name alone."""
    if row.registration in known.by_registration:
        agency = known.agencies[known.by_registration[row.registration]]
        mine = [text for _language, text in row.names]
        theirs = [text for _language, text in agency.names]
        if not any(search.alike(one, other) for one in mine for other in theirs):
            return Fault(row.line, "registration", Rule.NAME_DIFFERS, shortened(row.registration))
        return agency
    keys = {key for _l, text in row.names for key in known.by_name.get(search.same_key(text), ())}
    same = [known.agencies[key] for key in keys]
    if row.registration:  # of the same name, but under another number: another agency
        same = [agency for agency in same if not agency.registration]
    if len(same) > 1:
        return Fault(row.line, "registration", Rule.AMBIGUOUS_AGENCY, shortened(row.names[0][1]))
    return same[0] if same else None


def _new_agency(row: ListRow, known: Known, made: Plan, changes: list[Change]) -> KnownAgency:
    agency = KnownAgency(uuid4(), row.registration, row.place, row.phone, set(row.names))
    known.add(agency)
    made.agencies.append(agency)
    made.new.add(agency.key)
    changes.append(Change.AGENCY)
    return agency


def _names(
    row: ListRow, agency: KnownAgency, known: Known, made: Plan, changes: list[Change]
) -> None:
    new = [pair for pair in row.names if pair not in agency.names]
    if not new:
        return
    agency.names.update(new)
    known.add(agency)
    changes.append(Change.NAME)
    if agency.key not in made.new:
        made.names += [(agency.key, *pair) for pair in new]


def _contacts(
    row: ListRow,
    agency: KnownAgency,
    known: Known,
    made: Plan,
    changes: list[Change],
    *,
    is_newest: bool,
) -> None:
    before = (agency.registration, agency.place, agency.phone)
    agency.registration = agency.registration or row.registration
    if is_newest:
        agency.place, agency.phone = row.place or agency.place, row.phone or agency.phone
    if before != (agency.registration, agency.place, agency.phone):
        known.add(agency)
        changes.append(Change.CONTACTS)
        made.contacts[agency.key] = agency


def _permit(
    row: ListRow, agency: KnownAgency, known: Known, made: Plan, changes: list[Change]
) -> None:
    place = (agency.key, row.country, row.permit)
    permit = known.permits.get(place)
    if permit is None:
        permit = known.permits[place] = KnownPermit(uuid4(), row.starts, row.ends)
        made.permits.append((permit.key, agency.key, row))
        changes.append(Change.PERMIT)
    elif (permit.starts, permit.ends) != (row.starts, row.ends):
        found = f"{row.starts} – {row.ends or '?'} ≠ {permit.starts} – {permit.ends or '?'}"
        made.faults.append(Fault(row.line, "valid_to", Rule.PERMIT_DIFFERS, found))
        return
    mark = (permit.key, row.kind, row.day, row.until, row.number)
    if mark not in known.decisions:
        known.decisions.add(mark)
        made.decisions.append((permit.key, row))
        changes.append(Change.DECISION)
