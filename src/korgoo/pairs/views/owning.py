"""An owner asks who else helps the person of an own case, and answers what is asked about own cases."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import api as casework
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.pairs import presentation, selectors, services
from korgoo.pairs.enums import PersonSays, QuestionState
from korgoo.pairs.forms import AnswerForm, AskForm


@require_safe
@needs(Permission.PAIR_ASK)
def mine(request: MemberRequest) -> HttpResponse:
    return render(request, "pairs/mine.html", presentation.of_house(actor=request.actor))


@require_POST
@needs(Permission.PAIR_ASK)
@once
def compare(request: MemberRequest) -> HttpResponse:
    services.compare_more(actor=request.actor, most=5 * services.STEP)
    return redirect("pairs:mine")


@kept_as(_("An ask about the same person"), AskForm)
@require_http_methods(READ)
@needs(Permission.PAIR_ASK)
@once
def ask(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = casework.case_card(case_id, actor=actor, permission=Permission.PAIR_ASK)
    form = AskForm(request.POST or None)
    if form.is_valid():
        says = PersonSays(form.cleaned_data["says"])
        why = form.cleaned_data["why"]
        deed = partial(services.ask, case_id, says=says, why=why, actor=actor)
        if attempt(form, deed):
            return redirect("casework:case", case_id=case_id)
    words = {"case": case, "form": form}
    return render(request, "pairs/ask.html", words, status=status_of(form))


@require_POST
@needs(Permission.PAIR_ASK)
@once
def take_back(request: MemberRequest, case_id: UUID) -> HttpResponse:
    services.take_back(case_id, actor=request.actor)
    return redirect("casework:case", case_id=case_id)


@kept_as(_("An answer about the same person"), AnswerForm)
@require_http_methods(READ)
@needs(Permission.PAIR_ANSWER)
@once
def question(request: MemberRequest, question_id: UUID) -> HttpResponse:
    actor = request.actor
    asked = selectors.asked_of(selectors.get_question(question_id, actor=actor), actor=actor)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        deed = partial(
            services.answer,
            question_id,
            QuestionState(told["to"]),
            says=PersonSays(told["says"] or PersonSays.NOT_SAFE),
            why=told["why"],
            actor=actor,
        )
        if attempt(form, deed):
            return redirect("casework:case", case_id=asked.case_id)
    words = {"asked": presentation.question_words(asked, actor=actor), "form": form}
    return render(request, "pairs/question.html", words, status=status_of(form))


@require_POST
@needs(Permission.PAIR_ANSWER)
@once
def take_answer_back(request: MemberRequest, question_id: UUID) -> HttpResponse:
    services.take_answer_back(question_id, actor=request.actor)
    return redirect("pairs:question", question_id=question_id)


@require_POST
@needs(Permission.PAIR_ASK)
@once
def part(request: MemberRequest, connection_id: UUID) -> HttpResponse:
    case_id = services.part(connection_id, actor=request.actor)
    return redirect("casework:case", case_id=case_id)
