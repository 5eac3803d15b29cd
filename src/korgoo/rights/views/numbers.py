"""Numbers: called, corrected everywhere in one act, taken off when they are wrong."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.rights import selectors, services
from korgoo.rights.forms import CallsForm, NumberForm, NumbersForm
from korgoo.rights.presentation import numbers as presentation
from korgoo.rights.presentation.parts import places

if TYPE_CHECKING:
    from korgoo.rights.models import Number

EDIT, APPROVE = Permission.CONTENT_EDIT, Permission.CONTENT_APPROVE


@require_safe
@needs(EDIT)
def numbers(request: MemberRequest) -> HttpResponse:
    form = NumbersForm(request.GET or None, places=places())
    page = presentation.list_page(form, actor=request.actor)
    return render(request, "rights/numbers.html", page)


@kept_as(gettext_lazy("Numbers that were called"))
@require_http_methods(READ)
@needs(APPROVE)
@once
def check(request: MemberRequest) -> HttpResponse:
    where = NumbersForm(request.GET or None, places=places()).asked("destination")
    form = CallsForm(request.POST or None)
    if form.is_valid():
        done = services.record_calls(form.calls(), actor=request.actor)
        _say_called(request, done)
        return redirect("rights:numbers")
    page = presentation.check_page(form, where, actor=request.actor)
    return render(request, "rights/check.html", page, status=status_of(form))


@require_safe
@needs(EDIT)
def number(request: MemberRequest, key: str) -> HttpResponse:
    page = presentation.number_page(key, actor=request.actor)
    return render(request, "rights/number.html", page)


@kept_as(gettext_lazy("A new number to call"), NumberForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add(request: MemberRequest) -> HttpResponse:
    form = NumberForm(request.POST or None, places=places())
    if form.is_valid():
        made = services.add_number(form.facts(), actor=request.actor)
        messages.success(request, _("The number is given from now on."))
        return redirect("rights:number", key=made.key)
    words = {"form": form, "name": "", "naming": [], "spelled": []}
    return render(request, "rights/correct.html", words, status=status_of(form))


@kept_as(gettext_lazy("Correction of a number"), NumberForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def correct(request: MemberRequest, key: str) -> HttpResponse:
    found = selectors.get_number(key, actor=request.actor)
    form = NumberForm(request.POST or None, places=places(), initial=_initial(request, found))
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        made = attempt(
            form,
            lambda: services.correct_number(key, form.facts(), seen=seen, actor=request.actor),
        )
        if made:
            messages.success(request, _("The number is corrected everywhere."))
            return redirect("rights:number", key=key)
        form = _with_mark(form, services.mark_of(found))
    words = {"form": form, "key": key, "name": presentation.name_of(found)}
    page = words | presentation.named_by(found)
    return render(request, "rights/correct.html", page, status=status_of(form))


@require_POST
@needs(EDIT)
@once
def keep(request: MemberRequest, key: str) -> HttpResponse:
    seen = request.POST.get("seen", "")
    services.keep_number(key, seen=seen, actor=request.actor)
    messages.success(request, _("The number stays as it is here."))
    return redirect("rights:number", key=key)


def _initial(request: MemberRequest, found: "Number") -> dict[str, object]:
    """Begin with what stands, or with what a newer file proposes when that was asked for."""
    said = found.said()
    if "proposed" in request.GET and found.proposed:
        said = found.proposed
    return NumberForm.filled_from(said) | {"seen": services.mark_of(found)}


def _with_mark(form: NumberForm, mark: str) -> NumberForm:
    """Show the form again with the number as it is now: who sends it once more has seen it."""
    data: Any = form.data
    data = data.copy()
    data["seen"] = mark
    form.data = data
    return form


def _say_called(request: MemberRequest, done: services.Called) -> None:
    words = ngettext("%(num)s call is written down.", "%(num)s calls are written down.", done.done)
    messages.success(request, words % {"num": done.done})
    if done.changed:
        messages.warning(
            request, _("Somebody changed a number that you called. Call the new one.")
        )
