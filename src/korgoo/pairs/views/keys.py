"""The key to possible pairs: who holds it, giving it on, and a new one by two persons."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.pairs import presentation, services

KEEP, WATCH = Permission.PAIR_KEY_KEEP, Permission.PAIR_WATCH


@require_safe
@needs(KEEP)
def key(request: MemberRequest) -> HttpResponse:
    return render(request, "pairs/key.html", presentation.of_key(actor=request.actor))


@require_POST
@needs(WATCH)
@once
def give_key(request: MemberRequest) -> HttpResponse:
    services.give(actor=request.actor)
    return redirect("pairs:key")


@require_POST
@needs(WATCH)
@once
def propose_key(request: MemberRequest) -> HttpResponse:
    services.propose(actor=request.actor)
    return redirect("pairs:key")


@require_POST
@needs(KEEP)
@once
def confirm_key(request: MemberRequest) -> HttpResponse:
    services.confirm(actor=request.actor)
    return redirect("pairs:key")


@require_POST
@needs(KEEP)
@once
def refuse_key(request: MemberRequest) -> HttpResponse:
    services.refuse(actor=request.actor)
    return redirect("pairs:key")
