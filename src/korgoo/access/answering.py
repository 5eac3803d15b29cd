"""Who answers the public: the first of some bodies that exists today and has a key to seal to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.access.models import Organisation, OrganisationKey
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Answering:
    """An organisation to which the public may seal. ``public``: the open half of its key, 32 bytes."""

    organisation_id: int
    code: str
    name: str
    key_id: int
    public: bytes


def answering(codes: "Iterable[str]") -> Answering | None:
    """Find who answers: the first body, in the order given, that exists today and has a key.

    Args:
        codes: Of organisations, the one to be asked first standing first.

    Returns:
        It, named in the language of the page; None when none of them can read yet. One query.
    """
    wanted = list(dict.fromkeys(codes))
    rows = OrganisationKey.objects.select_related("organisation").filter(
        retired_at__isnull=True,
        organisation__in=Organisation.objects.valid_on(clock.today()).filter(code__in=wanted),
    )
    first = min(rows, key=lambda row: wanted.index(row.organisation.code), default=None)
    if first is None:
        return None
    body = first.organisation
    return Answering(body.pk, body.code, body.name, first.pk, bytes(first.public))
