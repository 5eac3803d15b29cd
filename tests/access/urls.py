"""A page with a form, as the missions have them, beside the platform's own addresses."""

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import include, path
from django.views.decorators.http import require_http_methods

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.access.http import kept_as, needs, once
from korgoo.web.urls import urlpatterns as platform


class NoteForm(forms.Form):
    note = forms.CharField(label="What happened")
    kind = forms.ChoiceField(label="Kind", choices=[("call", "A call"), ("visit", "A visit")])


@kept_as("A note", NoteForm)
@needs(Permission.CASE_OPEN)
@require_http_methods(["GET", "POST"])
@once
def note(request):
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = audit.record(Event.CASE_OPENED, actor=request.actor, target="tests.Note:1")
        return HttpResponseRedirect(f"/note/?row={row.seq}")
    if form.is_bound:
        audit.record(Event.CASE_OPENED, actor=request.actor, target="tests.Note:1")
    return HttpResponse("refused" if form.is_bound else "empty")


@needs(Permission.CASE_OPEN)
@once
def plain(request):
    return HttpResponseRedirect("/note/")


casework = ([path("plain/", plain, name="plain")], "casework")
urlpatterns = [*platform, path("note/", note, name="note"), path("", include(casework))]
