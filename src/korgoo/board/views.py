"""The board of the co-ordinator."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.board import presentation


@require_safe
@needs(Permission.CASE_WATCH)
def board(request: MemberRequest) -> HttpResponse:
    return render(request, "board/board.html", presentation.board(actor=request.actor))
