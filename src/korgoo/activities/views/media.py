"""What the media carried, and lessons."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.activities import selectors, services
from korgoo.activities.forms import LessonForm, PlacementForm
from korgoo.activities.presentation import choices, pages
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.lib.rows import number_of

LOG = Permission.ACTIVITY_LOG


@require_safe
@needs(LOG)
def listed(request: MemberRequest) -> HttpResponse:
    card = pages.card_of(request.GET.get("campaign", ""), actor=request.actor)
    return render(request, "activities/media.html", pages.media_page(card, actor=request.actor))


@kept_as(gettext_lazy("A publication in the media"), PlacementForm)
@require_http_methods(READ)
@needs(LOG)
@once
def add(request: MemberRequest) -> HttpResponse:
    cards = choices.cards(request.actor, key=request.GET.get("campaign", ""))
    if not cards:
        return render(request, "activities/no_campaign.html")
    form = PlacementForm(request.POST or None, cards=cards)
    if form.is_valid() and succeeds(
        form,
        lambda: services.record_placement(form.campaign_id, form.facts(), actor=request.actor),
    ):
        messages.success(request, _("The publication is recorded."))
        return redirect(f"{reverse('activities:media')}?campaign={_key(form)}")
    return render(
        request, "activities/placement.html", {"form": form, "seen": 0}, status=status_of(form)
    )


@kept_as(gettext_lazy("A change of a publication in the media"), PlacementForm)
@require_http_methods(READ)
@needs(LOG)
@once
def change(request: MemberRequest, placement_id: UUID) -> HttpResponse:
    row = selectors.get_placement(placement_id, actor=request.actor)
    card = selectors.campaign_of(row.campaign_id, actor=request.actor)
    form = PlacementForm(request.POST or None, cards=[card], initial=pages.placement_initial(row))
    seen = _seen(request, row.changes)
    if form.is_valid() and succeeds(
        form,
        lambda: services.change_placement(
            placement_id, form.facts(), seen=seen, actor=request.actor
        ),
    ):
        messages.success(request, _("Your change is recorded."))
        return redirect(f"{reverse('activities:media')}?campaign={card.key}")
    words = {"form": form, "seen": seen}
    return render(request, "activities/placement.html", words, status=status_of(form))


@kept_as(gettext_lazy("A lesson of a campaign"), LessonForm)
@require_http_methods(READ)
@needs(LOG)
@once
def lesson(request: MemberRequest, key: str) -> HttpResponse:
    card = pages.card_of(key, actor=request.actor)
    form = LessonForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.write_lesson(card.id, form.cleaned_data["words"], actor=request.actor),
    ):
        messages.success(request, _("The lesson stands in the report."))
        return redirect("activities:report", key=key)
    words = {"form": form, "card": card}
    return render(request, "activities/lesson.html", words, status=status_of(form))


def _key(form: PlacementForm) -> str:
    return form.cards[form.cleaned_data["campaign"]].key


def _seen(request: MemberRequest, now: int) -> int:
    try:
        return number_of(request.POST.get("seen", ""))
    except ValueError:
        return now
