"""Small parts that several pages show: sources, versions, differences."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korgoo.lawbook import laws, wording
from korgoo.lib.difference import Run, difference
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from korgoo.countrypack.schema.base import DayOrUnknown
    from korgoo.countrypack.schema.provenance import Provenance
    from korgoo.lawbook.standing import Version

ADDRESS = re.compile(r"(https?://\S+)")
TRUST = {
    "sourced": _("Found in a public source"),
    "background-high": _("Background knowledge, not found in a source"),
    "background-medium": _("Background knowledge, not found in a source"),
    "proposal": _("Proposal of the platform"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """Words that may lead somewhere; ``href`` is empty when they do not."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something comes from, in parts, addresses among them. ``as_of`` is None if unknown."""

    parts: tuple[Link, ...]
    trust: str
    status: str
    as_of: date | None


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of an article. ``text`` is empty when the words could not be had.

    Attributes:
        number: counted from 1, oldest first; 0 where versions are not counted.
        lang: language of the text, where it is not the language of the page.
        official: languages of the official text, in words.
        never: another version took its place before it began.
        by: the amending instrument.
        source: None for what was adopted on the platform.
    """

    number: int
    name: str
    href: str
    text: str
    lang: str
    lang_name: str
    gist: str
    official: str
    starts: date | None
    ends: date | None
    is_day_known: bool
    is_end_known: bool
    never: bool
    by: Link | None
    legal_basis: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class Sides:
    """Two wordings in one language, side by side. ``runs`` is empty when one of them is missing."""

    language: str
    language_name: str
    before: str
    after: str
    runs: tuple[Run, ...]

    @property
    def is_same(self) -> bool:
        """Nothing differs."""
        return all(run.kind == "kept" for run in self.runs)


def source(provenance: "Provenance") -> Source:
    """Say where something comes from, with addresses that can be followed."""
    parts = [part for part in ADDRESS.split(provenance.source) if part.strip()]
    links = (Link(part, part if ADDRESS.fullmatch(part) else "") for part in parts)
    return Source(
        parts=tuple(links),
        trust=str(TRUST[provenance.trust]),
        status=provenance.status,
        as_of=_known(provenance.as_of),
    )


def version_line(key: str, version: "Version", number: int = 0) -> VersionLine:
    """Describe a version of an article.

    Args:
        key: Of its instrument.
        version: As arranged.
        number: Counted from 1 where versions are counted.
    """
    text, code = wording.spoken(version.text or {})
    return VersionLine(
        number=number,
        name=wording.article_name(version.number, version.title),
        href=reverse("lawbook:article", args=[key, version.article]),
        text=text,
        lang=code if code != wording.language() else "",
        lang_name=wording.language_name(code) if code else "",
        gist=wording.in_language(version.gist or {}),
        official=wording.language_names(version.languages),
        starts=version.starts,
        ends=version.ends,
        is_day_known=version.is_day_known,
        is_end_known=version.is_end_known,
        never=_never(version),
        by=instrument_link(version.amended_by) if version.amended_by else None,
        legal_basis=version.legal_basis,
        source=source(version.provenance) if version.provenance else None,
    )


def instrument_link(key: str) -> Link:
    """Name an instrument by its short title, with its page; by its key when it is not there."""
    try:
        found = laws.instrument(key)
    except NotFound:
        return Link(key)
    name = wording.in_language(found.short.root)
    return Link(name, reverse("lawbook:instrument", args=[key]))


def sides(
    before: "Mapping[str, str]", after: "Mapping[str, str]", languages: "Iterable[str]"
) -> list[Sides]:
    """Set two wordings side by side, language by language, as far as either is there.

    Args:
        before: Older words by language.
        after: Newer words by language.
        languages: In which order.
    """
    return [
        Sides(
            language=code,
            language_name=wording.language_name(code),
            before=before.get(code, ""),
            after=after.get(code, ""),
            runs=difference(before.get(code, ""), after.get(code, "")),
        )
        for code in languages
        if before.get(code) or after.get(code)
    ]


def page_language_first(codes: "Iterable[str]") -> list[str]:
    """Put the language of the page before the others."""
    return sorted(codes, key=lambda code: code != wording.language())


def _never(version: "Version") -> bool:
    first = version.starts or date.min
    return version.ends is not None and (version.ends < first or version.ends == date.min)


def _known(day: "DayOrUnknown") -> date | None:
    return None if day == "unknown" else day
