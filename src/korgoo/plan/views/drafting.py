"""The draft of a plan: tasks, measures, indicators and money, one at a time."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.plan import regions, selectors, services, sources
from korgoo.plan.forms import IndicatorForm, LineForm, MeasureForm, TaskForm
from korgoo.plan.models import PlanVersion
from korgoo.plan.presentation import known, plans, saved
from korgoo.plan.views.plans import organisations

EDIT = Permission.PLAN_EDIT


@require_safe
@needs(EDIT)
def draft(request: MemberRequest, code: str) -> HttpResponse:
    row = selectors.get_draft(code, actor=request.actor)
    page = plans.version_page(row, actor=request.actor)
    return render(request, "plan/draft.html", page | saved.draft_facts(row))


@kept_as(gettext_lazy("A task of the plan"), TaskForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def task(request: MemberRequest, code: str, at: str = "") -> HttpResponse:
    row = selectors.get_draft(code, actor=request.actor)
    form = TaskForm(request.POST or None, initial=saved.task(row, at))
    if form.is_valid() and succeeds(
        form,
        lambda: services.save_task(code, form.to_facts(), at=at, actor=request.actor),
        field="code",
    ):
        return _saved(request, code)
    return _form(request, row, form, _("Task"))


@kept_as(gettext_lazy("A measure of the plan"))
@require_http_methods(READ)
@needs(EDIT)
@once
def measure(request: MemberRequest, code: str, at: str = "") -> HttpResponse:
    row = selectors.get_draft(code, actor=request.actor)
    tasks = [(one.code, f"{one.code}. {one.name}") for one in row.tasks.all()]
    form = MeasureForm(
        request.POST or None,
        initial=saved.measure(row, at),
        tasks=tasks,
        organisations=[(str(pk), name) for pk, name in organisations(request)],
        regions=regions.choices(),
    )
    if form.is_valid() and succeeds(
        form,
        lambda: services.save_measure(
            code, form.cleaned_data["task"], form.to_facts(), at=at, actor=request.actor
        ),
        field="code",
    ):
        return _saved(request, code)
    return _form(request, row, form, _("Measure"))


@kept_as(gettext_lazy("An indicator of the plan"))
@require_http_methods(READ)
@needs(EDIT)
@once
def indicator(request: MemberRequest, code: str, under: str, at: str = "") -> HttpResponse:
    row = selectors.get_draft(code, actor=request.actor)
    form = IndicatorForm(
        request.POST or None,
        initial=saved.indicator(row, under, at),
        years=saved.years(row.programme),
        sources=[(key, str(one.words)) for key, one in sources.registered().items()],
    )
    if form.is_valid() and succeeds(
        form,
        lambda: services.save_indicator(code, under, form.to_facts(), at=at, actor=request.actor),
        field="code",
    ):
        return _saved(request, code)
    return _form(request, row, form, _("Indicator"))


@kept_as(gettext_lazy("A budget line of the plan"))
@require_http_methods(READ)
@needs(EDIT)
@once
def line(request: MemberRequest, code: str, under: str, at: str = "") -> HttpResponse:
    row = selectors.get_draft(code, actor=request.actor)
    form = LineForm(
        request.POST or None,
        initial=saved.line(row, under, at),
        years=saved.years(row.programme),
        currency=known.currency(),
    )
    if form.is_valid() and succeeds(
        form,
        lambda: services.save_line(code, under, form.to_facts(), at=at, actor=request.actor),
        field="code",
    ):
        return _saved(request, code)
    return _form(request, row, form, _("Budget line"))


@require_POST
@needs(EDIT)
@once
def remove(request: MemberRequest, code: str, kind: str, at: str, under: str = "") -> HttpResponse:
    services.remove(code, kind, at, under=under, actor=request.actor)
    messages.success(request, _("Taken out of the draft."))
    return redirect("plan:draft", code=code)


def _saved(request: MemberRequest, code: str) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("plan:draft", code=code)


def _form(request: MemberRequest, row: PlanVersion, form: Form, title: str) -> HttpResponse:
    words: dict[str, Any] = {
        "form": form,
        "title": title,
        "back": reverse("plan:draft", args=[row.programme.code]),
        "hint": "",
    }
    return render(request, "plan/form.html", words, status=status_of(form))
