"""A plan as a file: brought, looked at, taken whole into the draft or not at all."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.attempts import READ, status_of
from korgoo.lib.errors import NotFound
from korgoo.lib.fields import upload_field
from korgoo.plan import selectors, services
from korgoo.plan.forms import FileForm
from korgoo.plan.lists import templates
from korgoo.plan.lists.checking import Checked
from korgoo.plan.lists.columns import LANGUAGES
from korgoo.plan.presentation import brought, saved
from korgoo.plan.services.files import examine

EDIT = Permission.PLAN_EDIT
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Found = tuple[str, Checked] | None


def _examined_first(
    view: Callable[[MemberRequest, str, FileForm, Found], HttpResponse],
) -> Callable[[MemberRequest, str], HttpResponse]:
    """Read the file before ``@once`` opens its transaction: nobody else can write during that."""

    @wraps(view)
    def examined(request: MemberRequest, code: str) -> HttpResponse:
        draft = selectors.get_draft(code, actor=request.actor)
        form = FileForm(request.POST or None, request.FILES or None)
        found = examine(form.cleaned_data["file"], draft.programme) if form.is_valid() else None
        return view(request, code, form, found)

    return examined


@require_http_methods(READ)
@needs(EDIT)
@_examined_first
@once
def bring(request: MemberRequest, code: str, form: FileForm, found: Found) -> HttpResponse:
    if found:
        row = services.keep_file(code, *found, actor=request.actor)
        return redirect("plan:file", code=code, import_id=row.pk)
    words = {
        "form": form,
        "code": code,
        "upload": upload_field(form, accept=".csv,.xlsx"),
        "languages": LANGUAGES,
    }
    return render(request, "plan/bring.html", words, status=status_of(form))


@require_safe
@needs(EDIT)
def file(request: MemberRequest, code: str, import_id: UUID) -> HttpResponse:
    row = selectors.get_import(code, import_id, actor=request.actor)
    return render(request, "plan/file.html", brought.file_page(row) | {"code": code})


@require_POST
@needs(EDIT)
@once
def take(request: MemberRequest, code: str, import_id: UUID) -> HttpResponse:
    services.take_file(code, import_id, actor=request.actor)
    messages.success(request, _("The draft holds the plan of the file now."))
    return redirect("plan:draft", code=code)


@require_POST
@needs(EDIT)
@once
def drop(request: MemberRequest, code: str, import_id: UUID) -> HttpResponse:
    services.drop_file(code, import_id, actor=request.actor)
    messages.success(request, _("The file was thrown away. Nothing was taken."))
    return redirect("plan:draft", code=code)


@require_safe
@needs(EDIT)
def template_csv(request: MemberRequest, code: str, language: str) -> HttpResponse:
    data = templates.to_csv(_known(language), _years(request, code))
    return _download(data, "text/csv; charset=utf-8", f"plan-{language}.csv")


@require_safe
@needs(EDIT)
def template_xlsx(request: MemberRequest, code: str, language: str) -> HttpResponse:
    data = templates.to_xlsx(_known(language), _years(request, code))
    return _download(data, SPREADSHEET, f"plan-{language}.xlsx")


def _years(request: MemberRequest, code: str) -> list[int]:
    return saved.years(selectors.get_draft(code, actor=request.actor).programme)


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise NotFound(_("There is no template in this language."))
    return language


def _download(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
