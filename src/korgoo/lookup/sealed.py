"""The matching key and what lies under it. The only module of the mission that touches keys.

A generation is 32 random bytes, wrapped to each organisation that owns cases. Two keys are derived of it: one
encodes people, one seals the encodings. It is opened in a member's session and held for one request.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access import keyring
from korgoo.lib.errors import Forbidden, Locked
from korgoo.lib.sealing import (
    CannotOpen,
    DataKey,
    derived_key,
    new_data_key,
    open_payloads,
    seal_payload,
)
from korgoo.lookup.models import MatchingKey, MatchingKeyWrap
from korgoo.matching.encoding import Encoder

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


BOUND = "korgoo encoding v1"


@dataclass(frozen=True)
class OpenKey:
    """A generation of the key, open for one request. Never kept, never logged."""

    key_id: int
    generation: int
    secret: DataKey = field(repr=False)

    @cached_property
    def encoder(self) -> Encoder:
        """Encode people under this generation."""
        return Encoder(derived_key(self.secret, purpose="matching encodings").raw)

    def seal(self, text: bytes, *, case_id: UUID, owner_id: int) -> bytes:
        """Seal encodings of a case: bound to case, organisation and generation."""
        bound = binding(case_id.hex, owner_id, self.generation)
        return seal_payload(text, key=self._rest, binding=bound)

    def open_many(self, rows: Iterable[tuple[bytes, str, int]]) -> list[bytes | None]:
        """Open sealed encodings.

        Args:
            rows: Ciphertext, number of the case (32 hexadecimal digits), organisation.

        Returns:
            The encodings of each; None where a seal does not fit.
        """
        # As ``binding``, which costs a call for each of a million.
        bound = (
            (text, f"{BOUND} {case} {owner} {self.generation}".encode())
            for text, case, owner in rows
        )
        return open_payloads(bound, key=self._rest)

    @cached_property
    def _rest(self) -> DataKey:
        return derived_key(self.secret, purpose="encodings at rest")


def binding(case: str, owner_id: int, generation: int) -> bytes:
    """Bind ciphertext to its case, organisation and generation."""
    return f"{BOUND} {case} {owner_id} {generation}".encode()


def open_keys(actor: "Actor") -> list[OpenKey]:
    """Open the generations that are wrapped to the actor's organisation, the newest first.

    Returns:
        None of them when the session is locked, or when this member cannot open them.
    """
    rows = MatchingKeyWrap.objects.filter(organisation_id=actor.organisation_id)
    rows = rows.filter(key__ended_at__isnull=True).select_related("key")
    opened = (_opened(row, actor) for row in rows.order_by("-key__generation"))
    return [key for key in opened if key]


def new_key(generation: MatchingKey) -> OpenKey:
    """Make the key of a new generation."""
    return OpenKey(generation.pk, generation.generation, new_data_key())


def wrap(key: OpenKey, reader: keyring.Reader) -> MatchingKeyWrap:
    """Wrap a generation to an organisation; the row is not saved yet."""
    info = wrap_info(key.generation, reader.organisation_id)
    return MatchingKeyWrap(
        key_id=key.key_id,
        organisation_id=reader.organisation_id,
        organisation_key_id=reader.key_id,
        wrapped=key.secret.wrap_to(reader.public, info=info),
    )


def wrap_info(generation: int, organisation_id: int) -> bytes:
    """Bind a wrap to generation and reader."""
    return f"korgoo matching key v1 {generation} {organisation_id}".encode()


def _opened(row: MatchingKeyWrap, actor: "Actor") -> OpenKey | None:
    info = wrap_info(row.key.generation, row.organisation_id)
    try:
        private = keyring.organisation_private(actor, row.organisation_key_id)
        return OpenKey(
            row.key_id, row.key.generation, private.unwrap_data_key(bytes(row.wrapped), info=info)
        )
    except (CannotOpen, Forbidden, Locked):
        return None
