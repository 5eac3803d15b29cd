"""Papers to take along, with neutral names: a number alone."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.safe_return import papers, services


@require_safe
@needs(Permission.RETURN_VIEW)
def receipt(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    plan = services.print_paper(plan_id, "receipt", actor=request.actor)
    return _paper("receipt", papers.receipt(plan), plan.number)


@require_safe
@needs(Permission.RETURN_VIEW)
def pocket_card(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    plan = services.print_paper(plan_id, "card", actor=request.actor)
    return _paper("card", papers.card(plan, plan.case.language), plan.number)


@require_safe
@needs(Permission.RETURN_PACKAGE)
def recall_letter(request: MemberRequest, package_id: UUID) -> HttpResponse:
    row = services.print_recall(package_id, actor=request.actor)
    return _paper("recall", papers.recall(row), row.number)


def _paper(sheet: str, data: dict[str, Any], number: str) -> HttpResponse:
    response = HttpResponse(papers.render(sheet, data), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{number}.pdf"'
    return response
