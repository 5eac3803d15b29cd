"""Who came takes a place of the receiver."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.errors import DomainError
from korgoo.referral import presentation, selectors, services

ANSWER = Permission.REFERRAL_ANSWER


@require_POST
@needs(ANSWER)
@once
def place(request: MemberRequest, referral_id: UUID) -> HttpResponse:
    row = selectors.get_for_arriving(referral_id, actor=request.actor)
    offers = presentation.arriving(row, actor=request.actor)
    chosen = {f"{one.service_id} {one.group}": one for one in offers}
    offer = chosen.get(request.POST.get("place", ""))
    if offer is None:
        raise DomainError(_("This place is not free any more. Look at the page again."))
    services.take_place(referral_id, offer.service_id, offer.group, actor=request.actor)
    messages.success(request, _("The place is taken. Others see the new number."))
    return redirect("referral:referral", referral_id=referral_id)
