"""What the person allows which organisation to know: asked, recorded, taken back."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import policies, selectors, services
from korgoo.casework.enums import Scope
from korgoo.casework.forms import ConsentForm, WithdrawForm, scope_words
from korgoo.casework.presentation import consents_in_short
from korgoo.casework.views.attempt import READ, attempt, status_of
from korgoo.countrypack import api as packs
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.casework.models import Case


@require_safe
@needs(Permission.CONSENT_RECORD)
def consents(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = _case(request, case_id)
    words = {"case": case, "in_force": consents_in_short(case), "talks": _talks(case)}
    return render(request, "casework/consents.html", words)


@kept_as(_("Consent of a person"), ConsentForm)
@require_http_methods(READ)
@needs(Permission.CONSENT_RECORD)
@once
def consent(request: MemberRequest, case_id: UUID, recipient_id: int) -> HttpResponse:
    case = _case(request, case_id)
    recipient = _recipient(recipient_id)
    form = ConsentForm(
        request.POST or None,
        is_child=case.is_child,
        offered=policies.scopes_offered(recipient.mandates),
        initial={"language": case.language},
    )
    if form.is_valid():
        talk = form.talk(recipient_id)
        if attempt(form, lambda: services.record_consent(case_id, talk, actor=request.actor)):
            return redirect(_asked_next(request) or reverse("casework:case", args=[case_id]))
    words = {
        "case": case,
        "recipient": recipient,
        "form": form,
        "next": _asked_next(request),
        "talks": [t for t in _talks(case) if t["recipient_id"] == recipient_id],
        "scopes": [f"scope_{scope.value}" for scope in form.offered],
        "rests_on": packs.current().consent.rests_on,
    }
    return render(request, "casework/consent.html", words, status=status_of(form))


@require_http_methods(READ)
@needs(Permission.CONSENT_RECORD)
@once
def withdraw(request: MemberRequest, case_id: UUID, recipient_id: int) -> HttpResponse:
    case = _case(request, case_id)
    recipient = _recipient(recipient_id)
    in_force = selectors.scopes_in_force(case, recipient_id=recipient_id)
    form = WithdrawForm(request.POST or None, in_force=in_force)
    if form.is_valid():
        scopes = frozenset(Scope(s) for s in form.cleaned_data["scopes"])
        services.withdraw_consent(case_id, scopes, recipient_id=recipient_id, actor=request.actor)
        return redirect("casework:consents", case_id=case_id)
    words = {"case": case, "recipient": recipient, "form": form, "has_any": bool(in_force)}
    return render(request, "casework/withdraw.html", words, status=status_of(form))


def _case(request: MemberRequest, case_id: UUID) -> "Case":
    return selectors.get_case(case_id, actor=request.actor, permission=Permission.CONSENT_RECORD)


def _recipient(recipient_id: int) -> access.OrganisationCard:
    try:
        return access.card(recipient_id)
    except KeyError:
        raise NotFound(_("We found no such organisation.")) from None


def _talks(case: "Case") -> list[dict[str, Any]]:
    return [
        {
            "recipient_id": act.recipient_id,
            "name": act.recipient.name,
            "at": act.recorded_at,
            "until": act.expires_at,
            "proof": act.get_proof_display() if act.proof else "",
            "answers": [
                {
                    "words": scope_words(Scope(row.scope)),
                    "is_given": row.is_given,
                    "withdrawn_at": row.withdrawn_at,
                }
                for row in act.scopes.all()
            ],
        }
        for act in selectors.list_consents(case)
    ]


def _asked_next(request: MemberRequest) -> str:
    """Return the local path that the page before asked to come back to; empty for anything else."""
    place = request.POST.get("next", "") or request.GET.get("next", "")
    is_local = place.startswith("/") and url_has_allowed_host_and_scheme(place, None)
    return place if is_local else ""
