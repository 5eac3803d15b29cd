"""The person's page as the owner of the case handles it: code, messages, appointments, opinions."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import api as casework
from korgoo.countrypack import paper_languages
from korgoo.lib import clock, codes
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.lib.collation import place_of
from korgoo.lib.errors import NotFound
from korgoo.mypage import card as cards
from korgoo.mypage import presentation, selectors, services
from korgoo.mypage.enums import Rating
from korgoo.mypage.forms import AnswerForm, AppointmentForm, CodeForm
from korgoo.referral import api as referral
from korgoo.referral import fresh_codes

MANAGE = Permission.PAGE_MANAGE


@require_safe
@needs(MANAGE)
def waiting(request: MemberRequest) -> HttpResponse:
    rows = selectors.list_waiting(actor=request.actor)
    lines = [{"row": row, "code": codes.spoken(row.case_code)} for row in rows]
    return render(request, "mypage/waiting.html", {"lines": lines})


@kept_as(_("The person's code"), CodeForm)
@require_http_methods(READ)
@needs(MANAGE)
@once
def make_code(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = _case(request, case_id)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        made = attempt(
            form,
            lambda: services.make_code(
                case_id,
                other=data["other"],
                leaves_mark=data["leaves_mark"],
                actor=request.actor,
            ),
        )
        if made:
            page, code = made
            fresh_codes.keep(request, page.pk, code)
            return redirect("mypage:made", case_id=case_id)
    words = {"case": case, "form": form, "page": selectors.page_of(case_id)}
    return render(request, "mypage/make_code.html", words, status=status_of(form))


@require_safe
@needs(MANAGE)
def made(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = _case(request, case_id)
    page = selectors.page_of(case_id)
    code = fresh_codes.read(request, page.pk) if page else ""
    words = {
        "case": case,
        "page": page,
        "code": codes.spoken(code),
        "address": request.build_absolute_uri(reverse("mypage:door")),
    }
    return render(request, "mypage/made.html", words)


@require_safe
@needs(MANAGE)
def card(request: MemberRequest, case_id: UUID) -> HttpResponse:
    languages = paper_languages.chosen(request.GET, 2)
    _case(request, case_id)
    page = selectors.page_of(case_id)
    code = fresh_codes.read(request, page.pk) if page else ""
    if page is None or not code:
        raise NotFound(_("The code is not shown any more. Make a new one."))
    address = request.build_absolute_uri(reverse("mypage:door"))
    printed = cards.render(page.spoken_number, codes.spoken(code), address, languages)
    response = HttpResponse(printed, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="card.pdf"'
    return response


@require_POST
@needs(MANAGE)
@once
def cancel(request: MemberRequest, case_id: UUID) -> HttpResponse:
    services.cancel_code(case_id, actor=request.actor)
    return redirect("casework:case", case_id=case_id)


@kept_as(_("An answer to the person"), AnswerForm)
@require_http_methods(READ)
@needs(MANAGE)
@once
def messages(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = _case(request, case_id)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        text = form.cleaned_data["text"]
        if succeeds(form, lambda: services.answer(case_id, text, actor=request.actor)):
            return redirect("mypage:messages", case_id=case_id)
    words: dict[str, Any] = {
        "case": case,
        "form": form,
        "page": selectors.page_of(case_id),
        "lines": presentation.messages_of_case(case_id, actor=request.actor),
        "requests": selectors.open_requests(case_id),
    }
    return render(request, "mypage/messages.html", words, status=status_of(form))


@require_POST
@needs(MANAGE)
@once
def note(request: MemberRequest, case_id: UUID) -> HttpResponse:
    services.note_all(case_id, actor=request.actor)
    return redirect("mypage:messages", case_id=case_id)


@kept_as(_("An appointment of the person"), AppointmentForm)
@require_http_methods(READ)
@needs(MANAGE)
@once
def appointments(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = _case(request, case_id)
    form = AppointmentForm(request.POST or None, houses=_houses(request, case))
    if form.is_valid():
        data = form.cleaned_data
        if succeeds(
            form,
            lambda: services.make_appointment(
                case_id,
                data["day"],
                data["hour"],
                with_id=int(data["with_id"]),
                words=data["words"],
                actor=request.actor,
            ),
        ):
            return redirect("mypage:appointments", case_id=case_id)
    rows = presentation.appointments_of_case(case_id, actor=request.actor)
    words = {"case": case, "form": form, "rows": rows}
    return render(request, "mypage/appointments.html", words, status=status_of(form))


@require_POST
@needs(MANAGE)
@once
def cancel_appointment(request: MemberRequest, case_id: UUID) -> HttpResponse:
    try:
        appointment_id = UUID(request.POST.get("appointment", ""))
    except ValueError:
        raise NotFound(_("We found no such appointment.")) from None
    services.cancel_appointment(case_id, appointment_id, actor=request.actor)
    return redirect("mypage:appointments", case_id=case_id)


@require_safe
@needs(Permission.OPINION_VIEW)
def opinions(request: MemberRequest) -> HttpResponse:
    quarters = selectors.list_quarters(actor=request.actor, today=clock.today())
    opened = request.GET.get("quarter", "")
    texts = services.open_opinions(opened, actor=request.actor) if opened else []
    words = {
        "quarters": quarters,
        "opened": opened,
        "texts": [payload["text"] for _row, payload in texts if payload["text"]],
        "ratings": [(r.value, r.label) for r in Rating],
    }
    return render(request, "mypage/opinions.html", words)


def _case(request: MemberRequest, case_id: UUID) -> casework.CaseCard:
    return casework.case_card(case_id, actor=request.actor, permission=MANAGE)


def _houses(request: MemberRequest, case: casework.CaseCard) -> list[tuple[str, str]]:
    """Name the organisations with whom the person may meet: one's own, and those asked to help."""
    own = access.card(case.owner_id)
    asked = {c.receiver_id: c.receiver for c in referral.of_case(case.id, actor=request.actor)}
    by_name = sorted(asked.items(), key=lambda pair: place_of(pair[1]))
    return [(str(pk), name) for pk, name in {own.id: own.name, **dict(by_name)}.items()]
