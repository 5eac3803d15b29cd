"""What waits: for the receiver, for the sender, for the co-ordinator."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.attempts import REFUSED
from korgoo.lib.collation import by_name
from korgoo.referral import api, presentation, selectors, services, wording
from korgoo.referral.forms import ArrivedForm, WatchForm


@require_safe
@needs(Permission.REFERRAL_VIEW)
def inbox(request: MemberRequest) -> HttpResponse:
    words = presentation.inbox(actor=request.actor)
    return render(request, "referral/inbox.html", words | {"form": ArrivedForm()})


@require_POST
@needs(Permission.REFERRAL_ANSWER)
@once
def arrived(request: MemberRequest) -> HttpResponse:
    form = ArrivedForm(request.POST)
    if not form.is_valid():
        words = presentation.inbox(actor=request.actor)
        return render(request, "referral/inbox.html", words | {"form": form}, status=REFUSED)
    told = services.acknowledge_chosen(form.cleaned_data["chosen"], actor=request.actor)
    if told.done:
        messages.success(request, presentation.after_arrival(told.done))
    if told.left:
        messages.warning(request, presentation.left_alone(told.left))
    return redirect("referral:inbox")


@require_safe
@needs(Permission.REFERRAL_SEND)
def sent_list(request: MemberRequest) -> HttpResponse:
    found = api.sent_lists(actor=request.actor)
    words = {
        "returned": wording.lines(found.returned),
        "asked": wording.lines(found.asked),
        "to_confirm": wording.lines(found.to_confirm),
        "drafts": wording.lines(found.drafts),
        "running": wording.lines(found.running),
        "done": wording.lines(found.done),
    }
    return render(request, "referral/sent_list.html", words)


@require_safe
@needs(Permission.CASE_WATCH)
def watch(request: MemberRequest) -> HttpResponse:
    live = access.cards(selectors.watched_organisations(actor=request.actor))
    form = WatchForm(request.GET or None, organisations=by_name(live.values()))
    # A filter that the list does not know shows everything, and the form says what is wrong.
    chosen: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    state, organisation_id = chosen.get("state", ""), chosen.get("organisation")
    cards = api.watched(actor=request.actor, state=state, organisation_id=organisation_id)
    words = {
        "form": form,
        "lines": wording.lines(cards),
        "late": sum(card.is_late for card in cards),
        "is_filtered": bool(state or organisation_id),
        "most": selectors.MOST_WATCHED,
    }
    return render(request, "referral/watch.html", words)
