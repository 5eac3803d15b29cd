from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows import reauthentication
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, selectors, server_secret
from korgoo.access.enums import Event

if TYPE_CHECKING:
    from korgoo.access.models import User

TRY_LATER = _("Too many wrong tries. Wait five minutes and try again.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by administrators; nobody signs up, and no message is ever mailed."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "incorrect_password": _("The password is not right."),
        "incorrect_code": _("The code is not right. Wait for the next one and try again."),
        "too_many_login_attempts": TRY_LATER,
        "rate_limited": TRY_LATER,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts are handed out."""
        return False

    def login(self, request: HttpRequest, user: "User") -> None:
        """Open the session and record it; the password was typed a moment ago."""
        super().login(request, user)
        reauthentication.reauthenticate_by_password(request)
        actor = selectors.actor_for(user, None)
        audit.record(Event.SESSION_OPENED, actor=actor, target=user)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send nothing: a mailbox is no place to say who works here."""

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Stay silent: pages say what happened."""


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors, sealed under the server's secret so that a copy of the database has none."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text: str) -> str:
        """Seal a second factor's secret before it is stored."""
        return server_secret.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a stored second factor."""
        return server_secret.decrypt(encrypted_text)
