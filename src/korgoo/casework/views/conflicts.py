"""Conflicts of interest: a case is closed to one member, and opened again by two others."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access import api as access
from korgoo.access.enums import Permission, Role
from korgoo.access.http import MemberRequest, needs, once
from korgoo.casework import oversight, selectors, services
from korgoo.casework.forms import ConflictForm
from korgoo.casework.grounds import ConflictGround
from korgoo.lib.attempts import READ, attempt, status_of

MARK = Permission.CONFLICT_MARK


@require_http_methods(READ)
@needs(MARK)
@once
def conflicts(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = selectors.get_case(case_id, actor=actor, permission=MARK)
    form = ConflictForm(request.POST or None, members=_members(request))
    if form.is_valid():
        user_id = int(form.cleaned_data["member"])
        ground = ConflictGround(form.cleaned_data["ground"])
        if attempt(form, lambda: services.mark_conflict(case_id, user_id, ground, actor=actor)):
            if user_id == actor.user_id:
                return redirect("web:home")  # for them there is no such case any more
            return redirect("casework:conflicts", case_id=case_id)
    words = {
        "case": case,
        "form": form,
        "marks": [_mark(row, request) for row in oversight.list_conflicts(case, actor=actor)],
        "is_head": Role.HEAD in actor.roles,
    }
    return render(request, "casework/conflicts.html", words, status=status_of(form))


@require_POST
@needs(MARK)
@once
def conflict_ask(request: MemberRequest, case_id: UUID, mark_id: int) -> HttpResponse:
    services.ask_to_lift(case_id, mark_id, actor=request.actor)
    return redirect("casework:conflicts", case_id=case_id)


@require_POST
@needs(MARK)
@once
def conflict_lift(request: MemberRequest, case_id: UUID, mark_id: int) -> HttpResponse:
    services.lift_conflict(case_id, mark_id, actor=request.actor)
    return redirect("casework:conflicts", case_id=case_id)


def _members(request: MemberRequest) -> list[tuple[int, str]]:
    """Name whom this member may close the case to: themselves, or for the head everybody."""
    found = access.list_colleagues(actor=request.actor)
    if Role.HEAD in request.actor.roles:
        return found
    return [(number, name) for number, name in found if number == request.actor.user_id]


def _mark(row: Any, request: MemberRequest) -> dict[str, Any]:
    return {
        "id": row.pk,
        "who": access.member_name(row.user_id),
        "ground": row.get_ground_display(),
        "at": row.marked_at,
        "is_asked": row.lift_asked_at is not None,
        "asked_by": access.member_name(row.lift_asked_by_id) if row.lift_asked_by_id else "",
        "is_my_ask": row.lift_asked_by_id == request.actor.user_id,
    }
