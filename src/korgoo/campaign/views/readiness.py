"""Answers to risks and checks before the launch; codes, promises, and surveys."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.campaign import pledging, selectors, services
from korgoo.campaign.enums import Answer, Check, Risk
from korgoo.campaign.forms import CodeForm, PledgeForm, ReadyForm, RecallForm, RiskForm
from korgoo.campaign.presentation import measuring, parts, plan
from korgoo.campaign.words import told
from korgoo.lib.attempts import READ, attempt, status_of, succeeds

VIEW, EDIT, LOG = Permission.CAMPAIGN_VIEW, Permission.CAMPAIGN_EDIT, Permission.ACTIVITY_LOG


@kept_as(gettext_lazy("An answer to a risk of a campaign"), RiskForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def risk(request: MemberRequest, key: str, risk: Risk) -> HttpResponse:
    campaign = selectors.get_own(key, actor=request.actor)
    form = RiskForm(request.POST or None, initial=plan.said_to_risk(campaign, risk))
    if form.is_valid():
        answer, words = Answer(form.cleaned_data["answer"]), form.cleaned_data["words"]
        if succeeds(
            form, lambda: services.answer_risk(key, risk, answer, words, actor=request.actor)
        ):
            return _back(request, key, _("Your answer is written down."))
    page = {"form": form, "title": risk.label, **parts.head(campaign)}
    return render(request, "campaign/form.html", page, status=status_of(form))


@kept_as(gettext_lazy("A check before the launch of a campaign"), ReadyForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def ready(request: MemberRequest, key: str, check: Check) -> HttpResponse:
    campaign = selectors.get_own(key, actor=request.actor)
    form = ReadyForm(request.POST or None, initial=plan.said_to_check(campaign, check))
    seen = plan.check_facts(check, campaign.pk)
    if form.is_valid() and succeeds(
        form,
        lambda: services.say_ready(key, check, form.facts(seen), actor=request.actor),
    ):
        return _back(request, key, _("It is written down beside the counts of today."))
    page = {"form": form, "title": check.label, "seen": seen, **parts.head(campaign)}
    return render(request, "campaign/ready.html", page, status=status_of(form))


@kept_as(gettext_lazy("A new campaign code"), CodeForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_code(request: MemberRequest, key: str) -> HttpResponse:
    campaign = selectors.get_own(key, actor=request.actor)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        row = attempt(
            form, lambda: services.make_code(key, **form.cleaned_data, actor=request.actor)
        )
        if row:
            return _back(request, key, _("The code is %(code)s.") % {"code": row.code})
    page = {"form": form, "title": _("A new code"), **parts.head(campaign)}
    return render(request, "campaign/form.html", page, status=status_of(form))


@kept_as(gettext_lazy("A recall survey"))
@require_http_methods(READ)
@needs(LOG)
@once
def recall(request: MemberRequest, key: str) -> HttpResponse:
    campaign = selectors.get_campaign(key, actor=request.actor)
    said = [(one.pk, told(one.message)) for one in campaign.audiences.all()]
    form = RecallForm(request.POST or None, messages=said)
    if form.is_valid() and succeeds(
        form, lambda: services.record_recall(key, form.facts(), actor=request.actor)
    ):
        messages.success(request, _("The survey is recorded. Thank you for asking."))
        return redirect("campaign:effects", key=key)
    lead = _("Counts only. Nobody who was asked is named here.")
    page = {"form": form, "title": _("Recall survey"), "lead": lead, **parts.head(campaign)}
    return render(request, "campaign/form.html", page, status=status_of(form))


@kept_as(gettext_lazy("A promise for a campaign"), PledgeForm)
@require_http_methods(READ)
@needs(Permission.COMMITMENT_MAKE)
@once
def pledge(request: MemberRequest, key: str) -> HttpResponse:
    campaign = selectors.get_campaign(key, actor=request.actor)
    form = PledgeForm(
        request.POST or None, actor=request.actor, keeps=parts.may_keep(campaign, request.actor)
    )
    if form.is_valid() and succeeds(
        form, lambda: pledging.promise(key, **form.told(), actor=request.actor)
    ):
        return _back(request, key, _("The promise is written down. It stands among the promises."))
    lead = _("Who promised can show it to everybody later, among the promises.")
    page = {"form": form, "title": _("A promise"), "lead": lead, **parts.head(campaign)}
    return render(request, "campaign/form.html", page, status=status_of(form))


@require_safe
@needs(VIEW)
def effects(request: MemberRequest, key: str) -> HttpResponse:
    return render(request, "campaign/effects.html", measuring.page(key, actor=request.actor))


def _back(request: MemberRequest, key: str, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("campaign:page", key=key)
