"""What an organisation had and has no more: it is told why, instead of an empty "not found"."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.casework import oversight, services
from korgoo.casework.forms.notices import NoticesForm
from korgoo.lib.errors import NotFound

P = ParamSpec("P")
View = Callable[Concatenate[Any, P], HttpResponse]
GONE = 404


def or_gone(view: View[P]) -> View[P]:
    """Say why a page is gone to an organisation that was told so; to all others it never was."""

    @wraps(view)
    def shown(request: Any, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotFound:
            case_id = UUID(str(kwargs["case_id"]))
            word = oversight.was_told(case_id, actor=request.actor)
            if word is None:
                raise
            words: dict[str, Any] = {"kind": word.get_kind_display(), "at": word.sent_at}
            return render(request, "casework/gone.html", words, status=GONE)

    return shown


@require_POST
@needs(Permission.ACCOUNT_USE)
@once
def notice_read(request: MemberRequest, notice_id: int) -> HttpResponse:
    services.read_notice(notice_id, actor=request.actor)
    return redirect("web:home")


@require_POST
@needs(Permission.ACCOUNT_USE)
@once
def notices_read(request: MemberRequest) -> HttpResponse:
    form = NoticesForm(request.POST)
    if form.is_valid():
        services.read_notices(form.cleaned_data["read"], actor=request.actor)
    else:
        messages.error(request, _("Choose at least one notice that you have read."))
    return redirect("web:home")
