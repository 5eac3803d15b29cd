"""What organisations are told when a draft is adopted."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.consultation import presentation, services

VIEW = Permission.CONSULTATION_VIEW


@require_safe
@needs(VIEW)
def notices(request: MemberRequest) -> HttpResponse:
    words = presentation.notices(actor=request.actor)
    return render(request, "consultation/notices.html", words)


@require_safe
@needs(VIEW)
def notice(request: MemberRequest, notice_id: UUID) -> HttpResponse:
    words = presentation.notice(notice_id, actor=request.actor)
    return render(request, "consultation/notice.html", words)


@require_POST
@needs(VIEW)
@once
def read(request: MemberRequest, notice_id: UUID) -> HttpResponse:
    services.mark_read(notice_id, actor=request.actor)
    messages.success(request, _("Thank you. The notice has left your home page."))
    return redirect("consultation:notices")
