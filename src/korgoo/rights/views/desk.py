"""The desk of the editors, and the life of what they write."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import attempt, status_of
from korgoo.rights import services
from korgoo.rights.forms import ConfirmForm, DeskForm, LogForm
from korgoo.rights.presentation import desk as presentation
from korgoo.rights.presentation.parts import places

EDIT, APPROVE = Permission.CONTENT_EDIT, Permission.CONTENT_APPROVE


@require_safe
@needs(EDIT)
def desk(request: MemberRequest) -> HttpResponse:
    return _desk(request, ConfirmForm())


@kept_as(gettext_lazy("Statements that are still true"), ConfirmForm)
@require_POST
@needs(APPROVE)
@once
def confirm_many(request: MemberRequest) -> HttpResponse:
    form = ConfirmForm(request.POST)
    if form.is_valid():
        chosen, looked_at = form.cleaned_data["chosen"], form.cleaned_data["looked_at"]
        done = attempt(
            form,
            lambda: services.confirm_statements(chosen, looked_at=looked_at, actor=request.actor),
        )
        if done is not None:
            _say_confirmed(request, len(done), len(chosen) - len(done))
            return redirect("rights:desk")
    return _desk(request, form)


@require_safe
@needs(EDIT)
def log(request: MemberRequest) -> HttpResponse:
    form = LogForm(request.GET or None, places=places())
    page = presentation.log_page(form, actor=request.actor)
    return render(request, "rights/log.html", page)


@require_safe
@needs(EDIT)
def life(request: MemberRequest, key: str) -> HttpResponse:
    page = presentation.life_page(key, actor=request.actor)
    return render(request, "rights/life.html", page)


def _desk(request: MemberRequest, confirm: ConfirmForm) -> HttpResponse:
    form = DeskForm(request.GET or None, places=places())
    page = presentation.desk_page(form, confirm, actor=request.actor)
    return render(request, "rights/desk.html", page, status=status_of(confirm))


def _say_confirmed(request: MemberRequest, done: int, gone: int) -> None:
    words = ngettext(
        "%(num)s statement is still true, and told for a further while.",
        "%(num)s statements are still true, and told for a further while.",
        done,
    )
    messages.success(request, words % {"num": done})
    if gone:
        messages.warning(
            request, _("Some were changed or ended meanwhile. Look at them as they are now.")
        )
