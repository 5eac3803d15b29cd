"""The directory in words, in the language of the page."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from babel import Locale
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.directory.enums import Ability, Group
from korgoo.lib.collation import place_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from korgoo.directory.fitting import Reason

Choices = list[tuple[str, str]]
DAYS: "tuple[_StrPromise, ...]" = (
    pgettext_lazy("day of the week", "Monday"),
    pgettext_lazy("day of the week", "Tuesday"),
    pgettext_lazy("day of the week", "Wednesday"),
    pgettext_lazy("day of the week", "Thursday"),
    pgettext_lazy("day of the week", "Friday"),
    pgettext_lazy("day of the week", "Saturday"),
    pgettext_lazy("day of the week", "Sunday"),
)
REASONS: "Mapping[str, _StrPromise]" = {
    "takes_women": gettext_lazy("Takes women."),
    "takes_men": gettext_lazy("Takes men."),
    "takes_children": gettext_lazy("Takes children without an adult."),
    "takes_women_with_children": gettext_lazy("Takes women with children."),
    "takes_men_with_children": gettext_lazy("Takes men with children."),
    "takes_families": gettext_lazy("Takes families."),
    "not_women": gettext_lazy("Does not take women."),
    "not_men": gettext_lazy("Does not take men."),
    "not_children": gettext_lazy("Does not take children without an adult."),
    "no_children_along": gettext_lazy("Takes no children, not even with a parent."),
    "too_many_children": gettext_lazy("Children with a parent: at most %(most)s."),
    "sex_open": gettext_lazy("The sex is not known: ask whom they take."),
    "ages": gettext_lazy("Ages: %(low)s to %(high)s only."),
    "ages_from": gettext_lazy("Ages: from %(low)s on only."),
    "ages_to": gettext_lazy("Ages: up to %(high)s only."),
    "ready": gettext_lazy("Ready for: %(abilities)s."),
    "not_ready": gettext_lazy("Not ready for: %(abilities)s."),
    "same_region": gettext_lazy("Serves the region where the person is."),
    "other_regions": gettext_lazy("Serves only: %(regions)s."),
    "free_places": gettext_lazy("Free places: %(free)s of %(total)s."),
    "no_place": gettext_lazy("No free place: %(free)s of %(total)s."),
    "too_few_places": gettext_lazy("Too few free places: %(free)s of %(total)s."),
    "places_stale": gettext_lazy(
        "Free places: %(free)s of %(total)s, checked too long ago. Call first."
    ),
    "places_not_counted": gettext_lazy("Places for this group are not counted. Call first."),
    "stay": gettext_lazy("Longest stay in days: %(days)s."),
    "short_stay": gettext_lazy("Longest stay in days: %(days)s. Plan now where to go after it."),
    "interpreter": gettext_lazy("An interpreter is needed: they speak %(languages)s."),
    "closed_now": gettext_lazy("Closed at this hour."),
    "entry_stale": gettext_lazy("This entry was checked too long ago. Call first."),
}


def reason_words(reason: "Reason") -> str:
    """Say one reason as a sentence."""
    writers = {"abilities": ability_words, "regions": region_words, "languages": language_words}
    values = {k: writers[k](v) if k in writers else v for k, v in reason.values.items()}
    return str(REASONS[reason.code]) % values


def kind_choices(mandates: frozenset[str] | None = None) -> Choices:
    """List the kinds of help of the pack; with ``mandates`` those that such a body gives."""
    return [
        (kind.key, kind.name.in_language(_reader()))
        for kind in packs.current().referral_types
        if mandates is None or kind.needs_mandate in mandates
    ]


def kind_name(key: str) -> str:
    """Name a kind of help; an unknown key stands for itself."""
    return dict(kind_choices()).get(key, key)


def region_choices() -> Choices:
    """List the units of the highest level that exist today, in the order of the pack."""
    units = packs.current().units
    return [
        (unit.code, unit.name.in_language(_reader()))
        for unit in units
        if unit.level == 1 and unit.valid_to is None
    ]


def region_name(code: str) -> str:
    """Name a region; an unknown code stands for itself."""
    return dict(region_choices()).get(code, code)


def own_language_choices() -> Choices:
    """List the languages of the pack by their own names."""
    pack = packs.current()
    return [(code, pack.language_details[code].own_name) for code in pack.languages]


def other_language_choices() -> Choices:
    """List every other language with a short code, by name in the reader's language."""
    own = packs.current().languages
    return [pair for pair in _languages(_reader()) if pair[0] not in own]


def region_words(codes: Iterable[str]) -> str:
    """Name regions in one line; none at all is the whole country."""
    return _listed(map(region_name, codes)) or _("The whole country")


def language_words(codes: Iterable[str]) -> str:
    """Name languages in one line."""
    names = dict([*own_language_choices(), *other_language_choices()])
    return _listed(names.get(code, code) for code in codes)


def group_words(groups: Iterable[str]) -> str:
    """Name groups in one line, in the order of the list of groups."""
    chosen = set(groups)
    return _listed(str(group.label) for group in Group if group in chosen)


def ability_words(abilities: Iterable[str]) -> str:
    """Name disabilities in one line."""
    return _listed(str(Ability(one).label) for one in abilities)


def hours_lines(service: Any) -> list[str]:
    """Say when a service is open, a line for each day that has hours."""
    if service.is_round_the_clock:
        return [_("Day and night, every day")]
    return [
        _("%(day)s: %(start)s to %(end)s") % {"day": day, "start": span[0], "end": span[1]}
        for number, day in enumerate(DAYS)
        if (span := service.hours.get(str(number)))
    ]


def _listed(names: Iterable[str]) -> str:
    # CLDR joins a Kyrgyz list of three by no pattern at all; a comma is right in every language here.
    return ", ".join(str(name) for name in names)


def _reader() -> str:
    return (get_language() or packs.current().default_language)[:2]


@cache
def _languages(reader: str) -> Choices:
    names = Locale(reader).languages
    pairs = [(code, str(name)) for code, name in names.items() if len(code) == 2]
    return sorted(pairs, key=lambda pair: place_of(pair[1]))
