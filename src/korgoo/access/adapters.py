from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from korgoo.access import server_secret


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by administrators; nobody signs up, and no message is ever mailed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send nothing: a mailbox is no place to say who works here."""

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Stay silent: pages say what happened."""


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors, sealed under the server's secret so that a copy of the database has none."""

    def encrypt(self, text: str) -> str:
        return server_secret.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return server_secret.decrypt(encrypted_text)
