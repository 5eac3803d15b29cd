"""Those who answer: what waits, one conversation, and what is done with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.helpline import presentation, services
from korgoo.helpline.forms import AnswerForm, ColleagueForm, PassOnForm
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.lib.errors import DomainError, Locked, NotFound

ANSWER = Permission.HELP_ANSWER
# A picture from outside runs nothing and reaches nothing, whatever it holds.
ALONE = "default-src 'none'; sandbox"


@require_safe
@needs(ANSWER)
def queue(request: MemberRequest) -> HttpResponse:
    lines = presentation.queue_lines(actor=request.actor)
    return render(request, "helpline/queue.html", {"lines": lines})


@require_safe
@needs(ANSWER)
def conversation(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    words = _about(request, conversation_id)
    return render(request, "helpline/conversation.html", words)


@kept_as(_("An answer to somebody without a name"), AnswerForm)
@require_http_methods(READ)
@needs(ANSWER)
@once
def opened(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        text = form.cleaned_data["text"]
        if succeeds(form, lambda: services.answer(conversation_id, text, actor=request.actor)):
            messages.success(request, _("The answer is sealed and waits for the person."))
            return redirect("helpline:queue")
    words = _about(request, conversation_id) | {
        "form": form,
        "messages_of": presentation.opened_messages(conversation_id, actor=request.actor),
    }
    return render(request, "helpline/opened.html", words, status=status_of(form))


@require_POST
@needs(ANSWER)
@once
def take(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    if not _done(request, lambda: services.take(conversation_id, actor=request.actor)):
        return redirect("helpline:conversation", conversation_id=conversation_id)
    return redirect("helpline:opened", conversation_id=conversation_id)


@require_POST
@needs(ANSWER)
@once
def release(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    _done(request, lambda: services.release(conversation_id, actor=request.actor))
    return redirect("helpline:conversation", conversation_id=conversation_id)


@require_POST
@needs(ANSWER)
@once
def end(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    _done(request, lambda: services.end(conversation_id, actor=request.actor))
    return redirect("helpline:conversation", conversation_id=conversation_id)


@kept_as(_("Handing a conversation to a colleague"), ColleagueForm)
@require_http_methods(READ)
@needs(ANSWER)
@once
def hand_over(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    words = _about(request, conversation_id)
    form = ColleagueForm(request.POST or None, colleagues=words["row"]["colleagues"])
    if form.is_valid():
        to = form.cleaned_data["to"]
        if succeeds(
            form, lambda: services.hand_over(conversation_id, to_id=to, actor=request.actor)
        ):
            return redirect("helpline:queue")
    return render(
        request, "helpline/hand_over.html", words | {"form": form}, status=status_of(form)
    )


@kept_as(_("Telling somebody without a name who can help"), PassOnForm)
@require_http_methods(READ)
@needs(ANSWER)
@once
def pass_on(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    form = PassOnForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        if succeeds(
            form,
            lambda: services.pass_on(
                conversation_id, body=data["body"], text=data["text"], actor=request.actor
            ),
        ):
            return redirect("helpline:queue")
    words = _about(request, conversation_id) | {"form": form}
    return render(request, "helpline/pass_on.html", words, status=status_of(form))


@require_http_methods(READ)
@needs(ANSWER)
@once
def refuse(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    if request.method == "POST":
        _done(request, lambda: services.refuse(conversation_id, actor=request.actor))
        return redirect("helpline:queue")
    return render(request, "helpline/refuse.html", _about(request, conversation_id))


@require_safe
@needs(ANSWER)
def photo(request: MemberRequest, conversation_id: UUID, key: UUID) -> HttpResponse:
    made = services.open_photo(conversation_id, key, actor=request.actor)
    response = HttpResponse(made.data, content_type=made.media_type)
    response["Content-Security-Policy"] = ALONE
    response["Cache-Control"] = "no-store, private"
    return response


def _about(request: MemberRequest, conversation_id: UUID) -> dict[str, Any]:
    return {"row": presentation.conversation_page(conversation_id, actor=request.actor)}


def _done(request: MemberRequest, deed: Callable[[], object]) -> bool:
    """Do what one button does; a refusal is said on the page that follows."""
    try:
        deed()
    except (NotFound, Locked):
        raise
    except DomainError as error:
        messages.error(request, str(error.message))
        return False
    return True
