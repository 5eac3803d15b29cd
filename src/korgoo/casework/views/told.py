"""What a person told already, so that nobody asks twice."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.casework import services
from korgoo.casework import told as talks
from korgoo.casework.presentation import coded_facts


@require_safe
@needs(Permission.CASE_VIEW)
def told(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = services.view_case(case_id, actor=request.actor)
    words = {"case": case, "facts": coded_facts(case)}
    words["talks"] = talks.talks_of(case, actor=request.actor)
    return render(request, "casework/told.html", words)
