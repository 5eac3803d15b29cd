"""The three hidden values of every form: against forgery, against doubling, against loss."""

from uuid import UUID, uuid4

from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.utils.safestring import SafeString

from korgoo.access.kept import kept_token as access_kept_token


def csrf_input_of(request: HttpRequest) -> SafeString:
    """Return the hidden input that proves the form came from our page."""
    return csrf_input(request)


def new_submission_key(request: HttpRequest) -> str:
    """Return the key that makes one filled-in form count once, however often it is sent.

    A form shown again with errors keeps its key: it is still the same deed.
    """
    sent = request.POST.get("submission_key", "")
    try:
        return str(UUID(sent))
    except ValueError:
        return str(uuid4())


def kept_token(request: HttpRequest) -> str:
    """Return the token by which a form that could not be taken is found again after sign-in."""
    return access_kept_token(request)
