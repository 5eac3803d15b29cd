"""Files of versions: for members with the mark of what is not approved, for everybody without it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, public
from korgoo.lib.drawn import drawn_once
from korgoo.lib.errors import NotFound
from korgoo.materials import drawing, filed, selectors, sheets
from korgoo.materials import public as given_out
from korgoo.materials.models import Version
from korgoo.materials.presentation import public as presentation
from korgoo.materials.wording import NO_SUCH

# A file runs nothing and reaches nothing, whatever it holds.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
# What stands at such an address never changes; a day, so that what was withdrawn goes from copies too.
KEPT = "public, max-age=86400, immutable"


@require_safe
@needs(Permission.MATERIAL_VIEW)
def file(request: MemberRequest, version_id: UUID, name: str) -> HttpResponse:
    response = _answer(selectors.get_version(version_id, actor=request.actor), name)
    response["Cache-Control"] = "no-store, private"
    return response


@public
@require_safe
@drawn_once(given_out.mark)
def public_list(request: HttpRequest, key: str) -> HttpResponse:
    return render(request, "materials/public.html", presentation.list_page(key))


@public
@require_safe
def public_file(request: HttpRequest, /, key: str, **place: Any) -> HttpResponse:
    mark, name = place.pop("mark"), place.pop("name")
    row = given_out.find(key, **place)
    now = given_out.content_mark(row)
    if mark != now:
        return HttpResponseRedirect(given_out.address(row, name, now))
    response = _answer(row, name)
    response["Cache-Control"] = KEPT
    return response


def _answer(version: Version, name: str) -> HttpResponse:
    own = selectors.file_of(version)
    if own is not None:
        if name != sheets.file_name(version, filed.EXTENSIONS[own.media_type]):
            raise NotFound(NO_SUCH)
        return _alone(HttpResponse(bytes(own.content), content_type=own.media_type), name)
    found = filed.way_of(name, version) if filed.is_drawn(version) else None
    if found is None:
        raise NotFound(NO_SUCH)
    shape, way = found
    data = drawing.drawn(sheets.sheet_of(version), shape, way)
    return _alone(HttpResponse(data, content_type=drawing.TYPES[way]), name)


def _alone(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Content-Security-Policy"] = ALONE
    response["X-Content-Type-Options"] = "nosniff"
    return response
