"""Documents come in, get versions and readers, and go out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.lib.fields import upload_field
from korgoo.library import readers, selectors, services
from korgoo.library.forms import DocumentForm, FactsForm, ReasonForm, VersionForm
from korgoo.library.forms.documents import ACCEPTED
from korgoo.library.presentation import documents

PUBLISH = Permission.DOCUMENT_PUBLISH


@require_http_methods(READ)
@needs(PUBLISH)
@once
def add(request: MemberRequest) -> HttpResponse:
    offered = readers.offered(actor=request.actor, is_public_offered=True)
    form = DocumentForm(request.POST or None, request.FILES or None, offered=offered)
    if form.is_valid():
        row = attempt(
            form,
            lambda: services.add_document(form.facts(), form.version(), actor=request.actor),
        )
        if row:
            messages.success(request, _("The document is in the library."))
            return redirect("library:document", document_id=row.pk)
    words = {"form": form, "upload": upload_field(form, accept=ACCEPTED)}
    return render(request, "library/add.html", words, status=status_of(form))


@kept_as(gettext_lazy("Title and readers of a document"))
@require_http_methods(READ)
@needs(PUBLISH)
@once
def change(request: MemberRequest, document_id: UUID) -> HttpResponse:
    row = selectors.get_document(document_id, actor=request.actor)
    form = FactsForm(
        request.POST or None,
        initial=documents.usual(row),
        offered=documents.offered_for(row, actor=request.actor),
    )
    if form.is_valid() and succeeds(
        form,
        lambda: services.change_document(document_id, form.facts(), actor=request.actor),
    ):
        messages.success(request, _("Title and readers are saved."))
        return redirect("library:document", document_id=document_id)
    page = documents.document_page(document_id, actor=request.actor) | {"form": form}
    return render(request, "library/change.html", page, status=status_of(form))


@require_http_methods(READ)
@needs(PUBLISH)
@once
def add_version(request: MemberRequest, document_id: UUID) -> HttpResponse:
    page = documents.document_page(document_id, actor=request.actor)
    form = VersionForm(request.POST or None, request.FILES or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.add_version(document_id, form.version(), actor=request.actor),
    ):
        messages.success(request, _("The new version counts from now on. Earlier ones stay."))
        return redirect("library:document", document_id=document_id)
    page |= {"form": form, "upload": upload_field(form, accept=ACCEPTED)}
    return render(request, "library/version.html", page, status=status_of(form))


@kept_as(gettext_lazy("Why a document is taken out"), ReasonForm)
@require_http_methods(READ)
@needs(PUBLISH)
@once
def withdraw(request: MemberRequest, document_id: UUID) -> HttpResponse:
    page = documents.document_page(document_id, actor=request.actor)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.withdraw_document(
            document_id, form.cleaned_data["reason"], actor=request.actor
        ),
    ):
        messages.success(request, _("The document is out of the library."))
        return redirect("library:document", document_id=document_id)
    return render(request, "library/withdraw.html", page | {"form": form}, status=status_of(form))
