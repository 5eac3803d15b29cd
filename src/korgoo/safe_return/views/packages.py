"""A package for a partner that is not connected: for whom, what goes, the file, the answers."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import api as access
from korgoo.access.enums import Facet, Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.casework import api as casework
from korgoo.casework import places
from korgoo.casework.enums import Scope
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.lib.fields import upload_field
from korgoo.safe_return import presentation, selectors, services, wording
from korgoo.safe_return.enums import PartnerAnswer
from korgoo.safe_return.envelopes import BadFile
from korgoo.safe_return.forms import AnswerFileForm, AnswerToldForm, PackageForm, ToldForm

MAKE = Permission.RETURN_PACKAGE


@require_safe
@needs(MAKE)
def choose(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = selectors.case_for(case_id, MAKE, actor=request.actor)
    cards = [_choice(case_id, key) for key in selectors.usable_keys(actor=request.actor)]
    return render(request, "safe_return/package_choose.html", {"case": case, "cards": cards})


@require_http_methods(READ)
@needs(MAKE)
@once
def make(request: MemberRequest, case_id: UUID, key_id: int) -> HttpResponse:
    case = selectors.case_for(case_id, MAKE, actor=request.actor)
    key = selectors.get_key(key_id, actor=request.actor)
    recipient = key.partner.organisation_id
    if request.method != "POST" and not _agrees(case_id, recipient):
        return redirect(_consent_address(case_id, recipient, key_id))
    parts = presentation.parts_to_send(case_id, recipient, actor=request.actor)
    form = PackageForm(
        request.POST or None,
        parts=parts,
        has_plan=presentation.has_live(case_id, actor=request.actor),
        initial={"parts": [kind.value for kind, _words in parts]},
    )
    if form.is_valid():
        goes = _goes(form.cleaned_data)
        made = attempt(
            form, lambda: services.make_package(case_id, key_id, goes, actor=request.actor)
        )
        if made:
            return redirect("safe_return:package", package_id=made.pk)
    words = {
        "case": case,
        "partner": key.partner.organisation.name,
        "form": form,
        "key_id": key_id,
        "change_consent": _consent_address(case_id, recipient, key_id),
    }
    return render(request, "safe_return/package_make.html", words, status=status_of(form))


@require_safe
@needs(MAKE)
def package(request: MemberRequest, package_id: UUID) -> HttpResponse:
    return _page(request, package_id)


@require_safe
@needs(MAKE)
def fetch(request: MemberRequest, package_id: UUID) -> HttpResponse:
    row = services.fetch_package(package_id, actor=request.actor)
    response = HttpResponse(bytes(row.sealed), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{row.number}.korgoo"'
    return response


@require_POST
@needs(MAKE)
@once
def answer_file(request: MemberRequest, package_id: UUID) -> HttpResponse:
    selectors.get_package(package_id, actor=request.actor)
    form = AnswerFileForm(request.POST, request.FILES)
    if form.is_valid():
        data = form.cleaned_data["file"]
        try:
            taken = attempt(
                form, lambda: services.take_answer(package_id, data, actor=request.actor)
            )
        except BadFile as error:
            form.add_error("file", wording.fault_words(error))
            taken = None
        if taken:
            messages.success(request, _("The answer was taken in."))
            return redirect("safe_return:package", package_id=package_id)
    return _page(request, package_id, file_form=form, form=form)


@require_POST
@needs(MAKE)
@once
def answer_told(request: MemberRequest, package_id: UUID) -> HttpResponse:
    selectors.get_package(package_id, actor=request.actor)
    form = AnswerToldForm(request.POST)
    if form.is_valid():
        answer = PartnerAnswer(form.cleaned_data["answer"])
        if attempt(form, lambda: services.write_answer(package_id, answer, actor=request.actor)):
            messages.success(request, _("Written down."))
            return redirect("safe_return:package", package_id=package_id)
    return _page(request, package_id, told_form=form, form=form)


@require_POST
@needs(MAKE)
@once
def told(request: MemberRequest, package_id: UUID) -> HttpResponse:
    selectors.get_package(package_id, actor=request.actor)
    form = ToldForm(request.POST)
    if form.is_valid():
        how = form.cleaned_data["how"]
        if attempt(form, lambda: services.note_told(package_id, how, actor=request.actor)):
            messages.success(request, _("Written down: the partner was told."))
            return redirect("safe_return:package", package_id=package_id)
    return _page(request, package_id, stop_form=form, form=form)


def _page(request: MemberRequest, package_id: UUID, **forms: Any) -> HttpResponse:
    """Show one package; ``forms`` are those that came back with errors."""
    row = selectors.get_package(package_id, actor=request.actor)
    case = selectors.case_for(row.case_id, MAKE, actor=request.actor)
    file_form = forms.pop("file_form", None) or AnswerFileForm()
    words: dict[str, Any] = {
        "row": row,
        "case": case,
        "line": presentation.package_row(row),
        "scopes": [str(scope.label) for scope in Scope if scope.value in row.scopes],
        "stands": services.stands(row),
        "upload": upload_field(file_form),
        "told_form": AnswerToldForm(),
        "stop_form": ToldForm(),
    }
    status = 422 if forms else 200
    return render(request, "safe_return/package.html", words | forms, status=status)


def _goes(data: dict[str, Any]) -> services.WhatGoes:
    parts = frozenset(Facet(name) for name in data.get("parts", ()))
    return services.WhatGoes(parts, data["contact"], with_journey=data.get("with_journey", False))


def _choice(case_id: UUID, key: Any) -> dict[str, str]:
    """Offer a partner: by package, or by an ordinary referral when it is connected."""
    recipient = key.partner.organisation_id
    country = places.country_name(key.partner.country)
    if access.card(recipient).is_connected:
        address = reverse("referral:choose", args=[case_id]) + "?kind=return"
        hint = _("%(country)s. Connected: ask by an ordinary referral.")
    else:
        address = reverse("safe_return:package_make", args=[case_id, key.pk])
        asked = _("%(country)s. The person agreed that they are asked.")
        hint = asked if _agrees(case_id, recipient) else _("%(country)s. Ask the person first.")
    return {
        "text": key.partner.organisation.name,
        "href": address,
        "hint": hint % {"country": country},
    }


def _agrees(case_id: UUID, recipient: int) -> bool:
    return Scope.REFERRAL in casework.scopes_in_force(case_id, recipient_id=recipient)


def _consent_address(case_id: UUID, recipient: int, key_id: int) -> str:
    back = reverse("safe_return:package_make", args=[case_id, key_id])
    return f"{reverse('casework:consent', args=[case_id, recipient])}?{urlencode({'next': back})}"
