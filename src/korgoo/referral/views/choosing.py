"""Which help, from which organisation, and what is asked: until the draft is there."""

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import api as casework
from korgoo.casework.enums import Scope
from korgoo.countrypack import api as packs
from korgoo.directory import api as directory
from korgoo.lib.attempts import READ, attempt
from korgoo.lib.errors import NotFound
from korgoo.referral import looking, selectors, services, wording
from korgoo.referral.forms import RequestForm

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.access.api import OrganisationCard
    from korgoo.countrypack.api import ReferralType

SEND = Permission.REFERRAL_SEND
WRITE_FORM = gettext_lazy("What is asked of an organisation")


# Sent, so that no disability stands in an address; nothing is changed by it.
@kept_as(gettext_lazy("Who comes, to look for help"), looking.WhoComesForm)
@require_http_methods(READ)
@needs(SEND)
def choose(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = casework.case_card(case_id, actor=request.actor, permission=SEND)
    key = request.GET.get("kind", "")
    if not key:
        words: dict[str, Any] = {"case": case, "kind": key, "kinds": _kind_cards(case_id)}
        return render(request, "referral/choose.html", words)
    form = looking.who_comes(
        case, selectors.last_asked(case_id, actor=request.actor), request.POST or None
    )
    return _who(request, case, _kind(key), form, action=request.get_full_path())


@require_POST
@needs(SEND)
@once
def note_gap(request: MemberRequest, case_id: UUID) -> HttpResponse:
    case = casework.case_card(case_id, actor=request.actor, permission=SEND)
    kind = _kind(request.POST.get("kind", ""))
    form = looking.who_comes(case, None, request.POST)
    seeker, again = form.to_seeker(case), _choose_address(case_id, kind.key)
    note = partial(services.note_gap, case_id, kind.key, seeker, actor=request.actor)
    if attempt(form, note) is None:
        return _who(request, case, kind, form, action=again)
    messages.success(
        request, _("Noted. It is counted, without a name, as help that is missing in the country.")
    )
    return redirect(again)


def _who(
    request: MemberRequest,
    case: casework.CaseCard,
    kind: "ReferralType",
    form: looking.WhoComesForm,
    *,
    action: str,
) -> HttpResponse:
    """Show whom one may ask, with the reasons; whoever does not fit may be asked all the same."""
    seeker = form.to_seeker(case)
    named = request.GET.get("first", "")
    offered = access.offer(kind.needs_mandate, actor=request.actor)
    cards, nobody_can = looking.cards(case.id, kind.key, offered, seeker, named=named)
    words = {
        "case": case,
        "kind": kind.key,
        "kind_name": wording.kind_name(kind.key),
        "form": form,
        "action": action,
        "seeker": seeker,
        "groups": looking.groups(cards),
        "nobody_can": nobody_can,
        "is_noted": kind.key in directory.own_gaps(case.id, actor=request.actor),
    }
    return render(request, "referral/choose.html", words, status=422 if form.errors else 200)


# The consent is asked for before the form is shown; a form that was typed is kept as a draft even
# when the person took the consent back meanwhile: only sending needs it, and checks it again.
@kept_as(WRITE_FORM, RequestForm)
@require_http_methods(READ)
@needs(SEND)
@once
def write(request: MemberRequest, case_id: UUID, kind: str, receiver_id: int) -> HttpResponse:
    case = casework.case_card(case_id, actor=request.actor, permission=SEND)
    receiver = _receiver(kind, receiver_id, request.actor)
    draft = selectors.find_draft(case_id, kind=kind, receiver_id=receiver_id, actor=request.actor)
    if request.method != "POST" and not _may_be_asked(case_id, receiver_id):
        return _ask_the_person(request, case, receiver, kind)
    filled = RequestForm.filled_from(draft) if draft else {"needs": wording.usual_needs(kind)}
    filled |= _who_comes(request)
    form = RequestForm(request.POST or None, initial=filled)
    if request.method == "POST" and form.is_valid():
        asked = form.to_request(kind=kind, receiver_id=receiver_id)
        if draft:
            draft = services.revise(draft.pk, asked, actor=request.actor)
        else:
            draft = services.draft(case_id, asked, actor=request.actor)
        return redirect("referral:check", referral_id=draft.pk)
    words = {
        "case": case,
        "receiver": receiver,
        "kind": kind,
        "kind_name": wording.kind_name(kind),
        "form": form,
        "urgency_hints": wording.urgency_hints(),
        "back": _choose_address(case_id, kind),
    }
    return render(request, "referral/write.html", words, status=422 if form.errors else 200)


def _kind(key: str) -> "ReferralType":
    """Find a kind of help in the pack.

    Raises:
        NotFound: The pack has no such kind.
    """
    for kind in packs.current().referral_types:
        if kind.key == key:
            return kind
    raise NotFound(_("There is no such kind of help."))


def _receiver(kind: str, receiver_id: int, actor: "Actor") -> "OrganisationCard":
    """Find an organisation among those that give this kind of help.

    Raises:
        NotFound: It does not, or is the actor's own.
    """
    for card in access.offer(_kind(kind).needs_mandate, actor=actor):
        if card.id == receiver_id:
            return card
    raise NotFound(_("This organisation does not give this kind of help. Choose another."))


def _who_comes(request: MemberRequest) -> dict[str, str]:
    """Take over how many come, as it was said on the page before."""
    return {name: request.GET[name] for name in ("people", "children") if name in request.GET}


def _may_be_asked(case_id: UUID, receiver_id: int) -> bool:
    return Scope.REFERRAL in casework.scopes_in_force(case_id, recipient_id=receiver_id)


def _ask_the_person(
    request: MemberRequest,
    case: casework.CaseCard,
    receiver: "OrganisationCard",
    kind: str,
) -> HttpResponse:
    """Go and ask; or, when the person said no, say that nothing is sent and what help is left."""
    ask = consent_address(case.id, receiver.id, back_to=request.get_full_path())
    if not casework.was_refused(case.id, recipient_id=receiver.id):
        return redirect(ask)
    words = {
        "case": case,
        "receiver": receiver,
        "ask_again": ask,
        "choose": _choose_address(case.id, kind),
    }
    return render(request, "referral/refused.html", words)


def consent_address(case_id: UUID, recipient_id: int, *, back_to: str) -> str:
    """Build the address of the talk about consent for one organisation.

    Args:
        case_id: Whose consent.
        recipient_id: Number of the organisation.
        back_to: Path of the page that follows.
    """
    page = reverse("casework:consent", args=[case_id, recipient_id])
    return f"{page}?next={quote(back_to, safe='/')}"


def _choose_address(case_id: UUID, kind: str) -> str:
    return f"{reverse('referral:choose', args=[case_id])}?kind={quote(kind)}"


def _kind_cards(case_id: UUID) -> list[dict[str, str]]:
    return [
        {
            "text": wording.kind_name(kind.key),
            "href": _choose_address(case_id, kind.key),
            "hint": wording.needs_words(wording.usual_needs(kind.key)),
        }
        for kind in packs.current().referral_types
    ]
