"""Sharing without consent, and who watches over it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import legal, oversight, selectors, services
from korgoo.casework.forms import SharingForm, TellingForm
from korgoo.casework.grounds import ShareGround
from korgoo.casework.presentation import glass_row, sharing_row
from korgoo.lib.attempts import READ, attempt, status_of

DECIDE = Permission.SHARING_DECIDE


@kept_as(_("Sharing without consent"), SharingForm)
@require_http_methods(READ)
@needs(DECIDE)
@once
def share(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = selectors.get_case(case_id, actor=actor, permission=DECIDE)
    form = SharingForm(request.POST or None, actor=actor)
    if form.is_valid():
        wish = form.wish()
        act = attempt(form, lambda: services.propose_sharing(case_id, wish, actor=actor))
        if act:
            return redirect("casework:sharing", case_id=case_id, act_id=act.pk)
    grounds = [(ground.label, legal.ground_of(ground)) for ground in ShareGround]
    words = {"case": case, "form": form, "grounds": grounds}
    return render(request, "casework/share.html", words, status=status_of(form))


@require_safe
@needs(DECIDE)
def sharing(request: MemberRequest, case_id: UUID, act_id: int) -> HttpResponse:
    return _sharing(request, case_id, act_id, TellingForm())


@require_POST
@needs(DECIDE)
@once
def sharing_confirm(request: MemberRequest, case_id: UUID, act_id: int) -> HttpResponse:
    return _do(request, case_id, act_id, services.confirm_sharing)


@require_POST
@needs(DECIDE)
@once
def sharing_refuse(request: MemberRequest, case_id: UUID, act_id: int) -> HttpResponse:
    return _do(request, case_id, act_id, services.refuse_sharing)


@require_POST
@needs(DECIDE)
@once
def sharing_end(request: MemberRequest, case_id: UUID, act_id: int) -> HttpResponse:
    return _do(request, case_id, act_id, services.end_sharing)


@require_POST
@needs(DECIDE)
@once
def sharing_told(request: MemberRequest, case_id: UUID, act_id: int) -> HttpResponse:
    actor, form = request.actor, TellingForm(request.POST)
    if form.is_valid():
        services.note_telling(case_id, act_id, tell_on=form.day(), actor=actor)
        return redirect("casework:sharing", case_id=case_id, act_id=act_id)
    return _sharing(request, case_id, act_id, form)


@require_safe
@needs(Permission.EXCEPTION_VIEW)
def exceptions(request: MemberRequest) -> HttpResponse:
    acts, glasses = oversight.list_exceptions(actor=request.actor)
    words = {
        "acts": [sharing_row(act) for act in acts],
        "glasses": [glass_row(row) for row in glasses],
    }
    return render(request, "casework/exceptions.html", words)


def _do(
    request: MemberRequest, case_id: UUID, act_id: int, deed: Callable[..., Any]
) -> HttpResponse:
    deed(case_id, act_id, actor=request.actor)
    return redirect("casework:sharing", case_id=case_id, act_id=act_id)


def _sharing(
    request: MemberRequest, case_id: UUID, act_id: int, form: TellingForm
) -> HttpResponse:
    actor = request.actor
    case = selectors.get_case(case_id, actor=actor, permission=DECIDE, even_closed=True)
    act = oversight.get_sharing(case, act_id)
    words: dict[str, Any] = {
        "case": case,
        "act": sharing_row(act),
        "legal": legal.ground_of(ShareGround(act.ground)),
        "is_mine": act.proposed_by_id == actor.user_id,
        "reason": services.open_words(act, actor=actor),
        "form": form,
    }
    return render(request, "casework/sharing.html", words, status=status_of(form))
