"""What is done with one promise. Who may not do it is told that there is no such page."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.commitments import policies, services
from korgoo.commitments.forms import ChangeForm, FulfilForm, ReasonForm
from korgoo.commitments.forms.deeds import ACCEPTED
from korgoo.commitments.presentation import pages
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.lib.fields import upload_field
from korgoo.lib.rows import number_of

VIEW, MAKE, CONFIRM = (
    Permission.COMMITMENT_VIEW,
    Permission.COMMITMENT_MAKE,
    Permission.COMMITMENT_CONFIRM,
)


@kept_as(gettext_lazy("Change of a promise"), ChangeForm)
@require_http_methods(READ)
@needs(VIEW)
@once
def change(request: MemberRequest, commitment_id: UUID) -> HttpResponse:
    page = pages.head(commitment_id, actor=request.actor)
    card = page["card"]
    usual = {
        "what": card.what,
        "due_on": card.due_on,
        "beneficiary": page["beneficiary"],
        "seen": page["seen"],
    }
    form = ChangeForm(request.POST or None, initial=usual)
    if form.is_valid() and succeeds(
        form,
        lambda: services.change(commitment_id, **form.cleaned_data, actor=request.actor),
    ):
        messages.success(request, _("The promise is changed. How it read before stays below."))
        return redirect("commitments:commitment", commitment_id=commitment_id)
    page |= {"form": form, "verdict": policies.change(request.actor, page["standing"])}
    return render(request, "commitments/change.html", page, status=status_of(form))


@require_http_methods(READ)
@needs(MAKE)
@once
def fulfil(request: MemberRequest, commitment_id: UUID) -> HttpResponse:
    page = pages.head(commitment_id, actor=request.actor)
    form = FulfilForm(request.POST or None, request.FILES or None, initial={"seen": page["seen"]})
    if form.is_valid() and succeeds(
        form,
        lambda: services.fulfil(
            commitment_id,
            form.shown(),
            done_on=form.cleaned_data["done_on"],
            seen=form.cleaned_data["seen"],
            actor=request.actor,
        ),
    ):
        messages.success(request, _("Thank you. The secretariat looks at it and confirms."))
        return redirect("commitments:commitment", commitment_id=commitment_id)
    page |= {
        "form": form,
        "upload": upload_field(form, accept=ACCEPTED),
        "verdict": policies.fulfil(request.actor, page["standing"]),
        "title": _("Say that the promise is kept"),
    }
    return render(request, "commitments/fulfil.html", page, status=status_of(form))


@require_http_methods(READ)
@needs(MAKE)
@once
def evidence(request: MemberRequest, commitment_id: UUID) -> HttpResponse:
    page = pages.head(commitment_id, actor=request.actor)
    form = FulfilForm(
        request.POST or None,
        request.FILES or None,
        initial={"seen": page["seen"]},
        asks_day=False,
    )
    if form.is_valid() and succeeds(
        form,
        lambda: services.add_evidence(commitment_id, form.shown(), actor=request.actor),
    ):
        messages.success(request, _("The evidence is added."))
        return redirect("commitments:commitment", commitment_id=commitment_id)
    page |= {
        "form": form,
        "upload": upload_field(form, accept=ACCEPTED),
        "verdict": policies.add_evidence(request.actor, page["standing"]),
        "title": _("Add evidence"),
    }
    return render(request, "commitments/fulfil.html", page, status=status_of(form))


@require_POST
@needs(CONFIRM)
@once
def confirm(request: MemberRequest, commitment_id: UUID) -> HttpResponse:
    seen = _seen(request)
    return _done(
        request,
        commitment_id,
        lambda: services.confirm(commitment_id, seen=seen, actor=request.actor),
        _("Confirmed: the promise is kept."),
    )


@require_POST
@needs(MAKE)
@once
def show(request: MemberRequest, commitment_id: UUID) -> HttpResponse:
    seen, is_public = _seen(request), request.POST.get("public") == "yes"
    done = (
        _("Everybody can see this promise now.")
        if is_public
        else _("The promise is off the public page.")
    )
    return _done(
        request,
        commitment_id,
        lambda: services.set_public(
            commitment_id, is_public=is_public, seen=seen, actor=request.actor
        ),
        done,
    )


@kept_as(gettext_lazy("Why a promise is opened again"), ReasonForm)
@require_http_methods(READ)
@needs(VIEW)
@once
def reopen(request: MemberRequest, commitment_id: UUID) -> HttpResponse:
    page = pages.head(commitment_id, actor=request.actor)
    page |= {
        "verdict": policies.reopen(request.actor, page["standing"]),
        "title": _("Open the promise again"),
        "hint": _("What is missing? The evidence so far stays."),
        "button": pgettext("deed with a promise", "Open again"),
    }
    return _with_reason(request, page, services.reopen, _("The promise is open again."))


@kept_as(gettext_lazy("Why a promise is withdrawn"), ReasonForm)
@require_http_methods(READ)
@needs(VIEW)
@once
def withdraw(request: MemberRequest, commitment_id: UUID) -> HttpResponse:
    page = pages.head(commitment_id, actor=request.actor)
    page |= {
        "verdict": policies.withdraw(request.actor, page["standing"]),
        "title": _("Withdraw the promise"),
        "hint": _(
            "It stays in the list with your reason. To promise it again, write it down anew."
        ),
        "button": pgettext("deed with a promise", "Withdraw"),
    }
    return _with_reason(request, page, services.withdraw, _("The promise is withdrawn."))


def _with_reason(
    request: MemberRequest,
    page: "dict[str, object]",
    deed: Callable[..., object],
    done: str,
) -> HttpResponse:
    card_id = page["card"].id  # type: ignore[attr-defined]
    form = ReasonForm(request.POST or None, initial={"seen": page["seen"]})
    if form.is_valid():
        said = form.cleaned_data
        if attempt(
            form,
            lambda: deed(card_id, said["reason"], seen=said["seen"], actor=request.actor),
        ):
            messages.success(request, done)
            return redirect("commitments:commitment", commitment_id=card_id)
    return render(
        request, "commitments/reason.html", page | {"form": form}, status=status_of(form)
    )


def _done(
    request: MemberRequest, commitment_id: UUID, deed: Callable[[], object], done: str
) -> HttpResponse:
    """Do what needs no words; a refusal stands on the page of the promise."""
    try:
        deed()
    except (NotFound, Locked):
        raise
    except DomainError as error:
        page = pages.commitment_page(commitment_id, actor=request.actor)
        page["error"] = str(error.message)
        return render(request, "commitments/commitment.html", page, status=error.status)
    messages.success(request, done)
    return redirect("commitments:commitment", commitment_id=commitment_id)


def _seen(request: MemberRequest) -> int:
    try:
        return number_of(request.POST.get("seen", ""))
    except ValueError as error:
        raise DomainError(_("This form is not whole. Open the page again.")) from error
