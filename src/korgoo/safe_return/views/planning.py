"""The plan of a return: its page, and what is written in it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.safe_return import policies, presentation, selectors, services
from korgoo.safe_return.forms import (
    ReceptionForm,
    RiskForm,
    StartForm,
    StopForm,
    TravelForm,
    WishForm,
)

if TYPE_CHECKING:
    from django.forms import Form

VIEW, WRITE = Permission.RETURN_VIEW, Permission.RETURN_WRITE
TITLE = gettext_lazy("Return of a person")


@require_safe
@needs(VIEW)
def live(request: MemberRequest) -> HttpResponse:
    words = {"rows": presentation.live_rows(actor=request.actor), "most": selectors.MOST}
    return render(request, "safe_return/list.html", words)


@kept_as(TITLE, StartForm)
@require_http_methods(READ)
@needs(WRITE)
@once
def start(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = selectors.case_for(case_id, WRITE, actor=request.actor)
    form = StartForm(request.POST or None)
    if form.is_valid():
        made = attempt(
            form, lambda: services.start(case_id, actor=request.actor, **form.cleaned_data)
        )
        if made:
            return redirect("safe_return:plan", plan_id=made.pk)
    words = {"case": case, "form": form}
    return render(request, "safe_return/start.html", words, status=status_of(form))


@require_safe
@needs(VIEW)
def plan(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    words = presentation.page(plan_id, actor=request.actor)
    return render(request, "safe_return/plan.html", words)


@kept_as(TITLE, WishForm)
@require_http_methods(READ)
@needs(WRITE)
@once
def wish(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    form = WishForm(request.POST or None)
    return _write(request, plan_id, form, "safe_return/wish.html", services.record_wish)


@kept_as(TITLE)
@require_http_methods(READ)
@needs(WRITE)
@once
def travel(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    row, case = selectors.get_plan(plan_id, actor=request.actor, permission=WRITE)
    names = services.TRAVEL + services.CHILD
    form = TravelForm(
        request.POST or None,
        is_child=case.is_child,
        initial={name: getattr(row, name) for name in names},
    )
    return _write(request, plan_id, form, "safe_return/travel.html", _save_travel)


@kept_as(TITLE, RiskForm)
@require_http_methods(READ)
@needs(WRITE)
@once
def risk(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    form = RiskForm(request.POST or None)
    return _write(request, plan_id, form, "safe_return/risk.html", services.assess_risk)


@kept_as(TITLE, StopForm)
@require_http_methods(READ)
@needs(WRITE)
@once
def stop(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    form = StopForm(request.POST or None)
    return _write(request, plan_id, form, "safe_return/stop.html", services.add_stop)


@require_POST
@needs(WRITE)
@once
def drop(request: MemberRequest, plan_id: UUID, number: int) -> HttpResponse:
    services.drop_stop(plan_id, number, actor=request.actor)
    return redirect("safe_return:plan", plan_id=plan_id)


@kept_as(TITLE)
@require_http_methods(READ)
@needs(WRITE)
@once
def reception(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    row, case = selectors.get_plan(plan_id, actor=request.actor, permission=WRITE)
    may_know = bool(policies.may(request.actor, Permission.RETURN_PLACE, case.relation))
    may_know = may_know and row.case.owner_id == request.actor.organisation_id
    initial: dict[str, Any] = {"meets": row.meets_id}
    if may_know and request.method != "POST":
        opened = services.open_places(plan_id, actor=request.actor)
        initial |= {kind.value: text for kind, text in opened.items()}
    form = ReceptionForm(
        request.POST or None,
        organisations=presentation.meeting(actor=request.actor, now=row.meets_id),
        may_know=may_know,
        initial=initial,
    )
    return _write(request, plan_id, form, "safe_return/reception.html", _save_reception)


@require_safe
@needs(Permission.RETURN_PLACE)
def places(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    row, case = selectors.get_plan(
        plan_id, actor=request.actor, permission=Permission.RETURN_PLACE
    )
    opened = services.open_places(plan_id, actor=request.actor)
    facts = [{"name": str(kind.label), "value": text} for kind, text in opened.items()]
    words = {"plan": row, "case": case, "facts": facts}
    return render(request, "safe_return/places.html", words)


@require_POST
@needs(Permission.RETURN_PLACE)
@once
def pass_on(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    services.pass_on_places(plan_id, actor=request.actor)
    messages.success(request, _("Who meets the person can now open where the first night is."))
    return redirect("safe_return:plan", plan_id=plan_id)


def _write(
    request: MemberRequest,
    plan_id: UUID,
    form: "Form",
    template: str,
    deed: Callable[..., Any],
) -> HttpResponse:
    """Show a form of the plan, or keep what it says and go back to the plan."""
    row, case = selectors.get_plan(plan_id, actor=request.actor, permission=WRITE)
    if form.is_valid():
        given = _given(form)
        if attempt(form, lambda: deed(plan_id, actor=request.actor, **given)):
            return redirect("safe_return:plan", plan_id=plan_id)
    words = {"plan": row, "case": case, "form": form}
    return render(request, template, words, status=status_of(form))


def _given(form: "Form") -> dict[str, Any]:
    if isinstance(form, TravelForm):
        return {"facts": form.cleaned_data}
    if isinstance(form, ReceptionForm):
        return {"reception": services.Reception(form.cleaned_data["meets"], form.places())}
    return dict(form.cleaned_data)


def _save_travel(plan_id: UUID, *, facts: dict[str, Any], actor: Any) -> Any:
    return services.save_travel(plan_id, facts, actor=actor)


def _save_reception(plan_id: UUID, *, reception: Any, actor: Any) -> Any:
    return services.save_reception(plan_id, reception, actor=actor)
