"""Bodies: who sits there now and on any past day, and what their keepers change."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.councils import policies, selectors, services
from korgoo.councils.forms import BodyForm, DayForm, LastDayForm, OfficeForm, SeatForm
from korgoo.councils.models import Body
from korgoo.councils.presentation import bodies as shown
from korgoo.lib import clock
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.lib.errors import NotFound

VIEW, EDIT = Permission.BODY_VIEW, Permission.BODY_EDIT


@require_safe
@needs(VIEW)
def listed(request: MemberRequest) -> HttpResponse:
    return render(request, "councils/list.html", shown.list_page(actor=request.actor))


@require_safe
@needs(VIEW)
def body(request: MemberRequest, body_id: int) -> HttpResponse:
    asked = any(key.startswith("day") for key in request.GET)
    form = DayForm(request.GET if asked else None, initial={"day": clock.today()})
    day = form.cleaned_data["day"] if form.is_valid() else clock.today()
    page = shown.body_page(body_id, day, actor=request.actor)
    return render(request, "councils/body.html", page | {"form": form})


@kept_as(gettext_lazy("A new council"), BodyForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def found(request: MemberRequest) -> HttpResponse:
    if not policies.oversee(request.actor):
        raise NotFound(_("We found no such page."))
    form = BodyForm(request.POST or None, organisations=shown.organisation_choices())
    if form.is_valid():
        row = attempt(form, lambda: services.found_body(form.to_facts(), actor=request.actor))
        if row:
            messages.success(request, _("The council is there. Now give seats."))
            return redirect("councils:body", body_id=row.pk)
    words = {"form": form, "title": _("A new council"), "body": None}
    return render(request, "councils/form.html", words, status=status_of(form))


@kept_as(gettext_lazy("Facts of a council"), BodyForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def change(request: MemberRequest, body_id: int) -> HttpResponse:
    row = _overseen(request, body_id)
    form = BodyForm(
        request.POST or None,
        organisations=shown.organisation_choices(),
        initial=shown.body_initial(row),
    )
    if form.is_valid() and succeeds(
        form, lambda: services.change_body(body_id, form.to_facts(), actor=request.actor)
    ):
        messages.success(request, _("Saved."))
        return redirect("councils:body", body_id=body_id)
    words = shown.head(row) | {"form": form, "title": _("What is known of it")}
    return render(request, "councils/form.html", words, status=status_of(form))


@kept_as(gettext_lazy("End of a council"), LastDayForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def end(request: MemberRequest, body_id: int) -> HttpResponse:
    row = _overseen(request, body_id)
    form = LastDayForm(request.POST or None, initial={"last_day": clock.today()})
    if form.is_valid() and succeeds(
        form,
        lambda: services.end_body(body_id, form.cleaned_data["last_day"], actor=request.actor),
        field="last_day",
    ):
        messages.success(request, _("The council ends on this day. Everything stays to be read."))
        return redirect("councils:body", body_id=body_id)
    words = shown.head(row) | {"form": form, "title": _("This council ends")}
    return render(request, "councils/form.html", words, status=status_of(form))


@kept_as(gettext_lazy("A seat in a council"), SeatForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_seat(request: MemberRequest, body_id: int) -> HttpResponse:
    row = selectors.get_kept(body_id, actor=request.actor)
    form = SeatForm(
        request.POST or None,
        organisations=shown.organisation_choices(),
        initial={"kind": "member", "valid_from": clock.today()},
    )
    if form.is_valid() and succeeds(
        form,
        lambda: services.add_seat(body_id, form.to_facts(), actor=request.actor),
        field="organisation",
    ):
        messages.success(request, _("The seat is given."))
        return redirect("councils:body", body_id=body_id)
    words = shown.head(row) | {"form": form, "title": _("Give a seat")}
    return render(request, "councils/form.html", words, status=status_of(form))


@kept_as(gettext_lazy("End of a seat in a council"), LastDayForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def end_seat(request: MemberRequest, seat_id: int) -> HttpResponse:
    seat = selectors.get_seat(seat_id, actor=request.actor)
    form = LastDayForm(request.POST or None, initial={"last_day": clock.today()})
    if form.is_valid() and succeeds(
        form,
        lambda: services.end_seat(seat_id, form.cleaned_data["last_day"], actor=request.actor),
        field="last_day",
    ):
        messages.success(
            request, _("The seat ends on this day. It stays in the past composition.")
        )
        return redirect("councils:body", body_id=seat.body_id)
    title = _("The seat of %(organisation)s ends") % {"organisation": seat.organisation.name}
    words = shown.head(seat.body) | {"form": form, "title": title}
    return render(request, "councils/form.html", words, status=status_of(form))


@kept_as(gettext_lazy("Office on a seat"), OfficeForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def office(request: MemberRequest, seat_id: int) -> HttpResponse:
    seat = selectors.get_seat(seat_id, actor=request.actor)
    initial = {"position": seat.position, "phone": seat.phone}
    form = OfficeForm(request.POST or None, initial=initial)
    if form.is_valid():
        services.change_office(seat_id, **form.cleaned_data, actor=request.actor)
        messages.success(request, _("Saved."))
        return redirect("councils:body", body_id=seat.body_id)
    title = _("Who speaks for %(organisation)s") % {"organisation": seat.organisation.name}
    words = shown.head(seat.body) | {"form": form, "title": title}
    return render(request, "councils/form.html", words, status=status_of(form))


def _overseen(request: MemberRequest, body_id: int) -> Body:
    if not policies.oversee(request.actor):
        raise NotFound(_("We found no such page."))
    return selectors.get_body(body_id, actor=request.actor)
