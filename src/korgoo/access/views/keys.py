"""The organisation's key: who waits for it, and the printed key in the safe."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import keyring, selectors, services
from korgoo.access.enums import Permission
from korgoo.access.forms import PrintedKeyForm
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.attempts import READ, succeeds


@needs(Permission.KEY_APPROVE)
@require_safe
def requests(request: MemberRequest) -> HttpResponse:
    words = {
        "waiting": selectors.list_key_requests(actor=request.actor),
        "holds_key": keyring.holds_key(request.actor),
        "waits": selectors.waits_for_key(actor=request.actor),
    }
    return render(request, "access/key_requests.html", words)


@needs(Permission.KEY_APPROVE)
@require_http_methods(READ)
@once
def decide(request: MemberRequest, request_id: int) -> HttpResponse:
    row = selectors.get_key_request(request_id, actor=request.actor)
    if request.method == "POST":
        act = services.approve_key if "approve" in request.POST else services.refuse_key
        act(row.pk, actor=request.actor)
        return redirect("access:key_requests")
    person = row.member_key.user
    words = {"row": row, "person": person, "fingerprint": selectors.fingerprint_of(person)}
    return render(request, "access/key_request.html", words)


@needs(Permission.KEY_APPROVE)
@require_http_methods(READ)
@once
def printed(request: MemberRequest) -> HttpResponse:
    form = PrintedKeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["printed_key"]
        deed = lambda: services.recover_with_printed_key(typed, actor=request.actor)  # noqa: E731
        if succeeds(form, deed, field="printed_key"):
            return redirect("access:account")
    words = {
        "form": form,
        "holds_key": keyring.holds_key(request.actor),
        "waits": selectors.waits_for_key(actor=request.actor),
    }
    return render(request, "access/printed_key.html", words)


# Not taken ``@once``: the answer shows the key. Sent twice, the key shown last is the valid one.
@needs(Permission.KEY_APPROVE)
@require_POST
def renew(request: MemberRequest) -> HttpResponse:
    key = services.renew_printed_key(actor=request.actor)
    organisation = selectors.own_organisation(actor=request.actor)
    words = {"printed_key": key, "organisation": organisation}
    return render(request, "access/printed_key_new.html", words)
