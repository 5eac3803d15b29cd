"""Who is asking: the person, the organisation they speak for, and the keys they hold open."""

from dataclasses import dataclass, field

from korgoo.access.enums import Mandate, Role
from korgoo.lib.errors import Locked
from korgoo.lib.sealing import PrivateKey


@dataclass(frozen=True, slots=True)
class Actor:
    """A member acting for one organisation, for the length of one request.

    ``key`` is the member's private key, open; None when the session is locked or when a job,
    not a person, acts.
    """

    user_id: int
    organisation_id: int
    roles: frozenset[Role]
    mandates: frozenset[Mandate]
    member_key_id: int | None = None
    key: PrivateKey | None = field(default=None, repr=False)

    @property
    def is_coordinator(self) -> bool:
        """Tell whether this person watches over the mechanism: the role and the mandate."""
        return Role.COORDINATOR in self.roles and Mandate.COORDINATE in self.mandates

    def open_key(self) -> PrivateKey:
        """Return the member's key.

        Raises:
            Locked: The session is locked.
        """
        if self.key is None:
            raise Locked("locked")
        return self.key
