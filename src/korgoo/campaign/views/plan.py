"""Campaigns for members: the list, one with its plan, beginning, changing, moving on."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.campaign import days, selectors, services, wording
from korgoo.campaign.enums import State
from korgoo.campaign.forms import CampaignForm, MoveForm
from korgoo.campaign.forms.campaigns import SEEN
from korgoo.campaign.presentation import parts, plan, public
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.attempts import READ, attempt, status_of, succeeds

VIEW, EDIT = Permission.CAMPAIGN_VIEW, Permission.CAMPAIGN_EDIT
DAYS = "hundred-days"


@require_safe
@needs(VIEW)
def listed(request: MemberRequest) -> HttpResponse:
    return render(request, "campaign/list.html", plan.list_page(actor=request.actor))


@require_safe
@needs(VIEW)
def history(request: MemberRequest) -> HttpResponse:
    return render(request, "campaign/history.html", public.history_page())


@require_safe
@needs(VIEW)
def page(request: MemberRequest, key: str) -> HttpResponse:
    return render(request, "campaign/page.html", plan.page(key, actor=request.actor))


@kept_as(gettext_lazy("A new campaign"), CampaignForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def begin(request: MemberRequest) -> HttpResponse:
    return _begin(request, "")


@kept_as(gettext_lazy("A new campaign"), CampaignForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def begin_again(request: MemberRequest, key: str) -> HttpResponse:
    return _begin(request, key)


@kept_as(gettext_lazy("Name, days and theme of a campaign"), CampaignForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def change(request: MemberRequest, key: str) -> HttpResponse:
    row = selectors.get_own(key, actor=request.actor)
    form = CampaignForm(request.POST or None, initial=CampaignForm.filled_from(row))
    if form.is_valid():
        seen = form.cleaned_data[SEEN] or 0
        deed = lambda: services.change(key, form.facts(), seen=seen, actor=request.actor)  # noqa: E731
        if succeeds(form, deed):
            messages.success(request, _("It is saved."))
            return redirect("campaign:page", key=key)
    words = {"form": form, "title": _("Name, days and theme"), **parts.head(row)}
    return render(request, "campaign/form.html", words, status=status_of(form))


@kept_as(gettext_lazy("Words to moving a campaign on"))
@require_http_methods(READ)
@needs(EDIT)
@once
def move(request: MemberRequest, key: str, to: str) -> HttpResponse:
    row, target = selectors.get_own(key, actor=request.actor), State(to)
    form = _move_form(request, row, target)
    if form.is_valid() and succeeds(form, lambda: _move(request, key, target, form)):
        messages.success(request, _("It is done. It stands in the history of the campaign."))
        return redirect("campaign:page", key=key)
    words = {"form": form, "title": wording.MOVE_WORDS[target], "to": to}
    page_words = plan.page(key, actor=request.actor)
    return render(request, "campaign/move.html", page_words | words, status=status_of(form))


def _begin(request: MemberRequest, from_key: str) -> HttpResponse:
    form = CampaignForm(request.POST or None, initial=_suggested(request, from_key))
    if form.is_valid():
        row = attempt(form, lambda: _make(request, form, from_key))
        if row:
            messages.success(request, _("The campaign is begun. Only your organisation sees it."))
            return redirect("campaign:page", key=row.key)
    words = {"form": form, "from_key": from_key, "title": _("A new campaign")}
    return render(request, "campaign/form.html", words, status=status_of(form))


def _make(request: MemberRequest, form: CampaignForm, from_key: str) -> Any:
    return services.make(
        form.facts(), actor=request.actor, from_key=from_key, is_fictitious=settings.DEMO
    )


def _move(request: MemberRequest, key: str, to: State, form: MoveForm) -> Any:
    told = form.cleaned_data
    return services.move(
        key, to, seen=State(told["seen"]), words=told["words"], actor=request.actor
    )


def _move_form(request: MemberRequest, row: Any, to: State) -> MoveForm:
    label, hint = pgettext("campaign", "Words"), ""
    if to is State.RUNNING:
        label = _("Why it is launched although something is not ready")
        hint = _("Needed only where a check says: not ready.")
    if to is State.ENDED:
        label = _("Why it ends before its last day")
        hint = _("Needed only before the last day.")
    seen = {"seen": row.state}
    return MoveForm(request.POST or None, initial=seen, label=label, hint=hint)


def _suggested(request: MemberRequest, from_key: str) -> dict[str, Any]:
    """Suggest the country's days of this year, or of the next when they are over; and an earlier plan."""
    found = packs.current().campaign.days_of(DAYS)
    today = clock.today()
    suggested: dict[str, Any] = {"days": found.days if found else 100}
    if found is not None:
        first = found.first_in(today.year)
        is_over = days.last_day(first, found.days) < today
        suggested["starts_on"] = found.first_in(today.year + 1) if is_over else first
    if not from_key:
        return suggested
    earlier = selectors.get_campaign(from_key, actor=request.actor)
    return CampaignForm.filled_from(earlier) | suggested | {"days": earlier.days, SEEN: None}
