from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models.fields.json import KeyTransform
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Permission
from korgoo.consultation import api as consultation
from korgoo.lib.errors import NotFound
from korgoo.workshop import files as parts
from korgoo.workshop import policies
from korgoo.workshop.enums import SUBJECT_KIND, DraftState
from korgoo.workshop.models import DraftChange, GuidelineDraft

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such draft.")
MOST = 100
PAGE = 50


def get_draft(draft_id: UUID, *, actor: "Actor") -> GuidelineDraft:
    """Fetch one draft to read it.

    Raises:
        NotFound: No such draft, or the actor sees none.
    """
    _must_may(actor, Permission.DRAFT_VIEW)
    return find(draft_id)


def get_for_edit(draft_id: UUID, *, actor: "Actor", lock: bool = False) -> GuidelineDraft:
    """Fetch one draft to change it.

    Args:
        draft_id: As in the address.
        actor: Who asks.
        lock: Hold the draft until the transaction ends, and keep anybody from proposing it.

    Raises:
        NotFound: No such draft, or the actor edits none.
        Forbidden: The draft may not change now, with the reason.
    """
    # The consultation first: who proposes holds it while the draft is looked at.
    is_frozen = consultation.is_frozen(SUBJECT_KIND, draft_id, lock=lock)
    _must_may(actor, Permission.DRAFT_EDIT)
    draft = find(draft_id, lock=lock)
    policies.edit(actor, draft, is_frozen=is_frozen).require()
    return draft


def get_for_typed(draft_id: UUID, *, actor: "Actor") -> GuidelineDraft:
    """Fetch one draft for a form that came back; whether it may change now is asked on saving.

    Raises:
        NotFound: No such draft, or the actor edits none.
    """
    _must_may(actor, Permission.DRAFT_EDIT)
    return find(draft_id)


def find(draft_id: UUID, *, lock: bool = False) -> GuidelineDraft:
    """Fetch a draft, whoever asks; for what others may do with it, the functions above.

    Args:
        draft_id: As in the address.
        lock: Hold the draft until the transaction ends.

    Raises:
        NotFound: No such draft.
    """
    rows = GuidelineDraft.objects.select_related("organisation")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=draft_id).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def title_of(draft_id: UUID) -> str:
    """Give the title of a draft; its files are not read.

    Raises:
        NotFound: No such draft.
    """
    found = GuidelineDraft.objects.filter(pk=draft_id).values_list("title", flat=True).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def approving_mandates(draft_id: UUID) -> list[str]:
    """List the mandates of which an organisation must have one to approve a change.

    The edition that is changed says so, not the draft: nobody widens the circle by the draft itself.

    Raises:
        NotFound: No such draft.
    """
    rows = GuidelineDraft.objects.filter(pk=draft_id)
    found = rows.values_list(KeyTransform(parts.HEAD, "base_files"), flat=True)
    if not found:
        raise NotFound(NO_SUCH)
    return parts.approving_mandates(found[0])


def list_drafts(*, actor: "Actor") -> list[GuidelineDraft]:
    """List the drafts that are written or were adopted, newest first; empty for who sees none.

    Their files are not read.
    """
    if not policies.may(actor, Permission.DRAFT_VIEW):
        return []
    rows = GuidelineDraft.objects.exclude(state=DraftState.DROPPED)
    return list(rows.defer("files", "base_files", "brought").select_related("organisation")[:MOST])


def count_open(*, actor: "Actor") -> int:
    """Count the drafts that are being written; none for who sees none."""
    if not policies.may(actor, Permission.DRAFT_VIEW):
        return 0
    return GuidelineDraft.objects.filter(state=DraftState.EDITING).count()


def is_name_taken(name: str, *, besides: UUID | None = None) -> bool:
    """Tell whether another draft that is being written wants to become an edition of this name."""
    rows = GuidelineDraft.objects.filter(edition=name, state=DraftState.EDITING)
    return (rows.exclude(pk=besides) if besides else rows).exists()


def history(draft: GuidelineDraft) -> "QuerySet[DraftChange]":
    """List the changes of a draft, newest first."""
    return draft.changes.select_related("organisation").order_by("-pk")


def changes_since(draft: GuidelineDraft, version: int, *, file: str) -> list[DraftChange]:
    """List what happened to one file of a draft after a version, oldest first."""
    rows = draft.changes.filter(version__gt=version, file=file)
    return list(rows.select_related("organisation")[:MOST])


def _must_may(actor: "Actor", permission: Permission) -> None:
    if not policies.may(actor, permission):
        raise NotFound(NO_SUCH)
