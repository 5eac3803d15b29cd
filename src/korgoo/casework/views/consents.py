"""What the person allows which organisation to know: asked, recorded, taken back."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import policies, selectors, services
from korgoo.casework.enums import Scope
from korgoo.casework.forms import ConsentForm, WithdrawForm, scope_words
from korgoo.casework.grounds import Purpose
from korgoo.casework.presentation import consents_in_short
from korgoo.countrypack import api as packs
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.lib.errors import NotFound
from korgoo.lib.fields import upload_field
from korgoo.lib.media import EXTENSIONS

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
    purposes = policies.purposes_offered(recipient.mandates)
    purpose = _asked_purpose(request, purposes)
    form = ConsentForm(
        request.POST or None,
        request.FILES or None,
        is_child=case.is_child,
        offered=policies.scopes_offered(recipient.mandates, purpose),
        purpose=purpose,
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
        "purpose": purpose,
        "purposes": _purposes(request, case_id, recipient_id, purposes, purpose),
        "talks": [t for t in _talks(case) if t["recipient_id"] == recipient_id],
        "scopes": [f"scope_{scope.value}" for scope in form.offered],
        "upload": upload_field(form, "proof_file", accept="image/*,audio/*,.pdf"),
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
    purposes = tuple(
        Purpose(one.purpose)
        for one in selectors.list_agreements(case)
        if one.recipient_id == recipient_id
    )
    form = WithdrawForm(request.POST or None, in_force=in_force, purposes=purposes)
    if form.is_valid():
        _take_back(request, case_id, recipient_id, form)
        return redirect("casework:consents", case_id=case_id)
    words = {"case": case, "recipient": recipient, "form": form, "has_any": bool(in_force)}
    return render(request, "casework/withdraw.html", words, status=status_of(form))


@require_safe
@needs(Permission.CONSENT_RECORD)
def proof(request: MemberRequest, case_id: UUID, act_id: int) -> HttpResponse:
    """Hand out the proof of a talk as a file: it is never shown inside a page."""
    found = services.open_proof(case_id, act_id, actor=request.actor)
    name = f"proof.{EXTENSIONS.get(found.media_type, 'bin')}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(found.content, content_type=found.media_type, headers=headers)


@require_POST
@needs(Permission.CONSENT_RECORD)
@once
def new_keys(request: MemberRequest, case_id: UUID) -> HttpResponse:
    services.give_new_keys(case_id, actor=request.actor)
    return redirect("casework:case", case_id=case_id)


def _take_back(
    request: MemberRequest, case_id: UUID, recipient_id: int, form: WithdrawForm
) -> None:
    if scopes := form.taken_back():
        services.withdraw_consent(case_id, scopes, recipient_id=recipient_id, actor=request.actor)
    for purpose in form.purposes():
        services.withdraw_consent(
            case_id,
            frozenset(Scope),
            recipient_id=recipient_id,
            actor=request.actor,
            purpose=purpose,
        )


def _asked_purpose(request: MemberRequest, offered: list[Purpose]) -> Purpose:
    asked = request.POST.get("purpose") or request.GET.get("purpose")
    return next((purpose for purpose in offered if purpose.value == asked), offered[0])


def _purposes(
    request: MemberRequest,
    case_id: UUID,
    recipient_id: int,
    offered: list[Purpose],
    current: Purpose,
) -> list[dict[str, Any]]:
    """Name the purposes that one may ask about, each with the address of its own short page."""
    place, back = reverse("casework:consent", args=[case_id, recipient_id]), _asked_next(request)
    more = {"next": back} if back else {}
    return [
        {
            "words": purpose.label,
            "href": f"{place}?{urlencode({'purpose': purpose.value, **more})}",
            "is_current": purpose is current,
        }
        for purpose in offered
    ]


def _case(request: MemberRequest, case_id: UUID) -> "Case":
    # Taking back is possible for ever.
    return selectors.get_case(
        case_id, actor=request.actor, permission=Permission.CONSENT_RECORD, even_closed=True
    )


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
            "purpose": act.get_purpose_display(),
            "decider": act.get_decider_display() if act.decider else "",
            "has_file": act.attachment_id is not None,
            "id": act.pk,
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
