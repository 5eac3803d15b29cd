"""The desk of the editors: what waits, with place, sort and day; and who did what."""

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from korgoo.rights import editing_rules, selectors
from korgoo.rights.enums import Sort
from korgoo.rights.presentation.parts import (
    Words,
    by_words,
    deed_lines,
    place_name,
    standing_tag,
    title_of,
)

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.rights.forms import ConfirmForm, DeskForm, LogForm
    from korgoo.rights.models import ItemVersion


def desk_page(form: "DeskForm", confirm: "ConfirmForm", *, actor: "Actor") -> Words:
    """Show what waits, or everything that is published."""
    where = {"destination": form.asked("destination"), "sort": form.asked("sort")}
    data: Any = confirm.data
    ticked = set(data.getlist("chosen")) if confirm.is_bound else set()
    page = {"form": form, "confirm": confirm, "counts": selectors.waiting(actor=actor)}
    if form.asked("what"):
        rows = selectors.published(**where, actor=actor)
        return page | {
            "groups": [_group(pgettext("list of statements", "Published"), rows)],
            "due": [],
        }
    desk = selectors.desk(**where, actor=actor)
    groups = [
        _group(_("Waiting for a second reader"), desk.waiting),
        _group(pgettext("list of statements", "Drafts"), desk.drafts),
        _group(pgettext("version of a statement", "Approved for a later day"), desk.approved),
        _group(_("To be verified: nobody found it in a source yet"), desk.unverified),
    ]
    due = [_due_row(one, ticked, actor=actor) for one in desk.due]
    return page | {"groups": [one for one in groups if one["rows"]], "due": due}


def log_page(form: "LogForm", *, actor: "Actor") -> Words:
    """Show who did what with which statement, newest first."""
    destination, before = form.asked("destination"), form.asked("before")
    deeds = selectors.deeds(
        destination=destination, before=int(before) if before.isdigit() else 0, actor=actor
    )
    shown, more = deeds[: selectors.MOST_DEEDS], len(deeds) > selectors.MOST_DEEDS
    rows = [
        {
            "at": one.at,
            "deed": one.get_deed_display(),
            "title": title_of(one.version),
            "href": _address(one.version),
            "by": by_words(one.by, one.organisation),
            "words": one.words,
        }
        for one in shown
    ]
    return {"form": form, "rows": rows, "older": _older(destination, shown[-1].pk) if more else ""}


def life_page(key: str, *, actor: "Actor") -> Words:
    """Show every version of a statement with all that was done with it."""
    versions = selectors.life(key, actor=actor)
    item, replaced = versions[0].item, selectors.replaced_today()
    return {
        "key": key,
        "title": title_of(versions[-1]),
        "where": place_name(item.destination),
        "sort": Sort(item.sort).label,
        "was_told": any(one.published_at or one.ended_at for one in versions),
        "versions": [
            {
                "number": one.number,
                "title": title_of(one),
                "href": _address(one),
                "tag": standing_tag(one, replaced),
                "is_from_pack": one.is_from_pack or one.written_by_id is None,
                "created_at": one.created_at,
                "deeds": deed_lines(list(one.deeds.all())),
            }
            for one in reversed(versions)
        ],
    }


def _group(title: str, versions: "list[ItemVersion]") -> Words:
    replaced = selectors.replaced_today() if versions else frozenset()
    return {"title": title, "rows": [_row(one, replaced) for one in versions]}


def _row(version: "ItemVersion", replaced: frozenset[str] = frozenset()) -> Words:
    return {
        "id": version.pk,
        "title": title_of(version),
        "href": _address(version),
        "place": place_name(version.item.destination),
        "sort": Sort(version.item.sort).label,
        "day": version.publish_on or version.review_by,
        "tag": standing_tag(version, replaced),
    }


def _due_row(version: "ItemVersion", ticked: set[Any], *, actor: "Actor") -> Words:
    why_not = editing_rules.may_confirm(actor, version).reason
    row = _row(version)
    return row | {"why_not": str(why_not), "is_ticked": str(version.pk) in ticked}


def _address(version: "ItemVersion") -> str:
    return reverse("rights:version", args=[version.item.key, version.number])


def _older(destination: str, before: int) -> str:
    query = QueryDict(mutable=True)
    query["destination"], query["before"] = destination, str(before)
    return f"{reverse('rights:log')}?{query.urlencode()}"
