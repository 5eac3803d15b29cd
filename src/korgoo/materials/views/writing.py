"""Write a version in one language."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.campaign import api as campaigns
from korgoo.lib.attempts import READ, status_of
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.lib.fields import upload_field
from korgoo.materials import policies, selectors, services
from korgoo.materials.enums import Kind
from korgoo.materials.errors import NoRoom
from korgoo.materials.forms import WriteForm
from korgoo.materials.models import Material, Version
from korgoo.materials.presentation import pages, writing
from korgoo.materials.views.seen import seen_of
from korgoo.materials.wording import BLAMED, NO_SUCH, languages

FILES = "image/jpeg,image/png,image/webp,application/pdf"


@kept_as(gettext_lazy("Words of a material"), WriteForm)
@require_http_methods(READ)
@needs(Permission.MATERIAL_EDIT)
@once
def write(request: MemberRequest, material_id: UUID, language: str) -> HttpResponse:
    material = selectors.get_material(material_id, actor=request.actor)
    policies.write(request.actor, maker_id=material.organisation_id).require()
    if language not in dict(languages()):
        raise NotFound(NO_SUCH)
    opened = selectors.open_version(material_id, language)
    seen = seen_of(request, opened.revision if opened else 0)
    form = _form(request, material, language)
    if form.is_valid() and (row := _written(request, form, material, language, seen)):
        messages.success(request, _("Saved as a draft. Look at it, then send it for approval."))
        return redirect("materials:version", version_id=row.pk)
    words = {
        **pages.material_line(material),
        **writing.beside(material, language, actor=request.actor),
        "form": form,
        "seen": seen,
        "upload": upload_field(form, accept=FILES) if "file" in form.fields else None,
    }
    return render(request, "materials/write.html", words, status=status_of(form))


def _form(request: MemberRequest, material: Material, language: str) -> WriteForm:
    known: dict[str, Any] = {
        "kind": Kind(material.kind),
        "language": language,
        "codes": campaigns.codes(material.campaign_id),
    }
    if request.method == "POST":
        known["is_too_large"] = _was_file_dropped(request)
        return WriteForm(request.POST, request.FILES, **known)
    initial = writing.initial(material, language, actor=request.actor)
    return WriteForm(initial=initial, **known)


def _written(
    request: MemberRequest, form: WriteForm, material: Material, language: str, seen: int
) -> Version | None:
    """Write it; when words do not fit, the field that is to blame says so."""
    wording = form.wording()
    try:
        return services.write(material.pk, language, wording, seen=seen, actor=request.actor)
    except (NotFound, Locked):
        raise
    except NoRoom as error:
        blamed = BLAMED.get(error.field)
        form.add_error(blamed if blamed in form.fields else None, str(error.message))
    except DomainError as error:
        form.add_error(None, str(error.message))
    return None


def _was_file_dropped(request: MemberRequest) -> bool:
    """Tell whether a file came that was too large to be read: it is dropped on the way."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    return length > settings.FILE_UPLOAD_MAX_MEMORY_SIZE and not request.FILES
