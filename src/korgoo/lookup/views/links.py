"""Two own cases of one person: seen side by side, put together, told apart, taken apart again."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.attempts import READ, status_of
from korgoo.lookup import presentation, services
from korgoo.lookup.forms import OtherCaseForm


@require_http_methods(READ)
@needs(Permission.CASE_OPEN)
@once
def like(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor, beside = request.actor, None
    deed, other = presentation.answer_of(request.POST)
    form = OtherCaseForm(request.POST if "other_code" in request.POST else None)
    if form.is_valid():
        deed, other = "look", presentation.own_case(case_id, form, actor=actor)
    if deed == "same" and other:
        services.say_same(other, lead_id=case_id, actor=actor)
        return redirect("casework:case", case_id=case_id)
    if deed == "new" and other:
        services.say_different(case_id, others=[other], actor=actor)
        return redirect("lookup:like", case_id=case_id)
    if deed == "look" and other:
        beside = services.open_both(case_id, other_id=other, actor=actor)
    words = presentation.like(case_id, actor=actor, chosen=other if beside else None)
    words["beside"] = presentation.beside(other, beside) if beside else None
    return render(request, "lookup/like.html", words | {"form": form}, status=status_of(form))


@require_POST
@needs(Permission.CASE_OPEN)
@once
def take_apart(request: MemberRequest, case_id: UUID) -> HttpResponse:
    services.take_apart(case_id, actor=request.actor)
    return redirect("casework:case", case_id=case_id)
