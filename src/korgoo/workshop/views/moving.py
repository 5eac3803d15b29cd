"""Up, down, away: the deeds of one button."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.workshop import addresses, editing, services
from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.editing import Target
from korgoo.workshop.views.editing import version_of

EDIT = Permission.DRAFT_EDIT
STEPS = {"up": -1, "down": 1}
IN_ROWS = frozenset(
    {What.DIMENSION, What.ELEMENT, What.PAGE, What.QUESTION, What.OPTION, What.VECTOR}
)
REMOVABLE = IN_ROWS | {What.INDICATOR, What.VIEW}


@require_POST
@needs(EDIT)
@once
def move(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    target, step = _target(request, IN_ROWS), STEPS.get(request.POST.get("step", ""), 0)
    if target.what is What.QUESTION:

        def apply(files: parts.Files) -> parts.Files:
            return editing.move_question(files, target.path[0], target.path[1], step)
    else:

        def apply(files: parts.Files) -> parts.Files:
            return editing.move(files, target, step)

    _do(request, draft_id, services.Edit(apply, editing.file_of(target)), _("Moved."))
    return redirect(addresses.of_row(draft_id, target))


@require_POST
@needs(EDIT)
@once
def remove(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    target = _target(request, REMOVABLE)

    def apply(files: parts.Files) -> parts.Files:
        if target.what is What.INDICATOR:
            return editing.remove_indicator(files, target.path[0], target.path[1])
        if target.what is What.VIEW:
            return editing.remove_view(files, target.path[0])
        return editing.remove(files, target)

    # Pages are known by their numbers: others may have moved them meanwhile.
    file = editing.file_of(target) if target.what is What.PAGE else ""
    _do(request, draft_id, services.Edit(apply, file), _("Removed from the draft."))
    return redirect(addresses.of_row(draft_id, target))


def _target(request: MemberRequest, known: frozenset[What]) -> Target:
    """Read which thing is meant.

    Raises:
        NotFound: Nothing that can be moved or removed.
    """
    what = request.POST.get("what", "")
    path = tuple(request.POST.get("path", "").split("/"))
    if what not in known or not all(path):
        raise NotFound(_("We found no such page."))
    target = Target(What(what), path)
    if len(path) != _LENGTHS.get(target.what, 2):
        raise NotFound(_("We found no such page."))
    return target


_LENGTHS = {What.VIEW: 1, What.VECTOR: 1, What.OPTION: 3}


def _do(request: MemberRequest, draft_id: UUID, edit: services.Edit, done: str) -> None:
    """Do the deed, or say why not: there is no form that could be shown again."""
    try:
        services.change_draft(draft_id, edit, version=version_of(request), actor=request.actor)
    except (NotFound, Locked):
        raise
    except DomainError as error:
        messages.warning(request, str(error.message))
    else:
        messages.success(request, done)
