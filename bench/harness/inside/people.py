"""The people of the demonstration with their keys open."""

from korgoo.access import selectors, services
from korgoo.access.actor import Actor
from korgoo.access.models import User
from korgoo.demo.people import PASSWORD


def actor(key: str) -> Actor:
    """Let a demo person act.

    Raises:
        LookupError: There is no such person, or they have no role today.
    """
    user = User.objects.get(email=f"{key}@demo.korgoo.example")
    found = selectors.actor_for(user, services.open_member_key(user, PASSWORD))
    if found is None:
        raise LookupError(key)
    return found
