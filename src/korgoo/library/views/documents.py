"""The library as members read it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.library import selectors
from korgoo.library.forms import SearchForm
from korgoo.library.presentation import documents
from korgoo.library.views.files import sent

VIEW = Permission.DOCUMENT_VIEW


@require_safe
@needs(VIEW)
def listed(request: MemberRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    form.is_valid()
    words, kind = form.cleaned_data.get("q", ""), form.cleaned_data.get("kind", "")
    page = documents.shelves(words.strip(), kind, actor=request.actor)
    return render(request, "library/list.html", page | {"form": form})


@require_safe
@needs(VIEW)
def document(request: MemberRequest, document_id: UUID) -> HttpResponse:
    page = documents.document_page(document_id, actor=request.actor)
    return render(request, "library/document.html", page)


@require_safe
@needs(VIEW)
def file(request: MemberRequest, document_id: UUID, number: int) -> HttpResponse:
    return sent(selectors.get_version(document_id, number, actor=request.actor))
