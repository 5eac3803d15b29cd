"""Reports of one's own organisation: written measure by measure, sent, corrected."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.plan import periods, selectors, services
from korgoo.plan.forms import CommentForm, CorrectionForm, EntryForm
from korgoo.plan.presentation import entries, reports

VIEW, WRITE = Permission.PLAN_VIEW, Permission.REPORT_WRITE


@require_safe
@needs(VIEW)
def own(request: MemberRequest) -> HttpResponse:
    words = {"rows": reports.own_lines(actor=request.actor), "has_calendar": periods.is_set()}
    return render(request, "plan/own.html", words)


@require_safe
@needs(VIEW)
def report(request: MemberRequest, report_id: UUID) -> HttpResponse:
    row = selectors.get_report(report_id, actor=request.actor)
    page = reports.report_page(row, actor=request.actor)
    return render(request, "plan/report.html", page | {"form": CommentForm()})


@kept_as(gettext_lazy("A part of the report on the plan"))
@require_http_methods(READ)
@needs(WRITE)
@once
def entry(request: MemberRequest, report_id: UUID, measure: str) -> HttpResponse:
    row = selectors.get_report(report_id, actor=request.actor)
    part = selectors.get_entry(row, measure)
    form = EntryForm(request.POST or None, entry=part, hints=entries.hints(row, part))
    if form.is_valid() and succeeds(
        form,
        lambda: services.save_entry(
            report_id, measure, form.to_facts(), seen=form.seen_at(), actor=request.actor
        ),
    ):
        messages.success(request, _("Saved. Nothing is sent yet."))
        following = _following(row.pk, measure, request) if "next" in request.POST else None
        return redirect(following or reverse("plan:report", args=[report_id]))
    words = {"form": form, "part": part, **entries.entry_page(row, part)}
    return render(request, "plan/entry.html", words, status=status_of(form))


def _following(report_id: UUID, measure: str, request: MemberRequest) -> str | None:
    """Give the address of the next measure; None after the last."""
    row = selectors.get_report(report_id, actor=request.actor)
    codes = [one.measure.code for one in selectors.entries_of(row)]
    place = codes.index(measure) + 1
    return reverse("plan:entry", args=[report_id, codes[place]]) if place < len(codes) else None


@require_POST
@needs(WRITE)
@once
def send(request: MemberRequest, report_id: UUID) -> HttpResponse:
    row = services.send(report_id, actor=request.actor)
    late = _("The report is sent. It came late, and is marked so.")
    messages.success(request, late if row.is_late else _("The report is sent, in time."))
    return redirect("plan:report", report_id=report_id)


@kept_as(gettext_lazy("Why a report is corrected"), CorrectionForm)
@require_http_methods(READ)
@needs(WRITE)
@once
def correct(request: MemberRequest, report_id: UUID) -> HttpResponse:
    row = selectors.get_report(report_id, actor=request.actor)
    form = CorrectionForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        new = attempt(form, lambda: services.begin_correction(row.pk, reason, actor=request.actor))
        if new:
            messages.success(request, _("Change what is wrong, and send the report again."))
            return redirect("plan:report", report_id=new.pk)
    words = {
        "form": form,
        "title": _("Correct an accepted report"),
        "back": reverse("plan:report", args=[report_id]),
        "hint": _("The accepted version stays, and counts until the new one is accepted."),
    }
    return render(request, "plan/form.html", words, status=status_of(form))


@kept_as(gettext_lazy("A comment on a report"), CommentForm)
@require_POST
@needs(VIEW)
@once
def comment(request: MemberRequest, report_id: UUID) -> HttpResponse:
    row = selectors.get_report(report_id, actor=request.actor)
    form = CommentForm(request.POST)
    if form.is_valid() and succeeds(
        form,
        lambda: services.comment(report_id, form.cleaned_data["text"], actor=request.actor),
    ):
        messages.success(request, _("The comment stands beside the report."))
        return redirect("plan:report", report_id=report_id)
    page = reports.report_page(row, actor=request.actor)
    return render(request, "plan/report.html", page | {"form": form}, status=status_of(form))
