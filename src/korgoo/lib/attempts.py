"""Do a deed for a valid form; a refusal by the rules becomes an error of the form."""

from collections.abc import Callable
from typing import TypeVar

from django.forms import BaseForm

from korgoo.lib.errors import DomainError, Locked, NotFound

T = TypeVar("T")
READ = ["GET", "HEAD", "POST"]
REFUSED = 422


def attempt(form: BaseForm, deed: Callable[[], T], *, field: str | None = None) -> T | None:
    """Do the deed. When the rules refuse it, the form says why, with everything typed kept.

    Args:
        form: A valid form.
        deed: What to do with it.
        field: At which question the refusal stands; None for above the form.

    Returns:
        What the deed gives; None when it was refused.

    Raises:
        NotFound: What the member may not know stays unknown.
        Locked: The middleware keeps the form and leads to unlocking.
    """
    try:
        return deed()
    except (NotFound, Locked):
        raise
    except DomainError as error:
        form.add_error(field, str(error.message))
        return None


def succeeds(form: BaseForm, deed: Callable[[], object], *, field: str | None = None) -> bool:
    """Do a deed as ``attempt`` does, whatever it gives; tell whether it was done.

    Raises:
        NotFound: As ``attempt`` does.
        Locked: As ``attempt`` does.
    """
    attempt(form, deed, field=field)
    return not form.errors


def status_of(form: BaseForm) -> int:
    """Return 422 for a form shown again with errors, 200 otherwise."""
    return REFUSED if form.is_bound and form.errors else 200
