"""The documents for everybody: the page is drawn once, without a cookie."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from korgoo.access.http import public
from korgoo.lib.drawn import drawn_once
from korgoo.library import api, selectors
from korgoo.library.presentation.documents import public_page
from korgoo.library.views.files import sent


@public
@require_safe
@drawn_once(api.version)
def listed(request: HttpRequest) -> HttpResponse:
    return render(request, "library/public.html", public_page())


@public
@require_safe
def file(request: HttpRequest, document_id: UUID, number: int) -> HttpResponse:
    row = selectors.get_public_version(document_id, number)
    if row.number != number:
        return redirect("library_public:file", document_id=document_id, number=row.number)
    return sent(row)
