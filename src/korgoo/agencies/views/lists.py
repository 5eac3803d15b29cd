"""Lists of the Ministry: brought as a file, looked at, taken whole or not at all."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.agencies import selectors, services
from korgoo.agencies.forms import ListForm
from korgoo.agencies.lists import templates
from korgoo.agencies.lists.columns import LANGUAGES
from korgoo.agencies.presentation import staff
from korgoo.agencies.services.lists import Examined, examine
from korgoo.lib.attempts import READ, status_of
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.lib.fields import upload_field

EDIT = Permission.AGENCY_EDIT
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _examined_first(
    view: Callable[[MemberRequest, ListForm, Examined | None], HttpResponse],
) -> Callable[[MemberRequest], HttpResponse]:
    """Read the file before ``@once`` opens its transaction: nobody else can write during that."""

    @wraps(view)
    def examined(request: MemberRequest) -> HttpResponse:
        form = ListForm(request.POST or None, request.FILES or None)
        found = examine(form.cleaned_data["file"], form.source()) if form.is_valid() else None
        return view(request, form, found)

    return examined


@require_http_methods(READ)
@needs(EDIT)
@_examined_first
@once
def bring(request: MemberRequest, form: ListForm, found: Examined | None) -> HttpResponse:
    if found:
        row = services.keep_list(found, actor=request.actor)
        return redirect("agencies:list_import", list_id=row.pk)
    words = {
        "form": form,
        "upload": upload_field(form, accept=".csv,.xlsx"),
        "lists": staff.import_rows(selectors.list_imports(actor=request.actor)),
    }
    return render(request, "agencies/staff_bring.html", words, status=status_of(form))


@require_safe
@needs(EDIT)
def list_import(request: MemberRequest, list_id: UUID) -> HttpResponse:
    return _page(request, list_id)


@require_POST
@needs(EDIT)
@once
def take(request: MemberRequest, list_id: UUID) -> HttpResponse:
    try:
        row = services.take_list(list_id, actor=request.actor)
    except (NotFound, Locked):
        raise
    except DomainError as error:
        return _page(request, list_id, error=error)
    done = ngettext(
        "%(num)s decision is in the register.",
        "%(num)s decisions are in the register.",
        row.decisions,
    )
    messages.success(request, done % {"num": row.decisions})
    return redirect("agencies:list_import", list_id=list_id)


@require_POST
@needs(EDIT)
@once
def drop(request: MemberRequest, list_id: UUID) -> HttpResponse:
    services.drop_list(list_id, actor=request.actor)
    messages.success(request, _("The list was thrown away. Nothing was taken."))
    return redirect("agencies:bring")


@require_safe
@needs(EDIT)
def template_csv(request: MemberRequest, language: str) -> HttpResponse:
    data = templates.to_csv(_known(language))
    return _download(data, "text/csv; charset=utf-8", f"agencies-{language}.csv")


@require_safe
@needs(EDIT)
def template_xlsx(request: MemberRequest, language: str) -> HttpResponse:
    return _download(templates.to_xlsx(_known(language)), SPREADSHEET, f"agencies-{language}.xlsx")


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise NotFound(_("There is no template in this language."))
    return language


def _download(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(
    request: MemberRequest, list_id: UUID, *, error: DomainError | None = None
) -> HttpResponse:
    row = selectors.get_list(list_id, actor=request.actor)
    words = staff.import_page(row) | {"error": str(error.message) if error else ""}
    status = error.status if error else 200
    return render(request, "agencies/staff_import.html", words, status=status)
