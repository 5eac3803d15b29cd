"""Forms that could not be taken: kept, shown, sent again or thrown away."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from korgoo.access import kept, kept_words
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once, public


@needs(Permission.ACCOUNT_USE)
@require_safe
def show(request: MemberRequest, form_id: UUID) -> HttpResponse:
    form, fields = kept.open_kept(form_id, actor=request.actor)
    words = {
        "kept_form": form,
        "title": kept_words.title_of(form.path),
        "lines": kept_words.lines_of(form.path, fields),
        "fields": [(name, value) for name, values in fields.items() for value in values],
        "can_be_sent": kept_words.is_there(form.path),
    }
    return render(request, "access/kept.html", words)


@needs(Permission.ACCOUNT_USE)
@require_POST
@once
def forget(request: MemberRequest, form_id: UUID) -> HttpResponse:
    kept.forget(form_id, user_id=request.user.pk)
    return redirect("web:home")


@public
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a half-typed form that a page's script sends when the page is left."""
    form = kept.keep(request)
    return HttpResponse(status=204 if form is None else 201)
