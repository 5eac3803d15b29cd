"""Parts of a plan: written, taken out, given their results."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.campaign import selectors, services, wording
from korgoo.campaign.enums import Part
from korgoo.campaign.forms import ResultForm, SpentForm, form_of
from korgoo.campaign.presentation import parts, plan
from korgoo.campaign.services.plan import MODELS
from korgoo.lib.attempts import READ, status_of, succeeds

EDIT = Permission.CAMPAIGN_EDIT


@kept_as(gettext_lazy("A part of a campaign's plan"))
@require_http_methods(READ)
@needs(EDIT)
@once
def add(request: MemberRequest, key: str, part: Part) -> HttpResponse:
    return _write(request, key, part, None)


@kept_as(gettext_lazy("A part of a campaign's plan"))
@require_http_methods(READ)
@needs(EDIT)
@once
def change(request: MemberRequest, key: str, part: Part, part_id: int) -> HttpResponse:
    return _write(request, key, part, part_id)


@require_http_methods(READ)
@needs(EDIT)
@once
def remove(request: MemberRequest, key: str, part: Part, part_id: int) -> HttpResponse:
    campaign = selectors.get_own(key, actor=request.actor)
    row = selectors.get_part(MODELS[part], campaign.pk, part_id)
    if request.method == "POST":
        services.remove_part(key, part, part_id, actor=request.actor)
        messages.success(request, _("It is taken out of the plan."))
        return redirect("campaign:page", key=key)
    words = parts.head(campaign) | {"part": plan.part_title(part), "name": plan.part_name(row)}
    return render(request, "campaign/remove.html", words)


@kept_as(gettext_lazy("The result of an objective"), ResultForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def result(request: MemberRequest, key: str, part_id: int) -> HttpResponse:
    campaign = selectors.get_own(key, actor=request.actor)
    row = selectors.get_part(MODELS[Part.OBJECTIVE], campaign.pk, part_id)
    now = {"result": wording.plain(row.result), "source": row.result_source}
    form = ResultForm(request.POST or None, initial=now)
    if form.is_valid() and succeeds(
        form,
        lambda: services.write_result(key, part_id, **form.cleaned_data, actor=request.actor),
    ):
        return _saved(request, key)
    words = {"form": form, "title": _("The result"), "lead": row.what, **parts.head(campaign)}
    return render(request, "campaign/form.html", words, status=status_of(form))


@kept_as(gettext_lazy("Money spent of a budget line"), SpentForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def spent(request: MemberRequest, key: str, part_id: int) -> HttpResponse:
    campaign = selectors.get_own(key, actor=request.actor)
    row = selectors.get_part(MODELS[Part.BUDGET], campaign.pk, part_id)
    form = SpentForm(request.POST or None, initial={"spent": wording.plain(row.spent)})
    if form.is_valid() and succeeds(
        form, lambda: services.write_spent(key, part_id, **form.cleaned_data, actor=request.actor)
    ):
        return _saved(request, key)
    lead = f"{row.what}, {row.currency}"
    words = {"form": form, "title": _("Money spent"), "lead": lead, **parts.head(campaign)}
    return render(request, "campaign/form.html", words, status=status_of(form))


def _write(request: MemberRequest, key: str, part: Part, part_id: int | None) -> HttpResponse:
    campaign = selectors.get_own(key, actor=request.actor)
    row = selectors.get_part(MODELS[part], campaign.pk, part_id) if part_id else None
    form = form_of(part, request.POST or None, actor=request.actor)
    if row is not None:
        form.initial = form.filled_from(row)
    if form.is_valid() and succeeds(
        form,
        lambda: services.write_part(key, part, form.told(), part_id=part_id, actor=request.actor),
    ):
        return _saved(request, key)
    words = {"form": form, "title": plan.part_title(part), **parts.head(campaign)}
    if row is not None:
        words["remove_part"], words["part_id"] = part.value, part_id
    return render(request, "campaign/form.html", words, status=status_of(form))


def _saved(request: MemberRequest, key: str) -> HttpResponse:
    messages.success(request, _("It is saved."))
    return redirect("campaign:page", key=key)
