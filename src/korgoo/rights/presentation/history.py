"""What held when a person travelled: statements with their days, for people who work with cases."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.lib import clock
from korgoo.rights import api, policies, selectors
from korgoo.rights.enums import Deed, VersionState
from korgoo.rights.telling import spoken
from korgoo.rights.wording import language

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.rights.models import ItemVersion

Words = dict[str, Any]


def places() -> list[tuple[str, str]]:
    """Give the destinations to choose from, by key and name."""
    return [(one.key, one.name) for one in api.destinations(language())]


def listed(*, destination: str, day: date | None, actor: "Actor") -> Words:
    """List what was told; on a day only what held then.

    Args:
        destination: Key of the only destination; empty for all.
        day: A past day; None for everything.
        actor: Who asks.
    """
    names = dict(places())
    told = selectors.told_versions(destination=destination, actor=actor)
    shown = _held(told, day) if day else [_latest(versions) for versions in told]
    replaced = _replaced_today(told)
    return {"rows": [_row(one, names, replaced) for one in shown], "day": day}


def item_page(key: str, *, day: date | None, actor: "Actor") -> Words:
    """Show every wording of a statement, and which held on a day.

    Raises:
        NotFound: It was never told.
    """
    versions = selectors.versions_of(key, actor=actor)
    related = selectors.relatives(versions, actor=actor)
    family = [versions, *related]
    replaced = _replaced_today(family)
    names = dict(places())
    return {
        "title": spoken(_latest(versions).title, language()),
        "where": names.get(versions[0].item.destination, versions[0].item.destination),
        "versions": [_version(one, replaced) for one in reversed(versions)],
        "relatives": [_row(_latest(one), names, replaced) for one in related],
        "day": day,
        "held": [_version(one, replaced) for one in _held(family, day)] if day else [],
    }


def _held(told: "list[list[ItemVersion]]", day: date) -> "list[ItemVersion]":
    """Choose what held on a day; what another statement had replaced by then did not."""
    found = [policies.held_on(versions, day) for versions in told]
    held = [one for one in found if one is not None]
    replaced = policies.replaced_keys(held, day)
    return [one for one in held if one.item.key not in replaced]


def _replaced_today(told: "list[list[ItemVersion]]") -> frozenset[str]:
    latest = [_latest(versions) for versions in told]
    published = [one for one in latest if one.state == VersionState.PUBLISHED]
    return policies.replaced_keys(published, clock.today())


def _latest(versions: "list[ItemVersion]") -> "ItemVersion":
    published = [one for one in versions if one.state == VersionState.PUBLISHED]
    return (published or versions)[-1]


def _row(version: "ItemVersion", names: dict[str, str], replaced: frozenset[str]) -> Words:
    return {
        "title": spoken(version.title, language()),
        "href": reverse("rights:item_history", args=[version.item.key]),
        "place": names.get(version.item.destination, version.item.destination),
        "days": days(version),
        "standing": _standing(version, replaced),
    }


def _standing(version: "ItemVersion", replaced: frozenset[str]) -> str:
    is_replaced = version.item.key in replaced
    return str(policies.standing(version, clock.today(), is_replaced=is_replaced).label)


def _version(version: "ItemVersion", replaced: frozenset[str]) -> Words:
    code = language()
    return {
        "number": version.number,
        "title": spoken(version.title, code),
        "text": spoken(version.text, code),
        "applies_to": spoken(version.applies_to, code),
        "standing": _standing(version, replaced),
        "facts": _facts(version),
        "address": version.address,
    }


def days(version: "ItemVersion") -> str:
    """Write the days of a rule in digits; an unknown first day is said to be unknown."""
    first = f"{version.valid_from:%d.%m.%Y}" if version.valid_from else ""
    last = f"{version.valid_to:%d.%m.%Y}" if version.valid_to else ""
    if not first and not last:
        return pgettext("days of a rule", "Not known since when")
    return f"{first or '…'} – {last}".rstrip()


def _facts(version: "ItemVersion") -> list[tuple[str, str]]:
    checked = version.reviewed_for.name if version.reviewed_for else ""
    facts = [
        (pgettext("of a statement", "Holds"), days(version)),
        (
            pgettext("of a statement", "Source"),
            f"{version.get_source_type_display()}: {version.source}",
        ),
        (pgettext("of a statement", "As of"), _day(version.as_of)),
        (pgettext("of a statement", "Confidence"), str(version.get_confidence_display())),
        (pgettext("of a statement", "Published here"), _day(version.published_at)),
        (pgettext("of a statement", "Ended here"), _day(version.ended_at)),
        (pgettext("of a statement", "Why it ended"), _why_ended(version)),
        (pgettext("of a statement", "Checked by"), checked or _("Nobody here yet")),
        (pgettext("of a statement", "Checked on"), _day(version.reviewed_on)),
        (pgettext("of a statement", "To be checked again by"), _day(version.review_by)),
    ]
    return [(name, value) for name, value in facts if value]


def _why_ended(version: "ItemVersion") -> str:
    withdrawn = [one for one in version.deeds.all() if one.deed == Deed.WITHDRAWN]
    return withdrawn[0].words if withdrawn else ""


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
