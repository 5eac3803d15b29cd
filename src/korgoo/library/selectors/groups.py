"""Rows that name readers, asked for one organisation."""

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q

from korgoo.library import readers
from korgoo.library.readers import Reader

if TYPE_CHECKING:
    from korgoo.library.models import AnnouncementFor, DocumentFor

    Rows = type[DocumentFor] | type[AnnouncementFor]


def for_organisation(rows: "Rows", organisation_id: int) -> Q:
    """Match rows of readers to whom an organisation belongs today."""
    kinds = [source.kind for source in readers.registered()]
    known = rows._default_manager.filter(kind__in=kinds).values_list("kind", "key").distinct()
    found: dict[str, set[str]] = defaultdict(set)
    for one in readers.own(organisation_id, [Reader(*pair) for pair in known]):
        found[one.kind].add(one.key)
    match = Q()
    for kind, keys in found.items():
        match |= Q(kind=kind, key__in=keys)
    return match
