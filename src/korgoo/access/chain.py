"""Check the audit chain, and sign its end once a day."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent, AuditHead
from korgoo.lib import clock
from korgoo.lib.sealing import sign_text, signing_key_from, verify_text

BATCH = 2000


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a check of the chain found. ``first_bad`` is a row number, None when all is well."""

    rows: int
    first_bad: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A signed end of the chain that members keep outside the platform."""

    day: date
    seq: int
    digest: str
    public_key: str
    signature: str

    @property
    def claim(self) -> str:
        """The text under the signature."""
        return f"korgoo audit head v1\n{self.day.isoformat()}\n{self.seq}\n{self.digest}"

    def to_text(self) -> str:
        """Write the head as JSON, for a file."""
        fields = {"day": self.day.isoformat(), "seq": self.seq, "digest": self.digest}
        return json.dumps(
            fields | {"public_key": self.public_key, "signature": self.signature}, indent=1
        )


def head_from_text(text: str) -> Head:
    """Read a head that ``to_text`` wrote.

    Raises:
        ValueError: It is no head.
    """
    try:
        fields = json.loads(text)
        return Head(
            date.fromisoformat(fields["day"]),
            int(fields["seq"]),
            str(fields["digest"]),
            str(fields["public_key"]),
            str(fields["signature"]),
        )
    except (KeyError, TypeError, json.JSONDecodeError) as error:
        raise ValueError("not a head of the audit trail") from error


def verify_chain(
    progress: Callable[[int], None] | None = None, heads: tuple[Head, ...] = ()
) -> ChainReport:
    """Read the whole chain and name the first row that is wrong.

    Args:
        progress: Called with the number of rows read so far.
        heads: Heads kept outside, besides those in the database: a chain that was rewritten
            from the start fits itself, but not an old head.
    """
    stored, own = _stored_heads(), _own_keys()
    known = {head.seq: head for head in (*stored, *heads)}
    for head in known.values():
        if not _is_signed(head):
            return ChainReport(0, head.seq, "the signature of the head does not fit")
    for head in stored:
        if head.public_key not in own:
            return ChainReport(0, head.seq, "the head was signed with a key that is not ours")
    report = _walk(known, progress)
    missing = [seq for seq in known if seq > report.rows]
    if report.first_bad is None and missing:
        return ChainReport(report.rows, min(missing), "a signed row is missing")
    return report


def sign_head(day: date | None = None) -> Head | None:
    """Sign the end of the chain for a day (today when not given), once a day.

    Returns:
        The head; None when nothing was ever recorded.
    """
    day = day or clock.today()
    stored = AuditHead.objects.filter(day=day).first()
    if stored:
        return _head(stored)
    with transaction.atomic():
        audit.record(Event.HEAD_SIGNED, actor=None, target=f"access.AuditHead:{day.isoformat()}")
        last = AuditEvent.objects.order_by("-seq").first()
        if last is None:
            return None
        return _head(_store(day, last))


def _store(day: date, last: AuditEvent) -> AuditHead:
    unsigned = Head(day, last.seq, last.digest, "", "")
    public, signature = sign_text(unsigned.claim, key=signing_key_from(settings.SECRET_KEY))
    return AuditHead.objects.create(
        day=day,
        seq=last.seq,
        digest=last.digest,
        public_key=public,
        signature=signature,
        signed_at=clock.now(),
    )


def _walk(known: dict[int, Head], progress: Callable[[int], None] | None) -> ChainReport:
    previous, expected = audit.GENESIS, 1
    for row in AuditEvent.objects.order_by("seq").iterator(BATCH):
        reason = _fault(row, previous, expected, known.get(row.seq))
        if reason:
            return ChainReport(expected - 1, min(row.seq, expected), reason)
        previous, expected = row.digest, expected + 1
        if progress and row.seq % BATCH == 0:
            progress(row.seq)
    return ChainReport(expected - 1)


def _fault(row: AuditEvent, previous: str, expected: int, head: Head | None) -> str:
    if row.seq != expected:
        return "a row is missing"
    if row.previous != previous:
        return "the row does not follow the row before"
    if row.digest != audit.digest_of(row):
        return "the row was changed"
    if head and head.digest != row.digest:
        return "the row is not the one that was signed"
    return ""


def _is_signed(head: Head) -> bool:
    return verify_text(head.claim, public=head.public_key, signature=head.signature)


def _stored_heads() -> tuple[Head, ...]:
    return tuple(_head(row) for row in AuditHead.objects.all())


def _own_keys() -> frozenset[str]:
    """The public keys that this server signs and signed with; a stored head has no other."""
    secrets = [settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS)]
    return frozenset(sign_text("", key=signing_key_from(str(secret)))[0] for secret in secrets)


def _head(row: AuditHead) -> Head:
    return Head(row.day, row.seq, row.digest, row.public_key, row.signature)
