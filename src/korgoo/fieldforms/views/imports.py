"""Filled forms that come back: brought as a file, looked at, taken all together or not at all."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.fieldforms import intake, presentation, selectors, services
from korgoo.fieldforms.forms import UploadForm
from korgoo.lib.attempts import READ, REFUSED
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.lib.fields import upload_field

BRING = Permission.SUBMISSION_IMPORT
Found = intake.Examined | None


def _examined_first(
    view: Callable[[MemberRequest, UploadForm, Found], HttpResponse],
) -> Callable[[MemberRequest], HttpResponse]:
    """Read the file before ``@once`` opens its transaction: nobody else can write during that."""

    @wraps(view)
    def examined(request: MemberRequest) -> HttpResponse:
        form = UploadForm(request.POST or None, request.FILES or None)
        found = None
        if form.is_valid():
            name, data = form.cleaned_data["file"]
            found = intake.examine(data, name, actor=request.actor)
        return view(request, form, found)

    return examined


@require_http_methods(READ)
@needs(BRING)
@_examined_first
@once
def bring(request: MemberRequest, form: UploadForm, found: Found) -> HttpResponse:
    words: dict[str, Any] = {"form": form, "faults": [], "more": 0, "fine": 0, "most": 0}
    if found:
        if not found.faults:
            kept = services.keep_batch(found.submissions, kind=found.kind, actor=request.actor)
            return redirect("fieldforms:batch", batch_id=kept.pk)
        form.add_error("file", _told(len(found.faults)))
        words |= _wrong(found)
    batches = selectors.list_batches(actor=request.actor)
    words["upload"] = upload_field(form, accept=".csv,.json,.xml,.zip")
    words["batches"] = presentation.batch_rows(batches)
    status = REFUSED if form.is_bound else 200
    return render(request, "fieldforms/bring.html", words, status=status)


@require_safe
@needs(BRING)
def batch(request: MemberRequest, batch_id: UUID) -> HttpResponse:
    return _page(request, batch_id)


@require_POST
@needs(BRING)
@once
def take(request: MemberRequest, batch_id: UUID) -> HttpResponse:
    try:
        taken = services.take_batch(batch_id, actor=request.actor)
    except (NotFound, Locked):
        raise
    except DomainError as error:
        return _page(request, batch_id, error=error)
    done = ngettext("%(num)s form was taken.", "%(num)s forms were taken.", taken.forms)
    messages.success(request, done % {"num": taken.forms})
    return redirect("fieldforms:batch", batch_id=batch_id)


@require_POST
@needs(BRING)
@once
def drop(request: MemberRequest, batch_id: UUID) -> HttpResponse:
    services.drop_batch(batch_id, actor=request.actor)
    messages.success(request, _("The forms were thrown away. Nothing was taken."))
    return redirect("fieldforms:bring")


def _page(
    request: MemberRequest, batch_id: UUID, *, error: DomainError | None = None
) -> HttpResponse:
    row = selectors.get_batch(batch_id, actor=request.actor)
    words: dict[str, Any] = {"batch": row, "counts": presentation.counts(row)}
    words["error"] = str(error.message) if error else ""
    if row.is_waiting:
        words |= presentation.preview(row, actor=request.actor)
        template = "fieldforms/preview.html"
    else:
        taken = selectors.list_taken(row)
        words["rows"] = presentation.taken_rows(taken, actor=request.actor)
        template = "fieldforms/batch.html"
    return render(request, template, words, status=error.status if error else 200)


def _told(count: int) -> str:
    words = ngettext(
        "%(num)s thing is wrong. Nothing was kept. Put it right in the tool, and export again.",
        "%(num)s things are wrong. Nothing was kept. Put them right in the tool, and export again.",
        count,
    )
    return words % {"num": count}


def _wrong(found: intake.Examined) -> dict[str, Any]:
    rows = presentation.fault_rows(found.faults)
    if found.is_cut:
        return {"faults": rows, "most": len(rows)}
    more = len(found.faults) - len(rows)
    return {"faults": rows, "more": more, "fine": len(found.submissions)}
