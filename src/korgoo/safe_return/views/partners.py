"""The register of partners that are not connected, and their keys."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.casework import places
from korgoo.lib import clock
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.safe_return import envelopes, policies, selectors, services
from korgoo.safe_return.forms import HeardForm, KeyForm, PartnerForm

if TYPE_CHECKING:
    from korgoo.safe_return.models import PartnerKey

MANAGE = Permission.RETURN_PARTNER


@require_safe
@needs(MANAGE)
def partners(request: MemberRequest) -> HttpResponse:
    usable = {key.partner_id for key in selectors.usable_keys(actor=request.actor)}
    rows = [
        {
            "id": row.pk,
            "name": row.organisation.name,
            "country": places.country_name(row.country),
            "is_usable": row.pk in usable,
        }
        for row in selectors.list_partners(actor=request.actor)
    ]
    return render(request, "safe_return/partners.html", {"rows": rows})


@require_http_methods(READ)
@needs(MANAGE)
@once
def add(request: MemberRequest) -> HttpResponse:
    form = PartnerForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        new = services.NewPartner(data["name"], data["country"], frozenset(data["mandates"]))
        made = attempt(form, lambda: services.add_partner(new, actor=request.actor))
        if made:
            return redirect("safe_return:partner", partner_id=made.pk)
    words = {"form": form}
    return render(request, "safe_return/partner_add.html", words, status=status_of(form))


@require_safe
@needs(MANAGE)
def partner(request: MemberRequest, partner_id: int) -> HttpResponse:
    return _page(request, partner_id)


@require_http_methods(READ)
@needs(MANAGE)
@once
def add_key(request: MemberRequest, partner_id: int) -> HttpResponse:
    row = selectors.get_partner(partner_id, actor=request.actor)
    form = KeyForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        made = attempt(
            form,
            lambda: services.add_key(
                partner_id,
                data["public"],
                heard=data["heard"],
                valid_from=clock.today(),
                valid_to=data["valid_to"],
                actor=request.actor,
            ),
        )
        if made:
            messages.success(request, _("Kept. A colleague has to call and compare it, too."))
            return redirect("safe_return:partner", partner_id=partner_id)
    words = {"partner": row, "form": form}
    return render(request, "safe_return/key_add.html", words, status=status_of(form))


@require_POST
@needs(MANAGE)
@once
def check_key(request: MemberRequest, key_id: int) -> HttpResponse:
    key = selectors.get_key(key_id, actor=request.actor)
    form = HeardForm(request.POST)
    if form.is_valid():
        heard = form.cleaned_data["heard"]
        if attempt(form, lambda: services.check_key(key_id, heard=heard, actor=request.actor)):
            messages.success(request, _("Compared twice. Packages can now be sealed to this key."))
            return redirect("safe_return:partner", partner_id=key.partner_id)
    return _page(request, key.partner_id, form=form)


@require_POST
@needs(MANAGE)
@once
def retire_key(request: MemberRequest, key_id: int) -> HttpResponse:
    key = services.retire_key(key_id, actor=request.actor)
    messages.success(request, _("Nothing is sealed to this key any more."))
    return redirect("safe_return:partner", partner_id=key.partner_id)


def _page(request: MemberRequest, partner_id: int, form: HeardForm | None = None) -> HttpResponse:
    row = selectors.get_partner(partner_id, actor=request.actor)
    words = {
        "partner": row,
        "country": places.country_name(row.country),
        "keys": [_key(key, request) for key in selectors.list_keys(row, actor=request.actor)],
        "form": form or HeardForm(),
        "is_wrong": form is not None,
    }
    return render(request, "safe_return/partner.html", words, status=422 if form else 200)


def _key(key: "PartnerKey", request: MemberRequest) -> dict[str, Any]:
    is_usable = key in set(selectors.usable_keys(actor=request.actor))
    state, tone = _("Waits for a second member"), "waiting"
    if key.retired_at is not None:
        state, tone = _("Not used any more"), "closed"
    elif is_usable:
        state, tone = _("Compared twice, in use"), "good"
    elif key.second_at is not None:
        state, tone = _("Out of its time, or replaced"), "closed"
    words = envelopes.words_of(bytes(key.public))
    return {
        "id": key.pk,
        "state": state,
        "tone": tone,
        # Who has to compare hears it from the partner; what is known is shown afterwards only.
        "fingerprint": words if key.second_at is not None else "",
        "first": access.member_name(key.added_by_id),
        "second": access.member_name(key.second_by_id) if key.second_by_id else "",
        "valid_from": key.valid_from,
        "valid_to": key.valid_to,
        "may_check": bool(policies.check_again(request.actor, key)),
        "may_retire": key.retired_at is None,
    }
