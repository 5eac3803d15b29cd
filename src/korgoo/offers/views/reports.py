"""Reports of offers, as the organisation handles them to which they are sealed."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.offers import presentation, selectors, services
from korgoo.offers.enums import ReportState
from korgoo.offers.forms import SettleForm

ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
# A file from outside runs nothing and reaches nothing, whatever it holds.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
@needs(Permission.OFFER_REPORT_READ)
def reports(request: MemberRequest) -> HttpResponse:
    page = max(1, _number(request.GET.get("page", "")))
    rows, has_older = selectors.list_reports(page, actor=request.actor)
    words = {
        "lines": [presentation.line(row) for row in rows],
        "newer": f"?page={page - 1}" if page > 1 else "",
        "older": f"?page={page + 1}" if has_older else "",
    }
    return render(request, "offers/reports.html", words)


@require_safe
@needs(Permission.OFFER_REPORT_READ)
def report(request: MemberRequest, report_id: UUID) -> HttpResponse:
    words = presentation.opened(services.open_report(report_id, actor=request.actor))
    form = SettleForm(initial={"seen": words["seen"]})
    return render(request, "offers/opened.html", words | {"form": form})


# A page of its own: a refused form takes its audit rows back with it, so it may open nothing.
@require_http_methods(READ)
@needs(Permission.OFFER_REPORT_READ)
@kept_as(_("What became of a reported offer"), SettleForm)
@once
def settle(request: MemberRequest, report_id: UUID) -> HttpResponse:
    actor = request.actor
    row = selectors.get_report(report_id, actor=actor)
    form = SettleForm(request.POST or None, initial={"seen": row.state})
    if form.is_valid():
        said = form.cleaned_data
        state, seen = ReportState(said["state"]), ReportState(said["seen"])
        if succeeds(
            form,
            lambda: services.settle(report_id, state, seen=seen, note=said["note"], actor=actor),
        ):
            return redirect("offers:list")
    words = {"form": form, "line": presentation.line(row)}
    return render(request, "offers/settle.html", words, status=status_of(form))


@require_safe
@needs(Permission.OFFER_REPORT_READ)
def picture(request: MemberRequest, report_id: UUID) -> HttpResponse:
    found = services.open_picture(report_id, actor=request.actor)
    headers = {
        "Cache-Control": "no-store, private",
        "Content-Disposition": f'inline; filename="picture.{ENDINGS[found.media_type]}"',
        "Content-Security-Policy": ALONE,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(found.data, content_type=found.media_type, headers=headers)


@require_POST
@needs(Permission.OFFER_REPORT_READ)
@once
def seen(request: MemberRequest) -> HttpResponse:
    numbers = [found for text in request.POST.getlist("seen") if (found := _uuid(text))]
    services.mark_seen(numbers, actor=request.actor)
    return redirect("offers:list")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
