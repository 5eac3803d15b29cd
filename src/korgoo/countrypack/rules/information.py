"""What migrants are told names what exists, is short enough, and does not contradict its own dates."""

from collections.abc import Iterator
from typing import Any, get_args

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record, Section
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.rules.validity import date_ranges
from korgoo.countrypack.schema.base import Text
from korgoo.countrypack.schema.information import InformationHead, InformationItem, Sort

MOST_WORDS = 60  # domain 3.1
SMS_PLAIN, SMS_OTHER = 160, 134  # one message of 7-bit letters; two of any (3GPP TS 23.040)


def head(sources: Sources) -> Iterator[Fault]:
    """Each sort of statement is believed for some time, and no key stands twice."""
    record = sources.information.head
    if record is None:
        return
    for sort in get_args(Sort):
        if sort not in record.value.believed_for:
            yield record.fault("missing", f"'{sort}' is believed for no time", "believed_for")
    for name in ("destinations", "steps", "questions"):
        keys = [one.key for one in getattr(record.value, name)]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                yield record.fault("repeated", f"'{key}' stands twice", name, index, "key")


def numbers(sources: Sources) -> Iterator[Fault]:
    """A number stands once, in whatever file, and is offered at destinations that exist."""
    known = _keys(sources, "destinations")
    seen: set[str] = set()
    for record in sources.information.numbers.records:
        if record.value.key in seen:
            yield record.fault("repeated", f"'{record.value.key}' stands twice", "key")
        seen.add(record.value.key)
        yield from _unknown(record, known, "destinations", "destination")


def named(sources: Sources) -> Iterator[Fault]:
    """What an item names exists: destination, steps, questions, numbers, what it replaces."""
    places = _keys(sources, "destinations")
    steps, questions = _keys(sources, "steps"), _keys(sources, "questions")
    items: Section[InformationItem] = sources.information.items
    seen: set[str] = set()
    for record in items.records:
        item = record.value
        if item.key in seen:
            yield record.fault("repeated", f"the item '{item.key}' stands twice", "key")
        seen.add(item.key)
        if places is not None and item.destination not in places:
            message = f"there is no destination '{item.destination}'"
            yield record.fault("unknown-destination", message, "destination")
        yield from _unknown(record, steps, "steps", "step")
        yield from _unknown(record, questions, "questions", "question")
        yield from _unknown(record, sources.information.numbers.declared, "numbers", "number")
        yield from _unknown(record, items.declared, "supersedes", "item")


def history(sources: Sources) -> Iterator[Fault]:
    """No rule ends before it begins, and what was replaced has a last day."""
    records = sources.information.items.records
    yield from date_ranges(records)
    ended = {one.value.key: one.value.valid_to is not None for one in records}
    for record in records:
        for index, key in enumerate(record.value.supersedes):
            if ended.get(key) is False:
                message = f"'{key}' is replaced and yet has no last day (valid_to)"
                yield record.fault("replaced-without-end", message, "supersedes", index)


def lengths(sources: Sources) -> Iterator[Fault]:
    """A statement has at most sixty words, and its text message fits into two messages."""
    for record in sources.information.items.records:
        for code, words in record.value.text.root.items():
            if len(words.split()) > MOST_WORDS:
                message = f"the text has {len(words.split())} words; {MOST_WORDS} at most"
                yield record.fault("too-long", message, "text", code)
        yield from _messages(record, record.value.sms)


def sms_room(words: str) -> int:
    """Say how many letters a text message may have: fewer when one of them is not Latin."""
    return SMS_PLAIN if words.isascii() else SMS_OTHER


def _messages(record: Record[InformationItem], sms: Text) -> Iterator[Fault]:
    for code, words in sms.root.items():
        most = sms_room(words)
        if len(words) > most:
            message = f"the text message has {len(words)} letters; {most} at most"
            yield record.fault("too-long", message, "sms", code)


def _keys(sources: Sources, name: str) -> frozenset[str] | None:
    """Give the keys of one list of the head; None when they are not known."""
    record: Record[InformationHead] | None = sources.information.head
    if record is None:
        return None
    return frozenset(one.key for one in getattr(record.value, name))


def _unknown(
    record: Record[Any],
    known: frozenset[str] | None,
    name: str,
    what: str,
) -> Iterator[Fault]:
    if known is None:
        return
    for index, key in enumerate(getattr(record.value, name)):
        if key not in known:
            yield record.fault(f"unknown-{what}", f"there is no {what} '{key}'", name, index)
