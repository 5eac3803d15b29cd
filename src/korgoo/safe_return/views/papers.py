"""Papers to take along, with neutral names: a number alone."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.countrypack import paper_languages
from korgoo.safe_return import papers, services


@require_safe
@needs(Permission.RETURN_VIEW)
def receipt(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    languages = paper_languages.chosen(request.GET, 3)
    plan = services.print_paper(plan_id, "receipt", actor=request.actor)
    return _paper("receipt", papers.receipt(plan, languages), plan.number)


@require_safe
@needs(Permission.RETURN_VIEW)
def pocket_card(request: MemberRequest, plan_id: UUID) -> HttpResponse:
    languages = paper_languages.chosen(request.GET)
    plan = services.print_paper(plan_id, "card", actor=request.actor)
    language = "".join(languages) or plan.case.language
    return _paper("card", papers.card(plan, language), plan.number)


@require_safe
@needs(Permission.RETURN_PACKAGE)
def recall_letter(request: MemberRequest, package_id: UUID) -> HttpResponse:
    languages = paper_languages.chosen(request.GET, 3)
    row = services.print_recall(package_id, actor=request.actor)
    return _paper("recall", papers.recall(row, languages), row.number)


def _paper(sheet: str, data: dict[str, Any], number: str) -> HttpResponse:
    response = HttpResponse(papers.render(sheet, data), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{number}.pdf"'
    return response
