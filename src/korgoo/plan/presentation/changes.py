"""What a version changed, in words: names word by word, everything else before and after."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib.dates import long_day
from korgoo.lib.difference import difference
from korgoo.plan import enums, regions, selectors, sources, wording
from korgoo.plan.comparing import Change, Fact, FactChange

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

BODIES = {"responsible", "co_executors", "reporter"}
CHOICES = {
    "kind": enums.ValueKind,
    "direction": enums.Direction,
    "adds": enums.Adds,
    "funding": enums.Funding,
}
FACTS: "dict[str, _StrPromise]" = {
    "name_ky": _("Name in Kyrgyz"),
    "name_ru": _("Name in Russian"),
    "name_en": _("Name in English"),
    "starts_on": _("From"),
    "due_on": pgettext_lazy("of a measure", "Due"),
    "responsible": _("Responsible"),
    "co_executors": _("Co-executing"),
    "regions": _("Regions concerned"),
    "unit": _("Unit"),
    "kind": _("What it counts"),
    "direction": _("Which way is better"),
    "adds": _("When several report"),
    "baseline": _("Baseline"),
    "targets": _("Targets"),
    "source": _("Where it comes from"),
    "funding": _("Source of money"),
    "payer": _("Who pays"),
    "currency": _("Currency"),
    "planned": _("Planned by year"),
    "reporter": _("Who reports for the region"),
}
KINDS: "dict[str, _StrPromise]" = {
    "task": pgettext_lazy("part of a plan", "Task"),
    "measure": pgettext_lazy("part of a plan", "Measure"),
    "indicator": pgettext_lazy("part of a plan", "Indicator"),
    "line": pgettext_lazy("part of a plan", "Budget line"),
    "reporters": pgettext_lazy("part of a plan", "Region"),
}
WHAT: "dict[str, _StrPromise]" = {
    "added": pgettext_lazy("change of a plan", "new"),
    "removed": pgettext_lazy("change of a plan", "gone"),
    "changed": pgettext_lazy("change of a plan", "changed"),
}
TONES = {"added": "good", "removed": "closed", "changed": "waiting"}


def lay_out(found: list[Change]) -> list[dict[str, Any]]:
    """Describe changes for a page."""
    numbers = {
        number
        for change in found
        for fact in change.facts
        if fact.name in BODIES
        for side in (fact.before, fact.after)
        if isinstance(side, tuple)
        for number in side
        if isinstance(number, int)
    }
    organisations = selectors.names_of(numbers)
    return [
        {
            "kind": KINDS[change.kind],
            "code": change.code if change.kind != "reporters" else regions.name(change.code),
            "name": _name(change.names),
            "what": WHAT[change.what],
            "tone": TONES[change.what],
            "facts": [_fact(one, organisations) for one in change.facts],
        }
        for change in found
    ]


def _name(names: Mapping[str, str]) -> str:
    return next(iter(names.values()), "")


def _fact(change: FactChange, organisations: Mapping[int, str]) -> dict[str, Any]:
    before = _words(change.name, change.before, organisations)
    after = _words(change.name, change.after, organisations)
    is_name = change.name.startswith("name_")
    language = change.name.removeprefix("name_") if is_name else ""
    return {
        "name": FACTS[change.name],
        "before": before,
        "after": after,
        "language": language,
        "runs": difference(before, after) if is_name and before and after else (),
    }


def _words(name: str, fact: Fact, organisations: Mapping[int, str]) -> str:
    if fact is None or fact == "":
        return ""
    if isinstance(fact, date):
        return long_day(fact)
    if isinstance(fact, tuple):
        return "; ".join(
            organisations.get(one, str(one)) if isinstance(one, int) else regions.name(one)
            for one in fact
        )
    if isinstance(fact, str):
        return _chosen(name, fact)
    return "; ".join(
        f"{year}: {wording.number(Decimal(one))}" for year, one in sorted(fact.items())
    )


def _chosen(name: str, fact: str) -> str:
    if name in CHOICES:
        return str(CHOICES[name](fact).label)
    if name == "source":
        source = sources.find(fact)
        return str(source.words) if source else fact
    return wording.number(Decimal(fact)) if name == "baseline" else fact
