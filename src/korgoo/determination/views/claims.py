"""Compensation: what is claimed, how it ended, what the person received."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import api as casework
from korgoo.determination import presentation, selectors, services
from korgoo.determination.enums import ClaimResult
from korgoo.determination.forms import ClaimDecidedForm, ClaimForm, ClaimPaidForm
from korgoo.lib.attempts import READ, attempt, status_of

if TYPE_CHECKING:
    from korgoo.determination.models import Claim

RECORD = Permission.CLAIM_RECORD


@require_safe
@needs(Permission.CLAIM_VIEW)
def claims(request: MemberRequest, case_id: UUID) -> HttpResponse:
    words = presentation.claims_page(case_id, actor=request.actor)
    return render(request, "determination/claims.html", words)


@kept_as(gettext_lazy("A claim for compensation"), ClaimForm)
@require_http_methods(READ)
@needs(RECORD)
@once
def file(request: MemberRequest, case_id: UUID) -> HttpResponse:
    casework.status_card(case_id, actor=request.actor, permission=RECORD)
    form = ClaimForm(request.POST or None)

    def deed() -> Any:
        return services.file_claim(case_id, form.claim(), actor=request.actor)

    return _answer(request, case_id, form, deed, _("Record a claim"))


@kept_as(gettext_lazy("How a claim ended"), ClaimDecidedForm)
@require_http_methods(READ)
@needs(RECORD)
@once
def decided(request: MemberRequest, claim_id: UUID) -> HttpResponse:
    row = selectors.get_claim(claim_id, actor=request.actor)
    form = ClaimDecidedForm(request.POST or None)

    def deed() -> Any:
        given = form.cleaned_data
        return services.decide_claim(
            claim_id,
            ClaimResult(given["result"]),
            decided_on=given["decided_on"],
            awarded=given["awarded"],
            actor=request.actor,
        )

    return _answer(request, row.case_id, form, deed, _("How the claim ended"), row)


@kept_as(gettext_lazy("Money received on a claim"), ClaimPaidForm)
@require_http_methods(READ)
@needs(RECORD)
@once
def paid(request: MemberRequest, claim_id: UUID) -> HttpResponse:
    row = selectors.get_claim(claim_id, actor=request.actor)
    form = ClaimPaidForm(request.POST or None)

    def deed() -> Any:
        given = form.cleaned_data
        return services.pay_claim(
            claim_id,
            amount=given["amount"],
            received_on=given["received_on"],
            actor=request.actor,
        )

    return _answer(request, row.case_id, form, deed, _("Money received"), row)


def _answer(
    request: MemberRequest,
    case_id: UUID,
    form: Form,
    deed: Callable[[], Any],
    title: str,
    row: "Claim | None" = None,
) -> HttpResponse:
    if form.is_valid() and attempt(form, deed):
        return redirect("determination:claims", case_id=case_id)
    words = {"form": form, "case_id": case_id, "title": title, "row": row, "action": request.path}
    return render(request, "determination/claim_form.html", words, status=status_of(form))
