"""The consolidated report: on a page, as PDF, as a spreadsheet, and fixed as it was."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.countrypack import paper_languages
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.lib.errors import NotFound
from korgoo.plan import selectors, services
from korgoo.plan.enums import View
from korgoo.plan.forms import FixForm
from korgoo.plan.presentation import consolidated, printing, spreadsheet
from korgoo.plan.presentation import fixed as fixing

VIEW, ACCEPT = Permission.PLAN_VIEW, Permission.REPORT_ACCEPT
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@needs(VIEW)
def figures(request: MemberRequest, code: str, key: str) -> HttpResponse:
    made = _material(request, code, key)
    page = consolidated.figures_page(made, _view(request), actor=request.actor)
    return render(request, "plan/figures.html", page)


@require_safe
@needs(VIEW)
def pdf(request: MemberRequest, code: str, key: str) -> HttpResponse:
    made, view = _material(request, code, key), _view(request)
    with paper_languages.speaking(request.GET):
        layout = consolidated.layout(made, view)
        data = printing.to_pdf(layout, is_fictitious=made.programme.is_fictitious)
        name = f"plan-{key}-{view.value}-{translation.get_language()}.pdf"
    services.record_export(code, key, "pdf", actor=request.actor)
    return _download(data, "application/pdf", name)


@require_safe
@needs(VIEW)
def xlsx(request: MemberRequest, code: str, key: str) -> HttpResponse:
    made, view = _material(request, code, key), _view(request)
    with paper_languages.speaking(request.GET):
        data = spreadsheet.to_xlsx(consolidated.layout(made, view))
        name = f"plan-{key}-{view.value}-{translation.get_language()}.xlsx"
    services.record_export(code, key, "xlsx", actor=request.actor)
    return _download(data, SPREADSHEET, name)


@kept_as(gettext_lazy("Figures of the plan to fix"), FixForm)
@require_http_methods(READ)
@needs(ACCEPT)
@once
def fix(request: MemberRequest, code: str, key: str) -> HttpResponse:
    programme = selectors.get_programme(code, actor=request.actor)
    selectors.get_round(programme, key)
    form = FixForm(request.POST or None)
    if form.is_valid():
        title = form.cleaned_data["title"]
        row = attempt(form, lambda: services.fix_report(code, key, title, actor=request.actor))
        if row:
            messages.success(request, _("The figures are fixed as they are now."))
            return redirect("plan:fixed", code=code, fixed_id=row.pk)
    words = {
        "form": form,
        "title": _("Fix these figures"),
        "back": reverse("plan:figures", args=[code, key]),
        "hint": _("They stay as they are now. What is corrected later is shown beside them."),
    }
    return render(request, "plan/form.html", words, status=status_of(form))


@require_safe
@needs(VIEW)
def fixed(request: MemberRequest, code: str, fixed_id: UUID) -> HttpResponse:
    row = selectors.get_fixed(code, fixed_id, actor=request.actor)
    return render(request, "plan/fixed.html", fixing.fixed_page(row))


def _material(request: MemberRequest, code: str, key: str) -> consolidated.Material:
    programme = selectors.get_programme(code, actor=request.actor)
    return consolidated.material(programme, key)


def _view(request: MemberRequest) -> View:
    try:
        return View(request.GET.get("for", View.COUNCIL))
    except ValueError:
        raise NotFound(_("The report is not laid out so.")) from None


def _download(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
