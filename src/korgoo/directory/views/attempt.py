"""Do a deed for a valid form; a refusal by the rules becomes an error of the form."""

from collections.abc import Callable

from django.forms import BaseForm

from korgoo.lib.errors import DomainError, Locked, NotFound

READ = ["GET", "HEAD", "POST"]


def attempt(form: BaseForm, deed: Callable[[], object]) -> bool:
    """Do the deed; when the rules refuse it, the form says why, with everything typed kept.

    Raises:
        NotFound: What the member may not know stays unknown.
        Locked: The middleware keeps the form and leads to unlocking.
    """
    try:
        deed()
    except (NotFound, Locked):
        raise
    except DomainError as error:
        form.add_error(None, str(error.message))
        return False
    return True


def status_of(form: BaseForm) -> int:
    """Return 422 for a form shown again with errors, 200 otherwise."""
    return 422 if form.is_bound and form.errors else 200
