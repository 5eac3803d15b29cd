"""What is kept of a person has one purpose, and an end that law, platform or nobody has set."""

from collections.abc import Iterator
from datetime import timedelta

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.schema.retention import Retention


def parts(sources: Sources) -> Iterator[Fault]:
    """A part is kept for one purpose: two periods for the same thing would contradict each other."""
    seen: dict[str, str] = {}
    for record in sources.retention.records:
        for index, part in enumerate(record.value.parts):
            if part in seen:
                message = f"'{part}' is kept for '{seen[part]}' already"
                yield record.fault("repeated", message, "parts", index)
            seen.setdefault(part, record.value.key)


def basis(sources: Sources) -> Iterator[Fault]:
    """The basis of a period agrees with the time it carries and with its status."""
    for record in sources.retention.records:
        kept = record.value
        is_timed = kept.basis in ("law", "working_value")
        if is_timed and kept.after_closure is None:
            message = f"'{kept.key}' gives no time; write basis: unset if there is none"
            yield record.fault("set-without-time", message, "basis")
        if not is_timed and kept.after_closure is not None:
            message = f"'{kept.key}' is {kept.basis} and yet carries a time"
            yield record.fault("unset-with-value", message, "after_closure")
        if (kept.basis == "unset") != (kept.provenance.status == "unset"):
            message = f"'{kept.key}' is unset in its basis or its status, but not in both"
            yield record.fault("unset-half", message, "basis")
        yield from _law_and_time(record)


def _law_and_time(record: Record[Retention]) -> Iterator[Fault]:
    kept = record.value
    if kept.basis == "law" and kept.legal_basis is None:
        message = f"'{kept.key}' is set by law but names no legal basis"
        yield record.fault("law-without-basis", message, "basis")
    if kept.after_closure is not None and kept.after_closure <= timedelta(0):
        yield record.fault("duration", f"'{kept.key}' gives no time at all", "after_closure")
