"""Files that somebody brings: read, looked at, then taken whole or not at all."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.workshop import checks, selectors, shapes
from korgoo.workshop import files as parts
from korgoo.workshop.enums import How
from korgoo.workshop.services.writing import must_be_no_larger, write

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.workshop.files import Files
    from korgoo.workshop.models import GuidelineDraft

MOST_FAULTS = 200


@transaction.atomic
def bring(
    draft_id: UUID, texts: Mapping[str, bytes], *, is_whole: bool, actor: "Actor"
) -> "GuidelineDraft":
    """Read files and keep them beside a draft, to be looked at. The draft itself does not change.

    Args:
        draft_id: Which draft.
        texts: Content by name of file.
        is_whole: They are the whole guideline: what is not among them is to go.
        actor: Who brings them.

    Raises:
        NotFound: No such draft, or not the actor's to change.
        Forbidden: It may not change now.
        DomainError: It would be larger than any guideline has to be.
    """
    draft = selectors.get_for_edit(draft_id, actor=actor, lock=True)
    files, faults = _read(draft, texts, is_whole=is_whole)
    if files is not None:
        must_be_no_larger(files if is_whole else {**draft.files, **files})
    draft.brought = {
        "names": sorted(texts),
        "is_whole": is_whole,
        "files": files,
        "faults": [_plain(fault) for fault in faults[:MOST_FAULTS]],
        "all_faults": len(faults),
        "at": clock.now().isoformat(),
        "user_id": actor.user_id,
    }
    draft.save(update_fields=["brought"])
    audit.record(Event.DRAFT_IMPORTED, actor=actor, target=draft, detail="read")
    return draft


@transaction.atomic
def take_brought(draft_id: UUID, *, version: int, actor: "Actor") -> "GuidelineDraft":
    """Take the files that were brought into the draft, all of them.

    Args:
        draft_id: Which draft.
        version: The version against which the actor looked at them.
        actor: Who takes them.

    Raises:
        NotFound: No such draft, or not the actor's to change.
        Forbidden: It may not change now.
        DomainError: Nothing was brought, or it cannot be read, or the draft changed meanwhile.
    """
    draft = selectors.get_for_edit(draft_id, actor=actor, lock=True)
    files = proposed(draft)
    if files is None:
        raise DomainError(_("There are no files that could be taken. Bring them again."))
    if version != draft.version:
        raise DomainError(
            _("The draft was changed while you looked at the files. Look at them again.")
        )
    draft.brought = None
    draft.save(update_fields=["brought"])
    write(draft, files, actor=actor, how=How.BROUGHT)
    audit.record(Event.DRAFT_IMPORTED, actor=actor, target=draft, detail="taken")
    return draft


@transaction.atomic
def drop_brought(draft_id: UUID, *, actor: "Actor") -> "GuidelineDraft":
    """Throw the files away that were brought.

    Raises:
        NotFound: No such draft, or not the actor's to change.
        Forbidden: It may not change now.
    """
    draft = selectors.get_for_edit(draft_id, actor=actor, lock=True)
    draft.brought = None
    draft.save(update_fields=["brought"])
    audit.record(Event.DRAFT_IMPORTED, actor=actor, target=draft, detail="dropped")
    return draft


def proposed(draft: "GuidelineDraft") -> "Files | None":
    """Give what the draft would hold with the files that were brought; None when they are unfit."""
    brought: dict[str, Any] | None = draft.brought
    if not brought or not brought["files"]:
        return None
    if brought["is_whole"]:
        return dict(brought["files"])
    return {**draft.files, **brought["files"]}


def _read(
    draft: "GuidelineDraft", texts: Mapping[str, bytes], *, is_whole: bool
) -> tuple[dict[str, Any] | None, list[packs.Fault]]:
    """Read the files as parts of the guideline that they would make.

    Returns:
        Their data, None unless every one of them can be read and has the shape of its kind; and
        the faults of the whole, lines only where the line is one of the brought files.
    """
    pack = packs.current()
    around = {} if is_whole else packs.guideline_to_yaml(draft.files, languages=pack.languages)
    whole = {name: text.encode() for name, text in around.items()} | dict(texts)
    files, faults = packs.guideline_from_yaml(whole, languages=pack.languages, pack=pack)
    faults = [fault if fault.file in texts else _without_line(fault) for fault in faults]
    if parts.HEAD not in whole:
        return None, [checks.NO_HEAD, *faults]
    own = {name: data for name, data in files.items() if name in texts}
    is_fit = set(own) == set(texts) and not shapes.wrong_shapes(own)
    return own if is_fit else None, faults


def _without_line(fault: packs.Fault) -> packs.Fault:
    return packs.Fault(fault.file, 0, fault.rule, fault.message, fault.item)


def _plain(fault: packs.Fault) -> dict[str, Any]:
    return {
        "file": fault.file,
        "line": fault.line,
        "rule": fault.rule,
        "message": fault.message,
        "item": fault.item,
    }
