"""Errors a person may meet. Middleware turns each into one HTTP answer."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


class DomainError(Exception):
    """The request was understood and cannot be done. The message is shown as it stands."""

    status = 409

    def __init__(self, message: "_StrOrPromise") -> None:
        super().__init__(message)
        self.message = message


class Forbidden(DomainError):
    """This person may know of the record but may not do this."""

    status = 403


class NotFound(DomainError):
    """No such record, or this person must not learn that it exists."""

    status = 404


class Locked(DomainError):
    """The member's key is not open: the session was idle, or never unlocked."""

    status = 401
