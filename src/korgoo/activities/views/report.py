"""The report of a campaign: on the page, on paper, as an open file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.activities import reporting
from korgoo.activities.presentation import files, pages
from korgoo.activities.presentation import report as presentation
from korgoo.countrypack import paper_languages

REPORT = Permission.CAMPAIGN_REPORT


@require_safe
@needs(REPORT)
def report(request: MemberRequest, key: str) -> HttpResponse:
    card = pages.card_of(key, actor=request.actor)
    words = presentation.page(reporting.report(card))
    return render(request, "activities/report.html", words)


@require_safe
@needs(REPORT)
def paper(request: MemberRequest, key: str) -> HttpResponse:
    with paper_languages.speaking(request.GET):
        card = pages.card_of(key, actor=request.actor)
        printed = files.to_paper(reporting.report(card))
    return _download(printed, "application/pdf", f"campaign-{card.key}.pdf")


@require_safe
@needs(REPORT)
def open_file(request: MemberRequest, key: str) -> HttpResponse:
    card = pages.card_of(key, actor=request.actor)
    data = files.to_csv(reporting.report(card))
    return _download(data, "text/csv; charset=utf-8", f"campaign-{card.key}.csv")


def _download(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
