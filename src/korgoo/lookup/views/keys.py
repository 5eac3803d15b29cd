"""The matching key: how far it is, and a new one by two persons."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lookup import presentation, services


@require_safe
@needs(Permission.MATCHING_KEY_KEEP)
def key(request: MemberRequest) -> HttpResponse:
    return render(request, "lookup/key.html", presentation.of_key(actor=request.actor))


@require_POST
@needs(Permission.MATCHING_KEY_KEEP)
@once
def propose_key(request: MemberRequest) -> HttpResponse:
    services.propose(actor=request.actor)
    return redirect("lookup:key")


@require_POST
@needs(Permission.MATCHING_KEY_KEEP)
@once
def confirm_key(request: MemberRequest) -> HttpResponse:
    services.confirm(actor=request.actor)
    return redirect("lookup:key")


@require_POST
@needs(Permission.MATCHING_KEY_KEEP)
@once
def refuse_key(request: MemberRequest) -> HttpResponse:
    services.refuse(actor=request.actor)
    return redirect("lookup:key")
