"""The pages of decisions on the status, and every step on one."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import api as casework
from korgoo.countrypack import paper_languages
from korgoo.determination import presentation, printed, selectors, services
from korgoo.determination.enums import AppealBy, Conflict, NotifiedHow
from korgoo.determination.forms import (
    AppealForm,
    ConflictForm,
    DissentForm,
    NotifyForm,
    ProposalForm,
)
from korgoo.lib.attempts import READ, attempt, status_of

MAKE, VIEW = Permission.DETERMINATION_MAKE, Permission.DETERMINATION_VIEW
NOTIFY = Permission.DETERMINATION_NOTIFY


@require_safe
@needs(MAKE)
def list_decisions(request: MemberRequest) -> HttpResponse:
    rows = presentation.list_of_body(actor=request.actor)
    return render(request, "determination/list.html", {"rows": rows})


@kept_as(gettext_lazy("A decision on the status"), ProposalForm)
@require_http_methods(READ)
@needs(MAKE)
@once
def propose(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    card = casework.status_card(case_id, actor=actor, permission=MAKE)
    form = ProposalForm(request.POST or None, actor=actor, is_child=card.is_child)
    if form.is_valid():
        row = attempt(form, lambda: services.propose(case_id, form.proposal(), actor=actor))
        if row is not None:
            return redirect("determination:decision", proceeding_id=row.pk)
    words = {"card": card, "form": form, "row": None}
    return render(request, "determination/propose.html", words, status=status_of(form))


@kept_as(gettext_lazy("A decision on the status"), ProposalForm)
@require_http_methods(READ)
@needs(MAKE)
@once
def revise(request: MemberRequest, proceeding_id: UUID) -> HttpResponse:
    actor = request.actor
    row = selectors.get_proceeding(proceeding_id, actor=actor, permission=MAKE)
    card = casework.status_card(row.case_id, actor=actor, permission=MAKE)
    initial = {} if request.method == "POST" else presentation.proposed(row, actor=actor)
    form = ProposalForm(request.POST or None, actor=actor, is_child=card.is_child, initial=initial)
    if form.is_valid():
        deed = lambda: services.revise(proceeding_id, form.proposal(), actor=actor)  # noqa: E731
        if attempt(form, deed):
            return redirect("determination:decision", proceeding_id=proceeding_id)
    words = {"card": card, "form": form, "row": row}
    return render(request, "determination/propose.html", words, status=status_of(form))


@require_safe
@needs(VIEW)
def decision(request: MemberRequest, proceeding_id: UUID) -> HttpResponse:
    return _page(request, proceeding_id)


@require_safe
@needs(VIEW)
def reasons(request: MemberRequest, proceeding_id: UUID) -> HttpResponse:
    opened = services.open_reasons(proceeding_id, actor=request.actor)
    row = selectors.get_proceeding(proceeding_id, actor=request.actor, permission=VIEW)
    seats = {m.pk: m for m in row.members.select_related("organisation")}
    dissent = [
        {"seat": seats.get(d["member"]), "at": datetime.fromisoformat(d["at"]), "text": d["text"]}
        for d in opened.get("dissent", [])
    ]
    words = {"row": row, "reasons": opened.get("reasons", ""), "dissent": dissent}
    return render(request, "determination/reasons.html", words)


@require_safe
@needs(NOTIFY)
def paper(request: MemberRequest, proceeding_id: UUID) -> HttpResponse:
    actor, with_reasons = request.actor, request.GET.get("reasons") == "1"
    languages = paper_languages.chosen(request.GET, 2)
    row = services.note_printed(proceeding_id, with_reasons=with_reasons, actor=actor)
    opened = services.open_reasons(proceeding_id, actor=actor) if with_reasons else {}
    sheet = printed.decision(row, reasons=opened, languages=languages)
    return printed.answer(sheet, f"decision-{row.pk}.pdf")


@require_POST
@needs(MAKE)
@once
def review(request: MemberRequest, proceeding_id: UUID) -> HttpResponse:
    done = _("You have reviewed it as the second person. Now it can be decided.")
    return _do(request, proceeding_id, services.review, done)


@require_POST
@needs(MAKE)
@once
def decide(request: MemberRequest, proceeding_id: UUID) -> HttpResponse:
    done = _("It is decided. Tell the person now, in their language, and write down how.")
    return _do(request, proceeding_id, services.decide, done)


@require_POST
@needs(MAKE)
@once
def conflict(request: MemberRequest, proceeding_id: UUID, member_id: int) -> HttpResponse:
    def deed(form: Form) -> Any:
        said = Conflict(form.cleaned_data["conflict"])
        return services.say_conflict(proceeding_id, member_id, said, actor=request.actor)

    return _answer(request, proceeding_id, ConflictForm(request.POST), deed, _("Written down."))


@kept_as(gettext_lazy("A dissenting opinion"), DissentForm)
@require_http_methods(READ)
@needs(MAKE)
@once
def dissent(request: MemberRequest, proceeding_id: UUID, member_id: int) -> HttpResponse:
    actor = request.actor
    row = selectors.get_proceeding(proceeding_id, actor=actor, permission=MAKE)
    form = DissentForm(request.POST or None)
    if form.is_valid():
        text = form.cleaned_data["words"]
        deed = lambda: services.dissent(proceeding_id, member_id, text, actor=actor)  # noqa: E731
        if attempt(form, deed):
            return redirect("determination:decision", proceeding_id=proceeding_id)
    words = {"row": row, "form": form, "member_id": member_id}
    return render(request, "determination/dissent.html", words, status=status_of(form))


@kept_as(gettext_lazy("How a person was told of a decision"), NotifyForm)
@require_POST
@needs(NOTIFY)
@once
def notify(request: MemberRequest, proceeding_id: UUID) -> HttpResponse:
    def deed(form: Form) -> Any:
        given = form.cleaned_data
        how = NotifiedHow(given["how"])
        return services.notify(
            proceeding_id, how=how, language=given["language"], actor=request.actor
        )

    done = _("Written down. From today the person may appeal.")
    return _answer(request, proceeding_id, NotifyForm(request.POST), deed, done)


@require_POST
@needs(NOTIFY)
@once
def appeal(request: MemberRequest, proceeding_id: UUID) -> HttpResponse:
    def deed(form: Form) -> Any:
        by = AppealBy(form.cleaned_data["by"])
        return services.appeal(proceeding_id, by=by, actor=request.actor)

    done = _("Written down. The body has to decide anew; help goes on.")
    return _answer(request, proceeding_id, AppealForm(request.POST), deed, done)


def _do(
    request: MemberRequest, proceeding_id: UUID, deed: Callable[..., Any], done: str
) -> HttpResponse:
    """Take a step that asks nothing; what refuses it stands above the page."""
    return _answer(
        request,
        proceeding_id,
        Form(request.POST),
        lambda _form: deed(proceeding_id, actor=request.actor),
        done,
    )


def _answer(
    request: MemberRequest,
    proceeding_id: UUID,
    form: Form,
    deed: Callable[[Form], Any],
    done: str,
) -> HttpResponse:
    if form.is_valid() and attempt(form, lambda: deed(form)):
        messages.success(request, done)
        return redirect("determination:decision", proceeding_id=proceeding_id)
    return _page(request, proceeding_id, form=form)


def _page(
    request: MemberRequest, proceeding_id: UUID, *, form: Form | None = None
) -> HttpResponse:
    row = selectors.get_proceeding(proceeding_id, actor=request.actor, permission=VIEW)
    words = presentation.page(row, actor=request.actor)
    forms = {
        "notify_form": NotifyForm(),
        "appeal_form": AppealForm(),
        "conflict_form": ConflictForm(),
    }
    for name, blank in forms.items():
        words[name] = form if isinstance(form, type(blank)) else blank
    words["form"] = form or Form()
    return render(
        request, "determination/decision.html", words, status=status_of(form) if form else 200
    )
