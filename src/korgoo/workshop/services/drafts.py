"""A draft from its start to its end, and every edit in between."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event, Permission, Relation
from korgoo.access.policy import decide
from korgoo.identification import api as identification
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.workshop import selectors
from korgoo.workshop.editing import CannotEdit
from korgoo.workshop.enums import DraftState
from korgoo.workshop.errors import Stale
from korgoo.workshop.models import GuidelineDraft
from korgoo.workshop.services.writing import write
from korgoo.workshop.wording.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from korgoo.access.actor import Actor
    from korgoo.workshop.files import Files


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a draft.

    Attributes:
        apply: Gives the changed guideline, or raises ``CannotEdit``.
        file: The file that the person looked at; what others changed in it since makes the edit
            stale. Empty where nothing of theirs can be lost.
    """

    apply: "Callable[[Files], Files]"
    file: str = ""


@transaction.atomic
def start_draft(title: str, *, edition: str, base: str, actor: "Actor") -> GuidelineDraft:
    """Start a draft of the next edition from an edition.

    Args:
        title: What it is about, in the writer's words.
        edition: How the edition that it becomes will be quoted.
        base: Digest of the edition to start from.
        actor: Who starts it.

    Raises:
        Forbidden: The actor's role does not include it.
        NotFound: No such edition.
        DomainError: The name is taken.
    """
    decide(actor, Permission.DRAFT_EDIT, Relation.NONE).require()
    _must_be_free(edition)
    found = identification.edition_by_digest(base)
    now = clock.now()
    draft = GuidelineDraft.objects.create(
        title=title,
        edition=edition,
        organisation_id=actor.organisation_id,
        base_name=found.name,
        base_digest=found.digest,
        base_files=dict(found.files),
        files=dict(found.files),
        created_at=now,
        created_by_id=actor.user_id,
        changed_at=now,
    )
    audit.record(Event.DRAFT_STARTED, actor=actor, target=draft, detail=found.digest[:8])
    return draft


@transaction.atomic
def name_draft(draft_id: UUID, *, title: str, edition: str, actor: "Actor") -> GuidelineDraft:
    """Say anew what a draft is about, and what edition it is to become.

    Raises:
        NotFound: No such draft, or not the actor's to change.
        Forbidden: It may not change now.
        DomainError: The name is taken.
    """
    draft = selectors.get_for_edit(draft_id, actor=actor, lock=True)
    if edition != draft.edition:
        _must_be_free(edition, besides=draft.pk)
    draft.title, draft.edition, draft.changed_at = title, edition, clock.now()
    draft.save(update_fields=["title", "edition", "changed_at"])
    audit.record(Event.DRAFT_CHANGED, actor=actor, target=draft, detail="name")
    return draft


@transaction.atomic
def change_draft(draft_id: UUID, edit: Edit, *, version: int, actor: "Actor") -> GuidelineDraft:
    """Do one edit.

    Args:
        draft_id: Which draft.
        edit: What to change.
        version: The version that the actor looked at.
        actor: Who changes it.

    Raises:
        NotFound: No such draft, or not the actor's to change.
        Forbidden: It may not change now.
        Stale: Somebody changed the same file meanwhile; the error says who and what.
        DomainError: The edit makes no sense for the draft as it is now.
    """
    draft = selectors.get_for_edit(draft_id, actor=actor, lock=True)
    _must_be_fresh(draft, edit.file, version)
    try:
        files = edit.apply(draft.files)
    except CannotEdit as error:
        raise DomainError(refusal(error)) from error
    if write(draft, files, actor=actor):
        audit.record(Event.DRAFT_CHANGED, actor=actor, target=draft, detail=str(draft.version))
    return draft


@transaction.atomic
def drop_draft(draft_id: UUID, *, actor: "Actor") -> GuidelineDraft:
    """Give a draft up. It stays readable, with its history.

    Raises:
        NotFound: No such draft, or not the actor's to change.
        Forbidden: Its adoption was proposed, or it is over.
    """
    draft = selectors.get_for_edit(draft_id, actor=actor, lock=True)
    draft.state, draft.brought, draft.changed_at = DraftState.DROPPED, None, clock.now()
    draft.save(update_fields=["state", "brought", "changed_at"])
    audit.record(Event.DRAFT_DROPPED, actor=actor, target=draft)
    return draft


def _must_be_free(edition: str, *, besides: UUID | None = None) -> None:
    is_edition = any(one.name == edition for one in identification.list_editions())
    if is_edition or selectors.is_name_taken(edition, besides=besides):
        raise DomainError(_("There is an edition or a draft of this name. Choose another name."))


def _must_be_fresh(draft: GuidelineDraft, file: str, version: int) -> None:
    since = selectors.changes_since(draft, version, file=file) if file else []
    if not since:
        return
    last = since[-1]
    values: dict[str, Any] = {
        "who": access.member_name(last.user_id) or last.organisation.name,
        "organisation": last.organisation.name,
    }
    words = _(
        "%(who)s (%(organisation)s) changed this part of the draft while you were writing. "
        "What you typed is still here. Look at what was changed, then save again."
    )
    raise Stale(words % values, since)
