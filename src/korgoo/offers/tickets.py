"""The number of a form, made when somebody looks through what they are about to send.

The page before is the same for everybody. So the number comes with the second page, signed together
with the moment in which it was shown: nothing has to be remembered on the server meanwhile.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.core import signing

from korgoo.lib import clock

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


def read(text: str) -> Ticket | None:
    """Read a number again; None when we did not make it."""
    try:
        data = signing.Signer(salt=SALT).unsign_object(text)
    except signing.BadSignature:
        return None
    return Ticket(UUID(data["key"]), datetime.fromtimestamp(data["at"], tz=UTC))
