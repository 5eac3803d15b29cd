"""The end of a shift, and its beginning."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.desk import presentation, services
from korgoo.desk.views.doing import done
from korgoo.lib.attempts import READ, status_of, succeeds


@kept_as(_("Handing a shift over"))
@require_http_methods(READ)
@needs(Permission.SHIFT_HAND_OVER)
@once
def hand_over(request: MemberRequest) -> HttpResponse:
    words = presentation.hand_over_page(request.POST or None, actor=request.actor)
    form = words["form"]
    if form.is_valid():
        things, to = presentation.left(form), form.cleaned_data["to"]
        if succeeds(form, lambda: services.hand_over(things, to_id=to, actor=request.actor)):
            messages.success(request, _("Handed over. Thank you for this shift. Rest now."))
            return redirect("desk:desk")
    return render(request, "desk/hand_over.html", words, status=status_of(form))


@require_http_methods(READ)
@needs(Permission.SHIFT_HAND_OVER)
@once
def handover(request: MemberRequest, handover_id: UUID) -> HttpResponse:
    if request.method == "POST":
        if done(request, lambda: services.take_over(handover_id, actor=request.actor)):
            messages.success(request, _("You look after this now."))
        return redirect("desk:desk")
    row = presentation.handover_page(handover_id, actor=request.actor)
    lines = presentation.opened_handover(handover_id, actor=request.actor)
    return render(request, "desk/handover.html", {"row": row, "lines": lines})
