"""The history of a package: what was changed, when, for which organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from korgoo.countrypack import api as packs
from korgoo.lawbook import laws, policies, selectors, wording
from korgoo.lawbook.enums import ChangeKind
from korgoo.lawbook.presentation import lines
from korgoo.lawbook.presentation.lines import Sides

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.lawbook.models import AmendmentPackage, PackageChange


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line of the history: who changed what, with the difference in the page's language.

    Attributes:
        by: the member, for colleagues; empty for everybody else.
    """

    what: str
    item: str
    at: datetime
    by: str
    organisation: str
    sides: list[Sides]


def change_lines(package: "AmendmentPackage", *, actor: "Actor") -> list[ChangeLine]:
    """Tell the changes of a package, newest first; by whom, only to colleagues."""
    may_know = policies.know_authors(actor)
    return [_change(one, may_know=may_know) for one in selectors.changes_of(package)]


def _change(change: "PackageChange", *, may_know: bool) -> ChangeLine:
    return ChangeLine(
        what=str(ChangeKind(change.kind).label),
        item=_named(change),
        at=change.at,
        by=change.by.name if may_know else "",
        organisation=change.organisation.name,
        sides=[one for one in _differences(change) if not one.is_same],
    )


def _differences(change: "PackageChange") -> list[Sides]:
    """Compare two snapshots: titles and wordings by language, and what is said in one language."""
    languages = lines.page_language_first(packs.current().languages)
    before, after = change.before, change.after
    found = lines.sides(before.get("title", {}), after.get("title", {}), languages)
    found += lines.sides(before.get("text", {}), after.get("text", {}), languages)
    return found + lines.sides({"": _said(before)}, {"": _said(after)}, [""])


def _said(words: Mapping[str, Any]) -> str:
    """Give the reason of a package, or why an article shall change."""
    return str(words.get("reason") or words.get("note") or "")


def _named(change: "PackageChange") -> str:
    if not change.item:
        return ""
    key, _inside = laws.split(change.item)
    words = change.after or change.before
    instrument = laws.instrument(key)
    return wording.place(instrument, words["number"], words["title"])
