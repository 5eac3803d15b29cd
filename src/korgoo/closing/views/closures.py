"""Close a case, open it again, and ask some months later how the person fares."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.casework import api as casework
from korgoo.casework import obstacles
from korgoo.closing import selectors, services
from korgoo.closing.enums import Outcome
from korgoo.closing.forms import CloseForm, FollowUpForm
from korgoo.closing.presentation import follow_up_row, follow_up_rows
from korgoo.lib.attempts import READ, attempt, status_of


@require_safe
@needs(Permission.FOLLOW_UP_RECORD)
def after(request: MemberRequest) -> HttpResponse:
    rows = follow_up_rows(actor=request.actor)
    return render(request, "closing/after.html", {"rows": rows})


@require_http_methods(READ)
@needs(Permission.CASE_CLOSE)
@once
def close(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = casework.case_card(case_id, actor=actor, permission=Permission.CASE_CLOSE)
    left = obstacles.of_case(case_id, actor=actor)
    form = CloseForm(request.POST or None, asks_ground=bool(left))
    if form.is_valid():
        told = {"ground": "", **form.cleaned_data}
        reason = told.pop("reason")
        if attempt(form, lambda: services.close_case(case_id, reason, **told, actor=actor)):
            return redirect("casework:case", case_id=case_id)
    words = {"case": case, "form": form, "left": left, "blocks": any(o.blocks for o in left)}
    return render(request, "closing/close.html", words, status=status_of(form))


@require_http_methods(READ)
@needs(Permission.CASE_REOPEN)
@once
def reopen(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = casework.case_card(case_id, actor=actor, permission=Permission.CASE_REOPEN)
    if request.method == "POST":
        services.reopen_case(case_id, actor=actor)
        return redirect("casework:case", case_id=case_id)
    return render(request, "closing/reopen.html", {"case": case})


@require_http_methods(READ)
@needs(Permission.FOLLOW_UP_RECORD)
@once
def follow_up(request: MemberRequest, follow_up_id: int) -> HttpResponse:
    actor = request.actor
    row = selectors.get_follow_up(follow_up_id, actor=actor)
    case_id = row.closure.case_id
    case = casework.case_card(case_id, actor=actor, permission=Permission.FOLLOW_UP_RECORD)
    form = FollowUpForm(request.POST or None)
    if form.is_valid():
        outcome = Outcome(form.cleaned_data["outcome"])
        if attempt(form, lambda: services.record_follow_up(row.pk, outcome, actor=actor)):
            return redirect(
                "closing:reopen" if outcome is Outcome.NEEDS_HELP else "casework:case",
                case_id=case_id,
            )
    words = {"case": case, "form": form, "row": follow_up_row(row, case.spoken_code)}
    return render(request, "closing/follow_up.html", words, status=status_of(form))
