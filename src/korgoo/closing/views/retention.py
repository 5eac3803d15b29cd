"""What is kept of closed cases, what will be erased, and holding it back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.closing import selectors, services
from korgoo.closing.enums import Hold
from korgoo.closing.forms import HoldForm
from korgoo.closing.presentation import kept_row, retention_rows, rules
from korgoo.lib.attempts import READ, attempt, status_of


@require_safe
@needs(Permission.RETENTION_VIEW)
def kept(request: MemberRequest) -> HttpResponse:
    words = {"rows": retention_rows(actor=request.actor), "rules": rules()}
    return render(request, "closing/kept.html", words)


@require_http_methods(READ)
@needs(Permission.RETENTION_HOLD)
@once
def hold(request: MemberRequest, kept_id: int) -> HttpResponse:
    row = selectors.get_kept(kept_id, actor=request.actor)
    form = HoldForm(request.POST or None)
    if form.is_valid():
        ground = Hold(form.cleaned_data["hold"])
        if attempt(form, lambda: services.hold_back(kept_id, ground, actor=request.actor)):
            return redirect("closing:kept")
    words = {"row": kept_row(row), "form": form}
    return render(request, "closing/hold.html", words, status=status_of(form))


@require_POST
@needs(Permission.RETENTION_HOLD)
@once
def release(request: MemberRequest, kept_id: int) -> HttpResponse:
    services.release(kept_id, actor=request.actor)
    return redirect("closing:kept")
