"""Writing a draft anew: each difference becomes a line of its history, with its author."""

import json
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.consultation import api as consultation
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.workshop import files as parts
from korgoo.workshop import shapes
from korgoo.workshop.difference import Change, Kind, compare
from korgoo.workshop.enums import SUBJECT_KIND, How
from korgoo.workshop.models import DraftChange

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.workshop.files import Files
    from korgoo.workshop.models import GuidelineDraft

# Characters of JSON. The guideline of the country has half as many.
LARGEST = 1_500_000
# The guideline of the country has less than half as many.
MOST_SIGNS = 600
HOW = {Kind.ADDED: How.ADDED, Kind.REMOVED: How.REMOVED}


def write(
    draft: "GuidelineDraft",
    files: "Files",
    *,
    actor: "Actor",
    how: How | None = None,
) -> bool:
    """Write what a draft holds, and leave a line of its history for each difference.

    Args:
        draft: Locked, and allowed to change.
        files: What it is to hold.
        actor: Who changes it.
        how: How it came; None for what was done on a page.

    Returns:
        Whether there was anything to write; the caller leaves the trace in the audit trail.

    Raises:
        DomainError: A value has a shape that no guideline can have, or there is too much of them.
    """
    if files == draft.files:
        return False
    _must_have_shape(draft, files)
    found = compare(draft.files, files)
    draft.files = dict(files)
    draft.version += 1
    draft.changed_at = clock.now()
    draft.save(update_fields=["files", "version", "changed_at", "brought"])
    is_shown = consultation.card_of(SUBJECT_KIND, draft.pk) is not None
    rows = [_line(draft, change, how or HOW.get(change.kind, How.EDITED)) for change in found]
    for row in rows:
        row.user_id, row.organisation_id = actor.user_id, actor.organisation_id
        row.is_after_opening = is_shown
    DraftChange.objects.bulk_create(rows)
    return True


def must_be_no_larger(files: "Files") -> None:
    """Make sure that pages about a guideline can still be made in time.

    Args:
        files: Each of the shape of its kind.

    Raises:
        DomainError: It is larger than any guideline has to be.
    """
    if len(json.dumps(files)) > LARGEST:
        raise DomainError(_("This would be too much text for a guideline."))
    if parts.count_indicators(files) > MOST_SIGNS:
        words = _("A guideline has room for %(number)s indicators. These would be more.")
        raise DomainError(words % {"number": MOST_SIGNS})


def _must_have_shape(draft: "GuidelineDraft", files: "Files") -> None:
    changed = [name for name, data in files.items() if draft.files.get(name) != data]
    wrong = shapes.wrong_shapes(files, names=changed)
    if wrong:
        raise DomainError(_("This cannot stand in a guideline: %(fault)s") % {"fault": wrong[0]})
    must_be_no_larger(files)


def _line(draft: "GuidelineDraft", change: Change, how: How) -> DraftChange:
    return DraftChange(
        draft=draft,
        version=draft.version,
        at=draft.changed_at,
        how=how,
        kind=change.kind,
        what=change.what,
        path=list(change.path),
        file=change.file,
        item=change.item,
        field=change.field,
        title=dict(change.title),
        before=change.before,
        after=change.after,
    )
