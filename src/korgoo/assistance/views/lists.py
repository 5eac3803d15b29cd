"""What waits in needs and programmes, over all cases."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.assistance import presentation
from korgoo.lib import clock

DAYS_AHEAD = 14


@require_safe
@needs(Permission.PROGRAMME_VIEW)
def waiting(request: MemberRequest) -> HttpResponse:
    before = clock.today() + timedelta(days=DAYS_AHEAD)
    words = presentation.waiting_page(actor=request.actor, before=before)
    return render(request, "assistance/waiting.html", words)
