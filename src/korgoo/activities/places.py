"""Where something took place: every unit and village of the country, found in any spelling."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.utils.translation import get_language

from korgoo.countrypack import api as packs
from korgoo.lib.spelling import best, skeleton

GOOD = 0.62  # likeness below which two names are not taken for one
MOST = 8
VILLAGE = 9  # the level of a settlement: below every unit
# What people write around a name, as skeletons: it tells nothing apart.
AROUND = frozenset(
    skeleton(word)
    for word in (
        *("айылы", "айыл", "село", "с", "village", "айыл өкмөтү", "өкмөтү", "өкмөт", "аймак"),
        *("айылный", "аймагы", "району", "район", "district", "rayon", "raion", "облусу", "облус"),
        *("область", "обл", "region", "oblast", "oblus", "шаары", "шаар", "город", "г", "city"),
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """A unit or a village, named in the language of the page.

    Attributes:
        region: code of the unit of the highest level in which it lies, perhaps itself.
        inside: names of the units around it, the nearest first.
        first, last: days between which it exists; None when not known.
    """

    code: str
    name: str
    level: int
    region: str
    inside: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    keys: frozenset[str] = field(default=frozenset(), repr=False)
    around: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def whole(self) -> str:
        """The name with what lies around it, so that two of one name are told apart."""
        return ", ".join((self.name, *self.inside))

    def exists_on(self, day: date) -> bool:
        """Tell whether it is there on a day."""
        return (self.first is None or self.first <= day) and (
            self.last is None or day <= self.last
        )


def every() -> Mapping[str, Place]:
    """Give all places by code, in the language of the page."""
    return _places(id(packs.current()), (get_language() or "")[:2])


def get(code: str) -> Place | None:
    """Find a place by its code."""
    return every().get(code)


def name(code: str) -> str:
    """Name a place; its code when the pack does not have it any more."""
    found = get(code)
    return found.name if found else code


def whole_name(code: str) -> str:
    """Name a place with what lies around it."""
    found = get(code)
    return found.whole if found else code


def regions() -> list[Place]:
    """List the units of the highest level, in the order of the pack."""
    return [place for place in every().values() if place.level == 1]


def find(words: str, *, day: date | None = None) -> list[Place]:
    """Find places by their name, however it is spelled; the likeliest first.

    Args:
        words: A name, perhaps followed by what lies around it, parted by commas; or a code.
        day: Only places that exist then; None: all.

    Returns:
        What has this very name, else at most ``MOST`` that the words may mean.
    """
    found = named(words, day=day)
    asked, around = _parts(words)
    if found or not asked:
        return found
    there = _inside([p for p in every().values() if _is_there(p, day)], around)
    scored = [(max(best(asked, key.split()) for key in p.keys), p) for p in there if p.keys]
    good = sorted((s for s in scored if s[0] >= GOOD), key=lambda s: (-s[0], s[1].level))
    return [place for _score, place in good[:MOST]]


def named(words: str, *, day: date | None = None) -> list[Place]:
    """Find the places that have this very name, letters of another keyboard and endings apart.

    Args:
        words: As for ``find``.
        day: Only places that exist then; None: all.
    """
    if words.strip() in every():
        return [every()[words.strip()]]
    asked, around = _parts(words)
    there = [p for p in _by_key(every()).get(asked, ()) if _is_there(p, day)]
    return sorted(_inside(there, around), key=lambda p: p.level)[: 2 * MOST]


def sure(words: str, *, day: date | None = None) -> Place | None:
    """Give the one place that words name, without a doubt; None when somebody must choose."""
    found = named(words, day=day)
    return found[0] if len(found) == 1 else None


def _parts(words: str) -> tuple[str, list[str]]:
    """Read a name and what lies around it."""
    asked, *around = [_bare(part) for part in words.split(",") if part.strip()] or [""]
    return asked, [part for part in around if part]


def _is_there(place: Place, day: date | None) -> bool:
    return day is None or place.exists_on(day)


_indexes: dict[int, tuple[Mapping[str, Place], dict[str, list[Place]]]] = {}


def _by_key(known: Mapping[str, Place]) -> dict[str, list[Place]]:
    """Index places by the skeletons of their names, once for each set of places."""
    kept = _indexes.get(id(known))
    if kept is None or kept[0] is not known:
        index: dict[str, list[Place]] = {}
        for place in known.values():
            for key in place.keys:
                index.setdefault(key, []).append(place)
        kept = _indexes[id(known)] = (known, index)
    return kept[1]


def _inside(there: list[Place], around: list[str]) -> list[Place]:
    """Keep the places that lie where the words say: to the letter where there are any, else roughly."""
    exact = [place for place in there if all(part in place.around for part in around)]
    if exact or not around:
        return exact
    return [place for place in there if all(_lies_in(place, part) for part in around)]


def _lies_in(place: Place, part: str) -> bool:
    return any(best(part, one.split()) >= GOOD for one in place.around)


def _bare(words: str) -> str:
    """Bring a name to its skeleton, without the words around it; all of it when nothing else is left."""
    whole = skeleton(words)
    rest = [word for word in whole.split() if word not in AROUND]
    return " ".join(rest) or whole


@lru_cache(maxsize=8)
def _places(_pack: int, language: str) -> Mapping[str, Place]:
    pack = packs.current()
    units = {unit.code: unit for unit in pack.units}
    found: dict[str, Place] = {}
    for unit in sorted(pack.units, key=lambda u: u.level):
        above = found.get(unit.parent or "")
        names = [unit.name.in_language(code) for code in pack.languages]
        found[unit.code] = Place(
            code=unit.code,
            name=unit.name.in_language(language),
            level=unit.level,
            region=above.region if above else unit.code,
            inside=(above.name, *above.inside) if above else (),
            first=unit.valid_from,
            last=unit.valid_to,
            keys=_keys(names),
            around=(above.keys | above.around) if above else frozenset(),
        )
    for village in pack.villages:
        above, unit = found[village.parent], units[village.parent]
        found[village.code] = Place(
            code=village.code,
            name=village.name,
            level=VILLAGE,
            region=above.region,
            inside=(above.name, *above.inside),
            first=unit.valid_from,
            last=unit.valid_to,
            keys=_keys([village.name]),
            around=above.keys | above.around,
        )
    return found


def _keys(names: list[str]) -> frozenset[str]:
    return frozenset(key for one in names if (key := _bare(one)))
