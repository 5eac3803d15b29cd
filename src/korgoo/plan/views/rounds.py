"""Rounds of reports: who has sent what; accepting and returning."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.plan import selectors, services
from korgoo.plan.forms import ReturnForm
from korgoo.plan.presentation import reports

VIEW, EDIT, ACCEPT = Permission.PLAN_VIEW, Permission.PLAN_EDIT, Permission.REPORT_ACCEPT


@require_safe
@needs(VIEW)
def round_(request: MemberRequest, code: str, key: str) -> HttpResponse:
    programme = selectors.get_programme(code, actor=request.actor)
    row = selectors.get_round(programme, key)
    return render(request, "plan/round.html", reports.round_page(row, actor=request.actor))


@require_POST
@needs(EDIT)
@once
def begin(request: MemberRequest, code: str, key: str) -> HttpResponse:
    services.open_round(code, key, actor=request.actor)
    messages.success(request, _("The round is open. Everybody who must report finds a form."))
    return redirect("plan:round", code=code, key=key)


@require_POST
@needs(ACCEPT)
@once
def accept(request: MemberRequest, report_id: UUID) -> HttpResponse:
    row = services.accept(report_id, actor=request.actor)
    messages.success(request, _("The report is accepted."))
    return redirect("plan:round", code=row.round.programme.code, key=row.round.key)


@kept_as(gettext_lazy("A report to return"), ReturnForm)
@require_http_methods(READ)
@needs(ACCEPT)
@once
def give_back(request: MemberRequest, report_id: UUID) -> HttpResponse:
    row = selectors.get_report(report_id, actor=request.actor)
    form = ReturnForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.give_back(report_id, form.cleaned_data["text"], actor=request.actor),
    ):
        messages.success(request, _("The report is returned with your comment."))
        return redirect("plan:round", code=row.round.programme.code, key=row.round.key)
    words = {
        "form": form,
        "title": _("Return the report"),
        "back": reverse("plan:report", args=[report_id]),
        "hint": row.organisation.name,
    }
    return render(request, "plan/form.html", words, status=status_of(form))
