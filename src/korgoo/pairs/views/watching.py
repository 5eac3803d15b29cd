"""The co-ordinator sees possible pairs, passes asks on, connects two organisations or closes."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.errors import Forbidden, NotFound
from korgoo.pairs import presentation, services

WATCH = Permission.PAIR_WATCH


@require_safe
@needs(WATCH)
def list_pairs(request: MemberRequest) -> HttpResponse:
    try:
        watched = services.open_all(actor=request.actor)
    except Forbidden:
        return redirect("pairs:key")  # it says who could give it on
    words = presentation.list_words(watched, request.GET.get("show", ""))
    return render(request, "pairs/list.html", words)


@require_safe
@needs(WATCH)
def pair(request: MemberRequest, mark: str) -> HttpResponse:
    try:
        watched = services.open_all(actor=request.actor)
    except Forbidden:
        return redirect("pairs:key")
    words = presentation.pair_words(watched, mark)
    if words is None:
        raise NotFound(_("We found no such pair."))
    return render(request, "pairs/pair.html", words)


@require_POST
@needs(WATCH)
@once
def pass_on(request: MemberRequest, mark: str) -> HttpResponse:
    # The ask comes in the form and never in the address: addresses of forms taken are kept beside their hour.
    services.pass_on(_ask_of(request), mark=mark, actor=request.actor)
    return redirect("pairs:pair", mark=mark)


@require_POST
@needs(WATCH)
@once
def release(request: MemberRequest, ask_id: UUID) -> HttpResponse:
    services.release(ask_id, actor=request.actor)
    return redirect("pairs:list")


@require_POST
@needs(WATCH)
@once
def close(request: MemberRequest, ask_id: UUID) -> HttpResponse:
    services.close(ask_id, actor=request.actor)
    return redirect("pairs:list")


@require_POST
@needs(WATCH)
@once
def close_left(request: MemberRequest) -> HttpResponse:
    services.close_left(actor=request.actor)
    return redirect("pairs:list")


def _ask_of(request: MemberRequest) -> UUID:
    """Read which ask is meant.

    Raises:
        NotFound: It is no number of an ask.
    """
    try:
        return UUID(request.POST.get("ask", ""))
    except ValueError:
        raise NotFound(_("This ask was taken back, or its case has ended.")) from None
