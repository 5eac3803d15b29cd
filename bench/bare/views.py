import secrets

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from korgoo.access.models import Organisation
from korgoo.casework.models import Case
from korgoo.helpline.models import Conversation, Message
from korgoo.lib import clock

PAGE = 25
# As long as the front page, so that both send as much.
WORDS = "<!doctype html><html><head><title>Bare</title></head><body>" + "<p>Words.</p>" * 610
PIECE = "<p>Words.</p>"


class NoteForm(forms.Form):
    text = forms.CharField(max_length=4000)
    danger = forms.ChoiceField(choices=[("yes", "yes"), ("unknown", "unknown"), ("no", "no")])
    form = forms.UUIDField()


def words(request: HttpRequest) -> HttpResponse:
    return HttpResponse(WORDS)


def as_many(request: HttpRequest, size: int) -> HttpResponse:
    """As many bytes as somebody else's page has."""
    return HttpResponse((PIECE * (size // len(PIECE) + 1))[:size])


@csrf_exempt
def note(request: HttpRequest) -> HttpResponse:
    """Keep what somebody wrote: the rows that a message for help has, in clear."""
    form = NoteForm(request.POST)
    if not form.is_valid():
        return HttpResponse(form.as_p(), status=422)
    data, now = form.cleaned_data, clock.now()
    with transaction.atomic():
        conversation = Conversation.objects.create(
            place=secrets.token_hex(32),
            public=b"",
            organisation=Organisation.objects.only("pk").earliest("pk"),
            language="ky",
            danger=data["danger"],
            answer_way="here",
            opened_at=now,
            waits_since=now,
            last_at=now,
        )
        Message.objects.create(
            conversation=conversation,
            key=data["form"],
            author="person",
            at=now,
            helpline_key_id=0,
            to_helpline=data["text"].encode(),
            to_person=b"",
        )
    return HttpResponse(WORDS)


def rows(request: HttpRequest) -> HttpResponse:
    newest = Case.objects.order_by("-opened_at", "-pk")[:PAGE]
    return render(request, "bare/rows.html", {"rows": newest})
