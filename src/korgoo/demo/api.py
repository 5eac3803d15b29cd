"""The demonstration: load it, list its sign-ins, and keep it away from real members."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from korgoo.access.models import User
from korgoo.demo.people import PASSWORD, PEOPLE
from korgoo.demo.stage import build
from korgoo.demo.stories import STORIES
from korgoo.demo.stories.help_without_a_name import OPEN_WORDS
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

__all__ = ["OPEN_WORDS", "SignIn", "guard", "is_loaded", "load", "sign_ins"]


@dataclass(frozen=True, slots=True)
class SignIn:
    """One fictitious person to sign in as."""

    key: str
    email: str
    password: str
    title: str


def sign_ins() -> list[SignIn]:
    """List who can sign in, as shown at the door of the demonstration."""
    return [
        SignIn(p.key, p.email, PASSWORD, f"{p.role.label}: {p.name}") for p in PEOPLE if p.on_door
    ]


def is_loaded() -> bool:
    """Tell whether the demo people are there."""
    return User.objects.filter(is_demo=True).exists()


def guard() -> None:
    """Refuse to run the demonstration over a database that has real members.

    Raises:
        DomainError: There is an account that is no demo account, or demo mode is off.
    """
    if not settings.DEMO:
        raise DomainError("demo mode is off: start with `korgoo serve --demo` or `make run`")
    if User.objects.filter(is_demo=False).exists():
        raise DomainError(
            "this database has real members: the demonstration will not run beside them. "
            "Point DATABASE_URL or KORGOO_VAR at an empty place."
        )


def load() -> bool:
    """Load organisations, people and stories; all of it or nothing.

    Returns:
        False when they were there already and nothing was done.

    Raises:
        DomainError: The database has real members.
    """
    guard()
    if is_loaded():
        return False
    with transaction.atomic():
        stage = build(clock.now())
        for plan in STORIES:
            plan(stage)
        stage.play()
    return True
