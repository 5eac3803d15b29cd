"""Compositions as files: brought, looked at, taken whole or not at all."""

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
from korgoo.councils import selectors, services
from korgoo.councils.composition import templates
from korgoo.councils.composition.columns import LANGUAGES
from korgoo.councils.forms import CompositionForm
from korgoo.councils.presentation import bodies as of_bodies
from korgoo.councils.presentation import others as shown
from korgoo.councils.services.imports import Examined
from korgoo.lib.attempts import READ, status_of
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.lib.fields import upload_field

EDIT = Permission.BODY_EDIT
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _examined_first(
    view: Callable[[MemberRequest, int, CompositionForm, Examined | None], HttpResponse],
) -> Callable[[MemberRequest, int], HttpResponse]:
    """Read the file before ``@once`` opens its transaction: nobody else can write during that."""

    @wraps(view)
    def examined(request: MemberRequest, body_id: int) -> HttpResponse:
        body = selectors.get_kept(body_id, actor=request.actor)
        form = CompositionForm(request.POST or None, request.FILES or None)
        found = services.examine(form.cleaned_data["file"], body) if form.is_valid() else None
        return view(request, body_id, form, found)

    return examined


@require_http_methods(READ)
@needs(EDIT)
@_examined_first
@once
def bring(
    request: MemberRequest, body_id: int, form: CompositionForm, found: Examined | None
) -> HttpResponse:
    if found:
        row = services.keep_composition(body_id, found, actor=request.actor)
        return redirect("councils:import", import_id=row.pk)
    body = selectors.get_kept(body_id, actor=request.actor)
    words = of_bodies.head(body) | {
        "form": form,
        "upload": upload_field(form, accept=".csv,.xlsx"),
    }
    return render(request, "councils/bring.html", words, status=status_of(form))


@require_safe
@needs(EDIT)
def page(request: MemberRequest, import_id: UUID) -> HttpResponse:
    return _page(request, import_id)


@require_POST
@needs(EDIT)
@once
def take(request: MemberRequest, import_id: UUID) -> HttpResponse:
    try:
        row = services.take_composition(import_id, actor=request.actor)
    except (NotFound, Locked):
        raise
    except DomainError as error:
        return _page(request, import_id, error=error)
    done = ngettext("%(num)s seat is new.", "%(num)s seats are new.", row.added)
    messages.success(request, done % {"num": row.added})
    return redirect("councils:body", body_id=row.body_id)


@require_POST
@needs(EDIT)
@once
def drop(request: MemberRequest, import_id: UUID) -> HttpResponse:
    row = services.drop_composition(import_id, actor=request.actor)
    messages.success(request, _("The file was thrown away. Nothing was taken."))
    return redirect("councils:body", body_id=row.body_id)


@require_safe
@needs(EDIT)
def template_csv(request: MemberRequest, language: str) -> HttpResponse:
    return _download(
        templates.to_csv(_known(language)),
        "text/csv; charset=utf-8",
        f"composition-{language}.csv",
    )


@require_safe
@needs(EDIT)
def template_xlsx(request: MemberRequest, language: str) -> HttpResponse:
    return _download(
        templates.to_xlsx(_known(language)), SPREADSHEET, f"composition-{language}.xlsx"
    )


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise NotFound(_("There is no template in this language."))
    return language


def _download(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(
    request: MemberRequest, import_id: UUID, *, error: DomainError | None = None
) -> HttpResponse:
    row = selectors.get_import(import_id, actor=request.actor)
    words = shown.import_page(row) | {"error": str(error.message) if error else ""}
    return render(request, "councils/import.html", words, status=error.status if error else 200)
