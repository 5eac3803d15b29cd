"""The number of a form, made when somebody looks through what they are about to send.

The page before is the same for everybody. So the number comes with the second page, signed together
with the moment in which it was shown: nothing has to be remembered on the server meanwhile.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.core import signing

from korgoo.lib import clock
from korgoo.offers import policies

SALT = "korgoo.offers.ticket"


@dataclass(frozen=True, slots=True)
class Ticket:
    """A form that was shown: its number, and when."""

    key: UUID
    shown_at: datetime


def new() -> str:
    """Make a number for a form that is shown now."""
    data = {"key": str(uuid4()), "at": int(clock.now().timestamp())}
    return signing.Signer(salt=SALT).sign_object(data)


def again(text: str) -> str:
    """Keep the number of a form that is shown again, as long as it may be sent; else make one.

    It is still the same form: sent twice while the line is bad, it must count once.
    """
    found = read(text)
    is_usable = found is not None and clock.now() - found.shown_at <= policies.PAGE_LIFE
    return text if is_usable else new()


def read(text: str) -> Ticket | None:
    """Read a number again; None when we did not make it."""
    try:
        data = signing.Signer(salt=SALT).unsign_object(text)
    except signing.BadSignature:
        return None
    return Ticket(UUID(data["key"]), datetime.fromtimestamp(data["at"], tz=UTC))
