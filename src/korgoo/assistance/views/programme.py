"""The page of a programme, its items, and its sealed words."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.assistance import presentation


@require_safe
@needs(Permission.PROGRAMME_VIEW)
def programme(request: MemberRequest, case_id: UUID) -> HttpResponse:
    words = presentation.programme_page(case_id, actor=request.actor)
    return render(request, "assistance/programme.html", words)


@require_safe
@needs(Permission.PROGRAMME_VIEW)
def item(request: MemberRequest, case_id: UUID, item_id: UUID) -> HttpResponse:
    words = presentation.item_page(case_id, item_id, actor=request.actor)
    return render(request, "assistance/item.html", words)


@require_safe
@needs(Permission.PROGRAMME_WRITE)
def words(request: MemberRequest, case_id: UUID) -> HttpResponse:
    found = presentation.words_page(case_id, actor=request.actor)
    return render(request, "assistance/words.html", found)
