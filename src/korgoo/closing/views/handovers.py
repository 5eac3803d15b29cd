"""A leaver's work in one act, one case to a colleague, and what was handed over to me."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.casework import api as casework
from korgoo.closing import policies, selectors, services
from korgoo.closing.forms import AssignForm, HandOverForm
from korgoo.closing.presentation import handed_over_rows
from korgoo.lib.attempts import READ, attempt, status_of


@require_safe
@needs(Permission.HANDOVER_MAKE)
def leavers(request: MemberRequest) -> HttpResponse:
    actor = request.actor
    words = {
        "rows": [
            {
                "load": load,
                "may": load.cases or policies.end_roles(actor, leaver_id=load.member_id),
            }
            for load in selectors.loads(actor=actor)
        ]
    }
    return render(request, "closing/leavers.html", words)


@require_http_methods(READ)
@needs(Permission.HANDOVER_MAKE)
@once
def hand_over(request: MemberRequest, leaver_id: int) -> HttpResponse:
    actor = request.actor
    load = selectors.load_of(leaver_id, actor=actor)
    able = selectors.able_to_take_over(leaver_id, actor=actor)
    may_end = load.is_here and bool(policies.end_roles(actor, leaver_id=leaver_id))
    has_work = bool(load.cases)
    form = HandOverForm(request.POST or None, able=able, has_work=has_work, may_end=may_end)
    if form.is_valid():
        chosen = form.cleaned_data.get("successors", [])
        ends = form.cleaned_data.get("ends_roles", False)
        done = attempt(
            form, lambda: services.hand_over(leaver_id, chosen, ends_roles=ends, actor=actor)
        )
        if done:
            return redirect("closing:leavers")
    words: dict[str, Any] = {"load": load, "form": form, "has_able": bool(able)}
    members = access.members_today(actor=actor)
    words["is_last"] = policies.is_last_key_holder(members, leaver_id=leaver_id)
    return render(request, "closing/hand_over.html", words, status=status_of(form))


@require_http_methods(READ)
@needs(Permission.CASE_ASSIGN)
@once
def handed_over(request: MemberRequest) -> HttpResponse:
    if request.method == "POST":
        services.note_handed_over(actor=request.actor)
        return redirect("web:home")
    rows = handed_over_rows(actor=request.actor)
    return render(request, "closing/handed_over.html", {"rows": rows})


@require_http_methods(READ)
@needs(Permission.CASE_ASSIGN)
@once
def assign(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = casework.case_card(case_id, actor=actor, permission=Permission.CASE_ASSIGN)
    able = selectors.able_to_take_over(case.worker_id, actor=actor)
    form = AssignForm(request.POST or None, able=able)
    if form.is_valid():
        chosen = form.cleaned_data["member"]
        attempt(form, lambda: services.assign_case(case_id, chosen, actor=actor))
        if not form.errors:
            return redirect("casework:case", case_id=case_id)
    words = {"case": case, "form": form, "has_able": bool(able)}
    words["now"] = access.member_name(case.worker_id) if case.worker_id else ""
    return render(request, "closing/assign.html", words, status=status_of(form))
