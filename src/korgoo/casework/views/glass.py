"""Emergency openings: broken alone or with a second person, and answered."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import grants, oversight, selectors, services
from korgoo.casework.forms import GlassForm
from korgoo.casework.presentation import glass_row
from korgoo.lib.attempts import READ, attempt, status_of

BREAK = Permission.GLASS_BREAK


@kept_as(_("Emergency opening"), GlassForm)
@require_http_methods(READ)
@needs(BREAK)
@once
def glass_new(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = selectors.get_case(case_id, actor=actor, permission=BREAK)
    breakable = grants.breakable(case, actor=actor)
    form = GlassForm(request.POST or None, breakable=breakable)
    if form.is_valid():
        wish = form.emergency()
        row = attempt(form, lambda: services.break_glass(case_id, wish, actor=actor))
        if row:
            return redirect("casework:glass", glass_id=row.pk)
    words = {"case": case, "form": form, "has_parts": bool(breakable)}
    return render(request, "casework/glass_new.html", words, status=status_of(form))


@require_safe
@needs(BREAK)
def glass(request: MemberRequest, glass_id: UUID) -> HttpResponse:
    actor = request.actor
    row = oversight.get_glass(glass_id, actor=actor)
    is_mine = row.user_id == actor.user_id
    words: dict[str, Any] = {
        "row": glass_row(row),
        "is_mine": is_mine,
        "words": "" if is_mine else services.open_words(row, actor=actor),
        "may_list": policy.may_enter(actor, Permission.EXCEPTION_VIEW),
    }
    return render(request, "casework/glass.html", words)


@require_POST
@needs(BREAK)
@once
def glass_confirm(request: MemberRequest, glass_id: UUID) -> HttpResponse:
    services.confirm_glass(glass_id, actor=request.actor)
    return redirect("casework:glass", glass_id=glass_id)


@require_POST
@needs(BREAK)
@once
def glass_refuse(request: MemberRequest, glass_id: UUID) -> HttpResponse:
    services.refuse_glass(glass_id, actor=request.actor)
    return redirect("casework:glass", glass_id=glass_id)
