"""What a person told already, so that nobody asks twice."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission, Relation
from korgoo.access.http import MemberRequest, needs
from korgoo.casework import selectors, services
from korgoo.casework import told as talks
from korgoo.casework.presentation import coded_facts


@require_safe
@needs(Permission.CASE_VIEW)
def told(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = services.view_case(case_id, actor=request.actor)
    words = {
        "case": case,
        "facts": coded_facts(case),
        "talks": talks.talks_of(case, actor=request.actor),
        "is_own": selectors.relation(case, actor=request.actor) is Relation.OWNER,
    }
    return render(request, "casework/told.html", words)
