"""From the draft to the letter: check, send, and what comes after."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.casework import api as casework
from korgoo.casework.enums import Scope
from korgoo.countrypack import paper_languages
from korgoo.lib import codes
from korgoo.lib.errors import NotFound
from korgoo.referral import fresh_codes, letters, presentation, selectors, services, wording
from korgoo.referral.enums import Deed, ReferralState
from korgoo.referral.policies import deeds
from korgoo.referral.views.choosing import consent_address

if TYPE_CHECKING:
    from korgoo.referral.models import Referral

SEND = Permission.REFERRAL_SEND


@require_safe
@needs(SEND)
def check(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    row = selectors.get_referral(referral_id, actor=request.actor, permission=SEND)
    if row.state != ReferralState.DRAFT:
        return redirect("referral:referral", referral_id=row.pk)
    agreed = casework.scopes_in_force(row.case_id, recipient_id=row.receiver_id)
    receiver = access.card(row.receiver_id)
    case = casework.case_card(row.case_id, actor=request.actor, permission=SEND)
    words = {
        "row": row,
        "case": case,
        "receiver": receiver,
        "facts": presentation.coded_facts(case),
        "asked": presentation.request_facts(row),
        "parts": presentation.parts_to_share(row, receiver, agreed, actor=request.actor),
        "may_send": Scope.REFERRAL in agreed,
        "change": reverse("referral:write", args=[row.case_id, row.kind, row.receiver_id]),
        "change_details": reverse("casework:details", args=[row.case_id]),
        "change_consent": consent_address(
            row.case_id, row.receiver_id, back_to=reverse("referral:check", args=[row.pk])
        ),
    }
    return render(request, "referral/check.html", words)


@require_POST
@needs(SEND)
@once
def send(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    row, code = services.send(referral_id, actor=request.actor)
    fresh_codes.keep(request, row.pk, code)
    return redirect("referral:sent", referral_id=row.pk)


@require_POST
@needs(SEND)
@once
def code(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    row, made = services.renew_confirmation_code(referral_id, actor=request.actor)
    fresh_codes.keep(request, row.pk, made)
    return redirect("referral:sent", referral_id=row.pk)


@require_safe
@needs(SEND)
def sent(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    row = _sent(request, referral_id)
    agreed = casework.scopes_in_force(row.case_id, recipient_id=row.receiver_id)
    words: dict[str, Any] = {
        "row": row,
        "receiver": access.card(row.receiver_id),
        "code": codes.spoken(fresh_codes.read(request, row.pk)),
        "clocks": wording.clock_views(casework.clocks_of_referral(row.pk)),
        "may_name": Scope.IDENTITY in agreed,
        "can_renew": Deed.CODE in deeds(request.actor, row),
        "confirm_address": request.build_absolute_uri(reverse("referral:confirm")),
    }
    return render(request, "referral/sent.html", words)


@require_safe
@needs(SEND)
def letter(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    row, languages = _sent(request, referral_id), paper_languages.chosen(request.GET, 2)
    with_name = request.GET.get("name") == "1"
    name = services.make_letter(row.pk, with_name=with_name, actor=request.actor)
    content = letters.Letter(
        referral=row,
        case_code=row.case.spoken_code,
        name=name,
        # A letter on paper goes to the organisation: the person's code must not go with it.
        code="" if row.is_on_paper else fresh_codes.read(request, row.pk),
        address=request.build_absolute_uri(reverse("referral:confirm")),
        languages=languages,
    )
    response = HttpResponse(letters.render(content), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="referral-{row.number}.pdf"'
    return response


def _sent(request: MemberRequest, referral_id: UUID) -> "Referral":
    """Fetch an own referral that was sent.

    Raises:
        NotFound: Not an own one, or not sent.
    """
    row = selectors.get_referral(referral_id, actor=request.actor, permission=SEND)
    if row.sent_at is None:
        raise NotFound(selectors.NO_SUCH)
    return row
