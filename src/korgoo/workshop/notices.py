"""What an adoption changes for the officers of each organisation, in every language of the pack.

Each set of questions says whose it is; a list of signs concerns whoever asks from it. Words that
only became better are counted, not told one by one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import ngettext

from korgoo.workshop import checks
from korgoo.workshop import files as parts
from korgoo.workshop.difference import Change, Kind, What
from korgoo.workshop.wording.lines import TEXTS

if TYPE_CHECKING:
    from korgoo.workshop.files import Files
    from korgoo.workshop.models import GuidelineDraft

# Of no use to an officer: where a value comes from, and what the workshop tries itself on.
UNTOLD = frozenset({"provenance", "check_weight", "rests_on", "version", "key"})
LISTS = frozenset({What.CATALOGUE, What.DIMENSION, What.ELEMENT, What.INDICATOR})
VIEWS = frozenset({What.VIEW, What.PAGE, What.QUESTION, What.OPTION})
Line = tuple[dict[str, str], tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a line concerns; with neither mandates nor bodies, everybody."""

    mandates: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


EVERYBODY = Audience()


def lines_of(draft: "GuidelineDraft") -> list[Line]:
    """Write the lines of a draft's notice: words by language, mandates, codes of bodies."""
    told = [change for change in checks.changes_of(draft) if _is_told(change)]
    single = [change for change in told if not _is_wording(change)]
    reworded = Counter(_place(change) for change in told if _is_wording(change))
    files: Files = {**draft.base_files, **draft.files}
    return [
        *(_line(_sentences(draft, change), _audience(change, files)) for change in single),
        *(
            _line(_counted(draft, place, count), _audience_of(place, files))
            for place, count in reworded.items()
        ),
    ]


def _is_told(change: Change) -> bool:
    is_untold = change.kind is Kind.CHANGED and change.field in UNTOLD
    return change.what in LISTS | VIEWS and not is_untold


def _is_wording(change: Change) -> bool:
    if change.kind is Kind.MOVED:
        return True
    name = change.field.partition(".")[0]
    is_text = change.field in TEXTS or (name in TEXTS and name != "advice")
    return change.kind is Kind.CHANGED and is_text and change.field != "now"


def _place(change: Change) -> tuple[str, str]:
    return ("view" if change.what in VIEWS else "catalogue", change.path[0])


def _audience(change: Change, files: "Files") -> Audience:
    if change.what is What.INDICATOR:
        catalogue, code = change.path
        asking = [view for view in _views(files, catalogue) if code in parts.codes_asked(view)]
        return _all_of(asking or _views(files, catalogue))
    return _audience_of(_place(change), files)


def _audience_of(place: tuple[str, str], files: "Files") -> Audience:
    kind, key = place
    if kind == "view":
        return _all_of([files[parts.view_file(key)]])
    return _all_of(_views(files, key))


def _views(files: "Files", catalogue: str) -> list[dict[str, Any]]:
    views = [files[parts.view_file(key)] for key in parts.view_keys(files)]
    return [v for v in views if catalogue in (v.get("catalogue"), *(v.get("also") or ()))]


def _all_of(views: Sequence[dict[str, Any]]) -> Audience:
    """Join the audiences of several sets of questions; one for everybody makes it everybody's."""
    mandates: set[str] = set()
    bodies: set[str] = set()
    for view in views:
        if not (view.get("for_mandates") or view.get("for_bodies")):
            return EVERYBODY
        mandates |= set(view.get("for_mandates") or ())
        bodies |= set(view.get("for_bodies") or ())
    return Audience(tuple(sorted(mandates)), tuple(sorted(bodies)))


def _sentences(draft: "GuidelineDraft", change: Change) -> dict[str, str]:
    words, found = checks.words_of(draft), {}
    for code in checks.languages():
        with translation.override(code):
            found[code] = words.sentence(change)
    return found


def _counted(draft: "GuidelineDraft", place: tuple[str, str], count: int) -> dict[str, str]:
    names, found = checks.words_of(draft).names, {}
    for code in checks.languages():
        with translation.override(code):
            name = names.view(place[1]) if place[0] == "view" else names.catalogue(place[1])
            words = ngettext(
                "%(place)s. %(count)s text or place in the order changed",
                "%(place)s. %(count)s texts or places in the order changed",
                count,
            )
            found[code] = words % {"place": name, "count": count}
    return found


def _line(words: dict[str, str], audience: Audience) -> Line:
    return words, audience.mandates, audience.bodies
