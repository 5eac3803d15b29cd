"""Why a draft cannot be adopted yet, in words of the page's language."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from korgoo.identification import api as identification
from korgoo.workshop import checks, newest, selectors
from korgoo.workshop.translations import gaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.countrypack.api import Fault
    from korgoo.workshop.difference import Change
    from korgoo.workshop.models import GuidelineDraft


def obstacles(draft: "GuidelineDraft", found: checks.Findings | None = None) -> list[str]:
    """List what stands in the way of adopting a draft; empty when nothing does.

    Args:
        draft: Which one.
        found: What a look at it found, when somebody looked already.
    """
    found = found or checks.look_at(draft)
    return [
        *_of_faults(found.faults),
        *_of_translations(found.changes),
        *([] if found.changes else [_("The draft changes nothing yet.")]),
        *_of_name(draft),
        *_of_base(draft),
    ]


def _of_faults(faults: "Sequence[Fault]") -> list[str]:
    count = len(faults)
    words = ngettext(
        "%(count)s fault must be mended first.", "%(count)s faults must be mended first.", count
    )
    return [words % {"count": count}] if count else []


def _of_translations(changes: "Sequence[Change]") -> list[str]:
    count = sum(bool(gap.missing) for gap in gaps(changes, checks.languages()))
    words = ngettext(
        "%(count)s changed text is missing in a language.",
        "%(count)s changed texts are missing in a language.",
        count,
    )
    return [words % {"count": count}] if count else []


def _of_name(draft: "GuidelineDraft") -> list[str]:
    is_edition = any(one.name == draft.edition for one in identification.list_editions())
    if is_edition or selectors.is_name_taken(draft.edition, besides=draft.pk):
        return [_("There is an edition or a draft of this name already. Give it another name.")]
    return []


def _of_base(draft: "GuidelineDraft") -> list[str]:
    edition = newest.edition()
    if edition.digest == draft.base_digest:
        return []
    words = _(
        "The edition %(edition)s was adopted after this draft was started. "
        "Bring the draft up to date first, or it would undo what that edition changed."
    )
    return [words % {"edition": edition.name}]
