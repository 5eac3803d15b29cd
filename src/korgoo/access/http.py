"""What every page says of itself: who may enter, and that a form is taken once."""

import time
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.db import IntegrityError, OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django_htmx.middleware import HtmxDetails

from korgoo.access import audit, kept, policy, second_factor
from korgoo.access.actor import Actor
from korgoo.access.enums import Permission
from korgoo.access.kept import SUBMISSION_KEY
from korgoo.access.models import Submission, User
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden, Locked, NotFound

if TYPE_CHECKING:
    from django.forms import BaseForm
    from django.utils.functional import _StrOrPromise

P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)
View = Callable[Concatenate[Any, P], HttpResponse]
# Two deeds that wait for each other: PostgreSQL ends one of them, which is then done anew.
TAKEN_BACK = {"40P01", "40001"}  # deadlock_detected, serialization_failure
TRIES, PAUSE = 3, 0.05  # seconds


class MemberRequest(HttpRequest):
    """A request by a signed-in member whose key is open."""

    user: User
    actor: Actor
    htmx: HtmxDetails


def needs(
    permission: Permission, *, before_second_factor: bool = False
) -> Callable[[View[P]], View[P]]:
    """Declare the permission that a page needs. Every view carries this or ``@public``.

    Who lacks it is told that the page does not exist; whose session is locked or over is led to
    unlock or sign in, and who has no second factor to setting one up. What they typed is kept.

    Args:
        permission: The page's.
        before_second_factor: Only for the pages on which a second factor is set up or proved.
    """

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def checked(request: Any, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            actor: Actor | None = getattr(request, "actor", None)
            if actor is None and request.user.is_authenticated:
                raise Forbidden(
                    _("You have no role today. Ask your organisation's administrator.")
                )
            if actor is None or actor.key is None:
                raise Locked(_("Sign in or unlock to go on."))
            if not before_second_factor and not second_factor.is_proved(request):
                raise second_factor.SecondFactorMissing(_("Set up your second factor to go on."))
            if not policy.may_enter(actor, permission):
                raise NotFound(_("We found no such page."))
            return view(request, *args, **kwargs)

        checked.needs = permission  # type: ignore[attr-defined]
        return checked

    return decorate


def public(view: View[P]) -> View[P]:
    """Declare that anyone may open this page."""
    view.public = True  # type: ignore[attr-defined]
    return view


def kept_as(
    title: "_StrOrPromise", form: "type[BaseForm] | None" = None
) -> Callable[[View[P]], View[P]]:
    """Say how a form of this page is called while it is kept unsent.

    Args:
        title: Words for the member's list of kept forms.
        form: Where the labels of its fields are found; without it only values are shown.
    """

    def decorate(view: View[P]) -> View[P]:
        view.kept_title = title  # type: ignore[attr-defined]
        view.kept_labels = form  # type: ignore[attr-defined]
        return view

    return decorate


def once(view: View[P]) -> View[P]:
    """Take a form once, and all of it or nothing.

    A view that answers a POST with a redirect has taken the form: the redirect is kept under the
    form's submission key in the same transaction, and the same form sent again gets the same
    redirect. Any other answer (a form with errors) takes nothing. A deed that the database took
    back because it and another waited for each other is done again.
    """

    @wraps(view)
    def taken(request: Any, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        key = _key_of(request)
        tries = TRIES
        while True:
            try:
                return _take(view, key, request, *args, **kwargs)
            except IntegrityError:
                earlier = _earlier(key, request)
                if earlier is None:
                    raise
                return earlier
            except OperationalError as error:
                tries -= 1
                if not tries or not _was_taken_back(error):
                    raise
            _rewind(request)
            time.sleep(PAUSE)  # the other one goes first

    taken.once = True  # type: ignore[attr-defined]
    return taken


def _take(
    view: View[P], key: UUID, request: Any, /, *args: P.args, **kwargs: P.kwargs
) -> HttpResponse:
    with audit.looks() as looks, transaction.atomic():
        earlier = _earlier(key, request)
        if earlier is not None:
            return earlier
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponseRedirect):
            _remember(key, request, response)
            looks.clear()
        else:
            transaction.set_rollback(True)
    # What the form would have written is taken back; that its page opened something stays true.
    audit.record_again(looks)
    return response


def _was_taken_back(error: OperationalError) -> bool:
    """Tell whether nothing is wrong with a deed but that another one stood in its way."""
    state = getattr(error.__cause__, "sqlstate", None)
    return state in TAKEN_BACK and not connection.in_atomic_block


def _rewind(request: HttpRequest) -> None:
    """Make what came with a form readable a second time."""
    for _name, files in request.FILES.lists():
        for file in files:
            file.seek(0)


def _remember(key: UUID, request: Any, response: HttpResponseRedirect) -> None:
    Submission.objects.create(
        key=key,
        user_id=request.user.pk,
        path=request.path[:200],
        location=response.url,
        at=clock.now(),
    )
    if request.user.pk:
        kept.forget(key, user_id=request.user.pk)


def _earlier(key: UUID, request: Any) -> HttpResponse | None:
    """Give the answer to a form that was taken before.

    Raises:
        DomainError: It was another form: of somebody else, or of another page.
    """
    row = Submission.objects.filter(pk=key).first()
    if row is None:
        return None
    if (row.user_id, row.path) != (request.user.pk, request.path[:200]):
        message = _("Another form was sent under this number. Open the page again and send yours.")
        raise DomainError(message)
    return HttpResponseRedirect(row.location)


def _key_of(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get(SUBMISSION_KEY, ""))
    except ValueError as error:
        message = _(
            "This form came without its number. Open the page again and send it once more."
        )
        raise DomainError(message) from error
