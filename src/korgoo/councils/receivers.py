"""What missions below learn of councils: the members of a body can be named as readers of a paper."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy

from korgoo.councils import selectors
from korgoo.councils.models import Body
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.library import api as library

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

READERS = "body"


def register() -> None:
    """Tell the library; once, at start."""
    library.register_readers(
        READERS, gettext_lazy("Members of a council"), _organisations, _choices
    )


def _organisations(key: str) -> frozenset[int]:
    body_id = Body.objects.filter(key=key).values_list("pk", flat=True).first()
    return selectors.organisation_ids(body_id, clock.today()) if body_id else frozenset()


def _choices(actor: "Actor") -> list[tuple[str, str]]:
    try:
        rows = selectors.all_bodies(actor=actor)
    except NotFound:
        return []
    return [(row.key, row.name) for row in rows if row.is_there_on(clock.today())]
