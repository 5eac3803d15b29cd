"""The log: one page to write an activity in a minute, and what follows."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.activities import selectors, services
from korgoo.activities.enums import State
from korgoo.activities.forms import ActivityForm, CancelForm, PlanForm
from korgoo.activities.models import Activity
from korgoo.activities.presentation import choices, pages
from korgoo.activities.views.phone import owner_mark
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.lib.rows import number_of

LOG = Permission.ACTIVITY_LOG


@require_safe
@needs(LOG)
def listed(request: MemberRequest) -> HttpResponse:
    page = pages.log_page(
        request.GET.get("campaign", ""), _page_number(request), actor=request.actor
    )
    page["owner"] = owner_mark(request.actor.user_id)
    return render(request, "activities/log.html", page)


@require_safe
@needs(LOG)
def activity(request: MemberRequest, activity_id: UUID) -> HttpResponse:
    page = pages.activity_page(activity_id, actor=request.actor)
    return render(request, "activities/activity.html", page)


@kept_as(gettext_lazy("An activity that was held"), ActivityForm)
@require_http_methods(READ)
@needs(LOG)
@once
def log(request: MemberRequest) -> HttpResponse:
    return _written(request, ActivityForm)


@kept_as(gettext_lazy("An activity to come"), PlanForm)
@require_http_methods(READ)
@needs(LOG)
@once
def plan(request: MemberRequest) -> HttpResponse:
    return _written(request, PlanForm)


def _written(request: MemberRequest, kind: type[PlanForm]) -> HttpResponse:
    cards = choices.cards(request.actor, key=request.GET.get("campaign", ""))
    if not cards:
        return render(request, "activities/no_campaign.html")
    form = _form(request, kind, cards=cards, initial=_asked_for(request, kind))
    if form.is_valid():
        row = attempt(
            form, lambda: services.log(form.campaign_id, form.to_facts(), actor=request.actor)
        )
        if row:
            messages.success(request, _("Written into the log."))
            return redirect("activities:activity", activity_id=row.pk)
    return _page(request, form)


@kept_as(gettext_lazy("How an activity went"), ActivityForm)
@require_http_methods(READ)
@needs(LOG)
@once
def held(request: MemberRequest, activity_id: UUID) -> HttpResponse:
    return _changed(request, activity_id, ActivityForm)


@kept_as(gettext_lazy("A change of a planned activity"), PlanForm)
@require_http_methods(READ)
@needs(LOG)
@once
def replan(request: MemberRequest, activity_id: UUID) -> HttpResponse:
    return _changed(request, activity_id, PlanForm)


def _changed(request: MemberRequest, activity_id: UUID, kind: type[PlanForm]) -> HttpResponse:
    row = selectors.get_activity(activity_id, actor=request.actor, to_change=True)
    card = selectors.campaign_of(row.campaign_id, actor=request.actor)
    form = _form(request, kind, cards=[card], initial=choices.initial_of(row))
    seen = _seen(request, row)
    if form.is_valid() and succeeds(
        form,
        lambda: services.change(activity_id, form.to_facts(), seen=seen, actor=request.actor),
    ):
        messages.success(request, _("Your change is in the log."))
        return redirect("activities:activity", activity_id=activity_id)
    return _page(request, form, row=row, seen=seen)


@kept_as(gettext_lazy("Why an activity is cancelled"), CancelForm)
@require_http_methods(READ)
@needs(LOG)
@once
def cancel(request: MemberRequest, activity_id: UUID) -> HttpResponse:
    row = selectors.get_activity(activity_id, actor=request.actor, to_change=True)
    form = CancelForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.cancel(activity_id, form.cleaned_data["reason"], actor=request.actor),
    ):
        messages.success(request, _("It is marked as cancelled."))
        return redirect("activities:activity", activity_id=activity_id)
    words = {"form": form, **pages.line_of(row)}
    return render(request, "activities/cancel.html", words, status=status_of(form))


def _form(
    request: MemberRequest, kind: type[PlanForm], *, cards: Any, initial: dict[str, Any]
) -> PlanForm:
    return kind(
        request.POST or None,
        cards=cards,
        houses=choices.houses(request.actor),
        materials=choices.materials([card.id for card in cards]),
        initial=initial,
    )


def _asked_for(request: HttpRequest, kind: type[PlanForm]) -> dict[str, Any]:
    """Take over what an address carries: an entry of a phone that could not be taken as it was."""
    names = ("day", "place", "kind", "contacts", "counting", "venue")
    return {
        name: request.GET[name]
        for name in names
        if request.GET.get(name) and name in {*kind.base_fields}
    }


def _seen(request: HttpRequest, row: Activity) -> int:
    try:
        return number_of(request.POST.get("seen", ""))
    except ValueError:
        return row.changes


def _page(
    request: MemberRequest, form: PlanForm, *, row: Activity | None = None, seen: int = 0
) -> HttpResponse:
    words = {
        "form": form,
        "is_held": form.state is State.HELD,
        "row": row,
        "seen": seen,
        "grid": choices.grid(form),
        "sexes": choices.sexes(),
        "materials": [name for name, _key, _words in form.materials],
        "opens": _opens(form),
    }
    return render(request, "activities/form.html", words, status=status_of(form))


WHO = ("counting", "audience", "asked", "before")


def _opens(form: PlanForm) -> dict[str, bool]:
    """Say which folded parts stand open: those with an error or an answer."""
    wrong = set(form.errors)
    grid = any(name.startswith("n_") for name in wrong)
    more = {"starts_at", "title", "venue", "organisers", "others", "cost", "notes"}
    more |= {"questions", "signals", *(name for name, _key, _words in form.materials)}
    return {"who": grid or bool(wrong & set(WHO)), "more": bool(wrong & more)}


def _page_number(request: HttpRequest) -> int:
    try:
        return max(1, min(number_of(request.GET.get("page", "1")), 1_000))
    except ValueError:
        return 1
