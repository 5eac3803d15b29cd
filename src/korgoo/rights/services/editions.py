"""The mark that tells the drawn pages that something changed."""

import uuid

from korgoo.lib import clock
from korgoo.rights.models import Edition


def change_edition() -> None:
    """Give what is told a new mark. Every service that changes anything calls it."""
    Edition.objects.update_or_create(
        pk=Edition.ONLY, defaults={"mark": uuid.uuid4(), "changed_at": clock.now()}
    )
