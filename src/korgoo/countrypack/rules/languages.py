"""Every text is there in every language of the pack, and in no other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.documents import Path
from korgoo.countrypack.reading.items import name_of
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import GuidelineSources, Sources
from korgoo.countrypack.rules.all_records import guideline_records, records
from korgoo.countrypack.schema.base import Data, Text
from korgoo.countrypack.schema.lawbook import ArticleVersion
from korgoo.countrypack.schema.units import Unit


def head(sources: Sources) -> Iterator[Fault]:
    """The languages of a pack are told apart, the default is one of them, the time zone exists."""
    record = sources.head
    if record is None:
        return
    codes = sources.languages
    for index, code in enumerate(codes):
        if code in codes[:index]:
            message = f"the language '{code}' is listed twice"
            yield record.fault("repeated", message, "languages", index, "code")
    if record.value.default_language not in codes:
        message = f"'{record.value.default_language}' is not one of the languages of the pack"
        yield record.fault("unknown-language", message, "default_language")
    if not _zone_exists(record.value.time_zone):
        message = f"there is no time zone '{record.value.time_zone}'"
        yield record.fault("unknown-time-zone", message, "time_zone")


def texts(sources: Sources) -> Iterator[Fault]:
    """Each text has each language of the pack, unless a unit says that a name was not found."""
    if not sources.languages:
        return
    for record in records(sources):
        excused = record.value.untranslated if isinstance(record.value, Unit) else ()
        yield from _in_all(record, sources.languages, excused)
        for code in set(excused) - set(sources.languages):
            message = f"the pack has no language '{code}'"
            yield record.fault("unknown-language", message, "untranslated")


def guideline_texts(sources: GuidelineSources) -> Iterator[Fault]:
    """Each text of a guideline has each language."""
    if sources.languages:
        for record in guideline_records(sources):
            yield from _in_all(record, sources.languages)


def _in_all(
    record: Record[Any], languages: Sequence[str], excused: Sequence[str] = ()
) -> Iterator[Fault]:
    for path, text in _texts(record.value, ()):
        yield from _compare(record, path, text, (languages, excused))


def _compare(
    record: Record[Any], path: Path, text: Text, expected: tuple[Iterable[str], Iterable[str]]
) -> Iterator[Fault]:
    languages, excused = expected
    name = name_of(path)
    for code in languages:
        if code not in text.languages and code not in excused:
            yield record.fault("missing-language", f"'{name}' has no words in '{code}'", *path)
    for code in sorted(text.languages - set(languages)):
        message = f"'{name}' has words in '{code}', which the pack does not list"
        yield record.fault("unknown-language", message, *path, code)


def _zone_exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _texts(value: object, path: Path) -> Iterator[tuple[Path, Text]]:
    if isinstance(value, Text):
        yield path, value
        return
    for step, inner in _parts(value):
        yield from _texts(inner, (*path, step))


def _parts(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, Data):
        # The words of a law exist in some languages only: rules/law_versions.py.
        left_out = {"text"} if isinstance(value, ArticleVersion) else set()
        names = [name for name in type(value).model_fields if name not in left_out]
        return [(name, getattr(value, name)) for name in names]
    if isinstance(value, Mapping):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, tuple) else []
