"""A comment on one part of a draft, and the answer to it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.consultation import policies, presentation, services
from korgoo.consultation.enums import AnswerKind
from korgoo.consultation.forms import AnswerForm, CommentForm, takes
from korgoo.lib.attempts import READ


@kept_as(gettext_lazy("Comment on a draft"), CommentForm)
@require_http_methods(READ)
@needs(Permission.CONSULTATION_VIEW)
@once
def item(request: MemberRequest, consultation_id: UUID) -> HttpResponse:
    # A form that was kept comes back without what stood behind the question mark.
    key = request.POST.get("item", request.GET.get("item", ""))
    words = presentation.part(consultation_id, key, actor=request.actor)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and takes(form, words["verdict"]):
        text = form.cleaned_data["text"]
        services.write_comment(consultation_id, words["part"].key, text, actor=request.actor)
        messages.success(request, _("Your comment is there. Every organisation can read it."))
        return redirect(presentation.place_of(words["card"], words["part"].number))
    status = 422 if form.errors else 200
    return render(request, "consultation/item.html", words | {"form": form}, status=status)


@kept_as(gettext_lazy("Answer to a comment on a draft"), AnswerForm)
@require_http_methods(READ)
@needs(Permission.COMMENT_ANSWER)
@once
def answer(request: MemberRequest, comment_id: UUID) -> HttpResponse:
    words = presentation.answer(comment_id, actor=request.actor)
    seen = request.POST.get("seen", "")
    form = AnswerForm(request.POST or None, initial=words["given"])
    up_to_date = policies.up_to_date(words["answer_mark"], seen=seen)
    if request.method == "POST" and takes(form, words["verdict"], up_to_date):
        kind, reason = AnswerKind(form.cleaned_data["verdict"]), form.cleaned_data["reason"]
        services.answer_comment(comment_id, kind, reason, seen=seen, actor=request.actor)
        messages.success(request, _("Every organisation can read your answer."))
        return redirect(presentation.place_of(words["card"], words["part"].number))
    status = 422 if form.errors else 200
    return render(request, "consultation/answer.html", words | {"form": form}, status=status)
