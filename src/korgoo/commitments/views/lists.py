"""The list of promises, one of them, and a new one from a letter."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.commitments import exports, selectors, services
from korgoo.commitments.forms import LetterForm
from korgoo.commitments.presentation import lists, pages
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.library.files import ENDINGS

VIEW, MAKE = Permission.COMMITMENT_VIEW, Permission.COMMITMENT_MAKE
# A file from outside runs nothing and reaches nothing, whatever it holds.
ALONE = "default-src 'none'; sandbox"


@require_safe
@needs(VIEW)
def listed(request: MemberRequest) -> HttpResponse:
    form = lists.filter_form(request.GET, actor=request.actor)
    page = lists.list_page(form.wanted(), request.GET.get("page", ""), actor=request.actor)
    chosen = request.GET.copy()
    chosen.pop("page", None)
    words = {"form": form, "query": chosen.urlencode(), "is_narrowed": any(chosen.values())}
    return render(request, "commitments/list.html", page | words)


@require_safe
@needs(VIEW)
def as_csv(request: MemberRequest) -> HttpResponse:
    return _download(request, "csv", exports.to_csv(_rows(request)), "text/csv; charset=utf-8")


@require_safe
@needs(VIEW)
def as_xlsx(request: MemberRequest) -> HttpResponse:
    book = exports.to_xlsx(_rows(request), pgettext("title of a page", "Promises"))
    return _download(request, "xlsx", book, exports.SPREADSHEET)


@kept_as(gettext_lazy("A promise made in a letter"), LetterForm)
@require_http_methods(READ)
@needs(MAKE)
@once
def add(request: MemberRequest) -> HttpResponse:
    choices = pages.letter_choices(actor=request.actor)
    own = {"promiser": request.actor.organisation_id}
    form = LetterForm(request.POST or None, initial=own, **choices)
    if form.is_valid():
        row = attempt(
            form,
            lambda: services.record(
                form.promise(),
                form.origin(),
                letter=form.letter(),
                is_public=form.cleaned_data["is_public"],
                actor=request.actor,
            ),
        )
        if row:
            messages.success(request, _("The promise is in the list."))
            return redirect("commitments:commitment", commitment_id=row.pk)
    return render(request, "commitments/add.html", {"form": form}, status=status_of(form))


@require_safe
@needs(VIEW)
def commitment(request: MemberRequest, commitment_id: UUID) -> HttpResponse:
    page = pages.commitment_page(commitment_id, actor=request.actor)
    return render(request, "commitments/commitment.html", page)


@require_safe
@needs(VIEW)
def file(request: MemberRequest, commitment_id: UUID, evidence_id: UUID) -> HttpResponse:
    row = selectors.get_evidence(commitment_id, evidence_id, actor=request.actor)
    name = f"evidence-{row.commitment.code}.{ENDINGS.get(row.media_type, 'bin')}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": ALONE,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(bytes(row.content), content_type=row.media_type, headers=headers)


def _rows(request: MemberRequest) -> list[list[str]]:
    form = lists.filter_form(request.GET, actor=request.actor)
    return lists.table(form.wanted(), actor=request.actor)


def _download(request: MemberRequest, kind: str, data: bytes, content_type: str) -> HttpResponse:
    services.record_export(kind, actor=request.actor)
    headers = {"Content-Disposition": f'attachment; filename="promises.{kind}"'}
    return HttpResponse(data, content_type=content_type, headers=headers)
