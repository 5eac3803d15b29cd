"""Articles and instruments as they stood on a day. Plain Python: no Django, no database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.lawbook.force import begins

if TYPE_CHECKING:
    from korgoo.countrypack.schema.lawbook import Article, ArticleVersion, Instrument
    from korgoo.countrypack.schema.provenance import Provenance

DAY = timedelta(days=1)
NEVER = date.min


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of an article, and the days for which it stood.

    Attributes:
        article: key of the article in its instrument.
        number: as it is quoted; "—" for what has no number of its own.
        title, text, gist: words by language code; ``text`` is None when it could not be had.
        starts: first day; None: from the beginning, or nobody knows since when.
        ends: last day, or None while it stands; before ``starts`` when another took its place.
        is_day_known: false: ``starts`` is only the earliest day that is possible.
        is_end_known: false: the next version may have begun later than the day after ``ends``.
        amended_by: key of the amending instrument, for a version of the country pack.
        legal_basis: by what right, in words, for a version adopted on the platform.
        package: the package of amendments by which it was adopted.
        languages: in which the official text exists, as far as known.
        provenance: of a version of the country pack.
    """

    article: str
    number: str
    title: Mapping[str, str]
    text: Mapping[str, str] | None = None
    gist: Mapping[str, str] | None = None
    starts: date | None = None
    ends: date | None = None
    is_day_known: bool = True
    is_end_known: bool = True
    amended_by: str | None = None
    legal_basis: str = ""
    package: UUID | None = None
    languages: tuple[str, ...] = ()
    provenance: "Provenance | None" = None

    @property
    def is_missing(self) -> bool:
        """The words of this version could not be had."""
        return self.text is None

    @property
    def is_change(self) -> bool:
        """It was brought by an amendment, of the pack or of the platform."""
        return self.amended_by is not None or bool(self.legal_basis)

    def holds(self, day: date) -> bool:
        """Tell whether the article stood so on a day; first and last day included."""
        begun = self.starts is None or self.starts <= day
        return begun and (self.ends is None or day <= self.ends)


Articles = Mapping[str, tuple[Version, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which articles of an instrument changed.

    Attributes:
        day: the day; when ``is_day_known`` is false the earliest that is possible.
        articles: keys of the articles, in the order of the instrument.
        amended_by: key of the amending instrument; None for what was adopted on the platform.
        legal_basis: in words, for what was adopted on the platform.
    """

    day: date
    is_day_known: bool
    articles: tuple[str, ...]
    amended_by: str | None = None
    legal_basis: str = ""


def from_pack(
    article: "Article", instrument: "Instrument", adopted: Mapping[str, date | None]
) -> list[Version]:
    """Read the versions of an article that the country pack holds.

    Args:
        article: with its versions, oldest first.
        instrument: to which it belongs.
        adopted: the day of each instrument of the pack by key: a change whose day of effect is not
            known cannot be older than the act that brought it.

    Returns:
        The versions in the order of the pack, each with its own last day alone; ``arrange`` them.
    """
    return [
        Version(
            article=article.key,
            number=article.number,
            title=article.title.root,
            text=one.text.root if one.text else None,
            gist=one.gist.root if one.gist else None,
            starts=_first_day(one, instrument, adopted),
            ends=one.valid_to,
            is_day_known=one.day_known,
            amended_by=one.amended_by,
            languages=one.languages,
            provenance=one.provenance,
        )
        for one in article.versions
    ]


def arrange(versions: Iterable[Version], *, last: date | None = None) -> tuple[Version, ...]:
    """Put the versions of one article in order, and end each the day before the next begins.

    Args:
        versions: of one article; of two that begin on one day the later in this order stands.
        last: the last day of the instrument, None while it is in force.

    Returns:
        Oldest first. Never two of them hold one day.
    """
    rows = sorted(versions, key=lambda one: one.starts or NEVER)
    following: list[Version | None] = [*rows[1:], None]
    return tuple(
        replace(one, ends=_earliest(one.ends, _eve(after), last), is_end_known=_is_known(after))
        for one, after in zip(rows, following, strict=True)
    )


def on_day(versions: Iterable[Version], day: date) -> Version | None:
    """Find the version that stood on a day.

    Args:
        versions: arranged.
        day: any day.

    Returns:
        None when the article did not stand then, or nothing is known of how it stood.
    """
    return next((one for one in versions if one.holds(day)), None)


def all_on_day(articles: Articles, day: date) -> list[Version]:
    """Give an instrument as it stood on a day: one version of each article that stood then."""
    found = (on_day(versions, day) for versions in articles.values())
    return [one for one in found if one is not None]


def changes(articles: Articles) -> list[Change]:
    """List the days on which an instrument changed, oldest first."""
    found: dict[tuple[date, bool, str | None, str], list[str]] = {}
    for key, versions in articles.items():
        for one in versions:
            if one.is_change and one.starts is not None:
                place = (one.starts, one.is_day_known, one.amended_by, one.legal_basis)
                found.setdefault(place, []).append(key)
    return sorted(
        (
            Change(day, is_known, tuple(keys), amended_by, basis)
            for (day, is_known, amended_by, basis), keys in found.items()
        ),
        key=lambda change: (change.day, change.amended_by or "", change.legal_basis),
    )


def _first_day(
    version: "ArticleVersion", instrument: "Instrument", adopted: Mapping[str, date | None]
) -> date | None:
    if version.valid_from is not None:
        return version.valid_from
    if version.amended_by is not None:
        return adopted.get(version.amended_by) or begins(instrument)
    return begins(instrument)


def _eve(following: Version | None) -> date | None:
    """Give the last day before the next version; none when there is no next one."""
    if following is None:
        return None
    return NEVER if following.starts in (None, NEVER) else following.starts - DAY


def _is_known(following: Version | None) -> bool:
    return following is None or following.is_day_known


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)
