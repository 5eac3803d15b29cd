"""Do a deed for a valid form; a refusal by the rules becomes an error of the form."""

from collections.abc import Callable
from typing import TypeVar

from django.forms import BaseForm

from korgoo.lib.errors import DomainError, Locked, NotFound

T = TypeVar("T")


def attempt(form: BaseForm, deed: Callable[[], T]) -> T | None:
    """Do the deed; None when it was refused, and the form says why.

    Raises:
        NotFound: What the member may not know stays unknown.
        Locked: The middleware keeps the form and leads to unlocking.
    """
    try:
        return deed()
    except (NotFound, Locked):
        raise
    except DomainError as error:
        form.add_error(None, str(error.message))
        return None
