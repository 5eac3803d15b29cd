"""What the pages of the directory show. Nothing here can carry an address: none is opened here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from babel.dates import format_date
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.directory import api, freshness, selectors, wording
from korgoo.directory.cells import ALL
from korgoo.directory.enums import Change, Cost, Group, MayCall
from korgoo.lib import clock
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.directory.api import GapTable
    from korgoo.directory.models import Places, Service

Facts = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """One count: words, how long ago somebody looked, whether that is too long."""

    group: str
    group_words: str
    free: int
    total: int
    since: timedelta
    is_stale: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One service in a list."""

    service: "Service"
    kind: str
    takes: str
    regions: str
    places: list[PlacesView]
    since: timedelta
    is_stale: bool
    is_over: bool


def lines(rows: "Iterable[Service]") -> list[Line]:
    """Describe services for a list."""
    return [_line(row) for row in rows]


def sheet(service: "Service") -> dict[str, Any]:
    """Describe one service in full, for whoever may ask it for help."""
    return {
        "line": _line(service),
        "facts": [*_whom(service), *_how_long(service)],
        "contact": _contact(service),
        "hours": wording.hours_lines(service),
    }


def own_page(*, actor: "Actor") -> dict[str, Any]:
    """Gather the page on which an organisation keeps its own services."""
    rows = selectors.list_own(actor=actor)
    sealed = selectors.has_address(rows)
    may_open = policy.may_enter(actor, Permission.ADDRESS_OPEN)
    mandates = frozenset(str(mandate) for mandate in actor.mandates)
    return {
        "lines": [(line, line.service.pk in sealed) for line in lines(rows)],
        "may_open_address": may_open,
        "may_add": bool(wording.kind_choices(mandates)),
    }


def history(service: "Service") -> list[dict[str, Any]]:
    """List how the places of an own service changed."""
    return [
        {
            "at": row.at,
            "group": str(Group(row.group).label),
            "change": str(Change(row.change).label),
            "free": row.free,
            "total": row.total,
        }
        for row in selectors.list_changes(service)
    ]


def usual_gaps() -> dict[str, Any]:
    """Say what the page of gaps shows first: shelter, where the pack has it, in this year."""
    kinds = [key for key, _name in wording.kind_choices()]
    return {"kind": "shelter" if "shelter" in kinds else kinds[0], "year": clock.today().year}


def gap_page(table: "GapTable", kind: str) -> dict[str, Any]:
    """Lay the counts out as two tables: groups by region, and months by group."""
    about = {"kind_name": wording.kind_name(kind), "is_empty": table.is_empty, "least": api.LEAST}
    if table.is_empty:
        return about
    groups, regions = [*table.groups, ALL], [*table.regions, ALL]
    return {
        **about,
        "region_names": [_region(code) for code in regions],
        "group_names": [_group(code) for code in groups],
        "by_region": [
            [_group(group), *(_count(table, (ALL, group, region)) for region in regions)]
            for group in groups
        ],
        "by_month": [
            [_month(month), *(_count(table, (month, group, ALL)) for group in groups)]
            for month in table.months
        ],
    }


def gap_rows(table: "GapTable") -> Iterable[list[str]]:
    """Give every count with all its sums as rows of a file; hidden ones say so."""
    yield ["month", "group", "region", "region_name", "persons"]
    for key in sorted(table.counts):
        month, group, region = key
        found = table.counts[key]
        yield [month, group, region, _region(region), "hidden" if found is None else str(found)]


def _line(row: "Service") -> Line:
    return Line(
        service=row,
        kind=wording.kind_name(row.kind),
        takes=wording.group_words(row.takes),
        regions=wording.region_words(row.regions),
        places=[_places(place) for place in row.places.all()],
        since=freshness.since(row.checked_at),
        is_stale=freshness.is_stale(freshness.ENTRY, row.checked_at),
        is_over=row.valid_to is not None and row.valid_to < clock.today(),
    )


def _places(row: "Places") -> PlacesView:
    return PlacesView(
        row.group,
        str(Group(row.group).label),
        row.free,
        row.total,
        freshness.since(row.checked_at),
        freshness.is_stale(freshness.PLACES, row.checked_at),
    )


def _whom(row: "Service") -> Facts:
    return [
        _fact(pgettext("of a service", "Takes"), wording.group_words(row.takes)),
        _fact(pgettext("of a service", "Ages"), _ages(row.age_from, row.age_to)),
        _fact(
            _("Children with a parent"),
            row.most_children or pgettext("children with a parent", "None"),
        ),
        _fact(_("Ready for"), wording.ability_words(row.ready_for) or _("Nothing was said")),
        _fact(
            pgettext("of a service", "Languages"),
            wording.language_words(row.languages) or _("Nothing was said"),
        ),
        _fact(_("Separate rooms for women and men"), _yes_or_no(is_so=row.has_separate_rooms)),
    ]


def _how_long(row: "Service") -> Facts:
    facts = [
        _fact(pgettext("of a service", "Regions"), wording.region_words(row.regions)),
        _fact(_("Longest stay in days"), row.longest_stay or _("No limit was named")),
        _fact(_("What the person pays"), Cost(row.cost).label),
        _fact(_("Offered from"), long_day(row.valid_from)),
    ]
    if row.valid_to:
        facts.append(_fact(_("Offered until"), long_day(row.valid_to)))
    if row.closed_days:
        days = [long_day(date.fromisoformat(day)) for day in row.closed_days]
        facts.append(_fact(_("Closed on"), ", ".join(days)))
    return facts


def _contact(row: "Service") -> Facts:
    facts = [_fact(_("May call"), MayCall(row.may_call).label)]
    if row.phone:
        facts.append(_fact(pgettext("of a service", "Telephone"), row.phone))
    if row.call_from:
        span = _("%(start)s to %(end)s") % {"start": row.call_from, "end": row.call_to}
        facts.append(_fact(_("Hours for calls"), span))
    if row.never_call_back:
        facts.append(_fact(_("Calling back"), pgettext("calling back", "Never")))
    if row.asks_password:
        facts.append(
            _fact(
                pgettext("of a service", "Password"),
                _("They ask for it; agree on one by telephone"),
            )
        )
    return facts


def _ages(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return pgettext("ages", "All")
    if high is None:
        return _("From %(low)s on") % {"low": low}
    return _("%(low)s to %(high)s") % {"low": low or 0, "high": high}


def _yes_or_no(*, is_so: bool) -> str:
    return pgettext("answer", "Yes") if is_so else pgettext("answer", "No")


def _fact(name: str, value: object) -> dict[str, str]:
    return {"name": name, "value": str(value)}


def _count(table: "GapTable", key: tuple[str, str, str]) -> str:
    found = table.counts[key]
    return pgettext("a count", "hidden") if found is None else str(found)


def _group(code: str) -> str:
    if code == ALL:
        return pgettext("sum of a table", "All")
    return pgettext("group", "Not known") if code == api.UNKNOWN else str(Group(code).label)


def _region(code: str) -> str:
    if code == ALL:
        return pgettext("sum of a table", "All")
    return pgettext("region", "Not known") if code == api.UNKNOWN else wording.region_name(code)


def _month(month: str) -> str:
    day = date.fromisoformat(f"{month}-01")
    return str(format_date(day, "LLLL yyyy", locale=(get_language() or "en")[:2]))
