"""Files of statements and numbers: brought, looked at, taken whole or not at all; and written out."""

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
from korgoo.lib.attempts import READ, status_of
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.lib.fields import upload_field
from korgoo.rights import api, services
from korgoo.rights.forms import ContentFileForm, LogForm
from korgoo.rights.presentation import content_files as presentation
from korgoo.rights.presentation.parts import places

EDIT = Permission.CONTENT_EDIT


def _examined_first(
    view: Callable[[MemberRequest, ContentFileForm, services.Examined | None], HttpResponse],
) -> Callable[[MemberRequest], HttpResponse]:
    """Read the file before ``@once`` opens its transaction: nobody else can write during that."""

    @wraps(view)
    def examined(request: MemberRequest) -> HttpResponse:
        form = ContentFileForm(request.POST or None, request.FILES or None)
        found = (
            services.examine(form.file_name(), form.cleaned_data["file"])
            if form.is_valid()
            else None
        )
        return view(request, form, found)

    return examined


@require_http_methods(READ)
@needs(EDIT)
@_examined_first
@once
def files(
    request: MemberRequest, form: ContentFileForm, found: services.Examined | None
) -> HttpResponse:
    if found:
        row = services.keep_file(found, actor=request.actor)
        return redirect("rights:content_file", file_id=row.pk)
    page = presentation.files_page(actor=request.actor)
    words = page | {"form": form, "upload": upload_field(form, accept=".yaml,.yml")}
    return render(request, "rights/files.html", words, status=status_of(form))


@require_safe
@needs(EDIT)
def content_file(request: MemberRequest, file_id: UUID) -> HttpResponse:
    page = presentation.file_page(file_id, actor=request.actor)
    return render(request, "rights/file.html", page)


@require_POST
@needs(EDIT)
@once
def take(request: MemberRequest, file_id: UUID) -> HttpResponse:
    try:
        row = services.take_file(file_id, actor=request.actor)
    except (NotFound, Locked):
        raise
    except DomainError as error:
        page = presentation.file_page(file_id, actor=request.actor)
        words = page | {"error": str(error.message)}
        return render(request, "rights/file.html", words, status=error.status)
    done = ngettext(
        "%(num)s draft waits for the editors.", "%(num)s drafts wait for the editors.", row.drafts
    )
    messages.success(request, done % {"num": row.drafts})
    return redirect("rights:content_file", file_id=file_id)


@require_POST
@needs(EDIT)
@once
def drop(request: MemberRequest, file_id: UUID) -> HttpResponse:
    services.drop_file(file_id, actor=request.actor)
    messages.success(request, _("The file was thrown away. Nothing was taken in."))
    return redirect("rights:files")


@require_safe
@needs(EDIT)
def export(request: MemberRequest) -> HttpResponse:
    where = LogForm(request.GET or None, places=places()).asked("destination")
    response = HttpResponse(api.export(where), content_type="application/yaml; charset=utf-8")
    name = f"advice-{where or 'all'}.yaml"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
