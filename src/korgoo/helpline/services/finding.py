"""A person reads their words out on the telephone, so that call and messages come together."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.helpline import seals, selectors
from korgoo.lib.errors import NotFound
from korgoo.lib.word_codes import read_code

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.helpline.models import Conversation


@transaction.atomic
def find_by_words(typed: str, *, actor: "Actor") -> "Conversation":
    """Find a conversation of one's own house. Leaves an audit row; the words are kept nowhere.

    Args:
        typed: As they were read out.
        actor: Who listens.

    Raises:
        NotFound: They are not seven words, or lead to nothing that the actor may know.
    """
    code = read_code(typed)
    if code is None:
        raise NotFound(_("These are not the seven words. Ask for them once more, one by one."))
    place = seals.place_of(seals.receipt_of(code).locator)
    found = selectors.by_place(place, actor=actor)
    audit.record(Event.HELP_FOUND, actor=actor, target=found)
    return found
