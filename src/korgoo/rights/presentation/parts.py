"""Small parts that several pages of the editors show."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.difference import Run, difference
from korgoo.rights import api, policies
from korgoo.rights.enums import Standing, VersionState
from korgoo.rights.telling import spoken
from korgoo.rights.wording import FIELDS, in_language, language, language_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from korgoo.rights.models import ItemVersion, VersionDeed

Words = dict[str, Any]
TONES = {
    VersionState.DRAFT: "neutral",
    VersionState.WAITING: "waiting",
    VersionState.APPROVED: "active",
    VersionState.PUBLISHED: "good",
}


@dataclass(frozen=True, slots=True)
class Sides:
    """Two wordings of one text in one language, side by side."""

    name: str
    language: str
    language_name: str
    before: str
    after: str
    runs: tuple[Run, ...]

    @property
    def is_same(self) -> bool:
        """Nothing differs."""
        return all(run.kind == "kept" for run in self.runs)


def places() -> list[tuple[str, str]]:
    """Give the destinations to choose from, by key and name."""
    return [(one.key, one.name) for one in api.destinations(language())]


def place_name(key: str) -> str:
    """Name a destination; its key when the country has none like it."""
    return dict(places()).get(key, key)


def title_of(version: "ItemVersion") -> str:
    """Name a version by its title, in the language of the page where it is there."""
    return spoken(version.title, language()) or version.item.key


def standing_tag(version: "ItemVersion", replaced: frozenset[str]) -> tuple[str, str]:
    """Say in a word how a version stands, and in which tone: what is late is said to be late."""
    if version.state != VersionState.PUBLISHED:
        state = VersionState(version.state)
        return str(state.label), TONES.get(state, "closed")
    is_replaced = version.item.key in replaced
    standing = policies.standing(version, clock.today(), is_replaced=is_replaced)
    tones = {Standing.CURRENT: "good", Standing.COMING: "active", Standing.STALE: "late"}
    return str(standing.label), tones.get(standing, "closed")


def sides(before: "Mapping[str, Any] | None", after: "Mapping[str, Any]") -> list[Sides]:
    """Set the texts of two versions side by side, language by language.

    Args:
        before: What is published, in the shape of ``ItemVersion.content``; None when nothing is.
        after: What shall be.
    """
    return [
        Sides(
            name=in_language(name, code),
            language=code,
            language_name=language_name(code),
            before=(old := before[name].get(code, "") if before else ""),
            after=(new := after[name].get(code, "")),
            runs=difference(old, new),
        )
        for code in packs.current().languages
        for name in ("title", "applies_to", "text", "sms")
    ]


def fact_rows(
    before: "Mapping[str, Any] | None", after: "Mapping[str, Any]", names: "Words"
) -> list[tuple[str, str, str, bool]]:
    """List what a version says beside its texts: name, before, after, whether it differs."""
    shown = [name for name in FIELDS if name not in ("title", "applies_to", "text", "sms")]
    rows = []
    for name in shown:
        old = value_words(before[name], names) if before else ""
        new = value_words(after[name], names)
        rows.append((str(FIELDS[name]), old, new, old != new))
    return rows


def value_words(value: Any, names: "Words") -> str:
    """Write a day, keys or a code as people read it."""
    if isinstance(value, list):
        return ", ".join(str(names.get(one, one)) for one in value)
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return str(names.get(value, value or ""))


def deed_lines(deeds: "list[VersionDeed]") -> list[Words]:
    """Say who did what, for a timeline."""
    return [
        {
            "title": str(one.get_deed_display()),
            "when": one.at,
            "by": by_words(one.by, one.organisation),
            "text": one.words,
            "tone": "neutral",
        }
        for one in deeds
    ]


def by_words(member: Any, organisation: Any) -> str:
    """Name who did something, and for whom; the platform when nobody did."""
    if member is None:
        return _("The platform")
    return f"{member.name}, {organisation.name}" if organisation else str(member.name)
