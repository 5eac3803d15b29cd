"""Empty forms of the country that this installation serves."""

from typing import TYPE_CHECKING

from korgoo.casework import places
from korgoo.countrypack import api as packs
from korgoo.fieldforms.exports.blank import Blank, speaking

if TYPE_CHECKING:
    from korgoo.countrypack.api import AgencyView
    from korgoo.identification.api import Edition


def blank_of(view: "AgencyView", edition: "Edition") -> Blank:
    """Put together what a form of a view is made from, in all languages of the country."""
    pack = packs.current()
    return Blank(
        view=view,
        edition=edition.name,
        digest=edition.digest,
        catalogues=edition.data.catalogues,
        languages=tuple(pack.language_details[code] for code in pack.languages),
        default_language=pack.default_language,
        read_aloud=pack.consent.told[0].text,
        spoken=_spoken(pack.languages),
        hotlines=pack.hotlines,
    )


def _spoken(languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Name every language that a person may speak in each language of the country."""
    by_reader = {}
    for one in languages:
        with speaking(one):
            by_reader[one] = dict(places.languages())
    first = by_reader[languages[0]]
    return {
        code: {one: by_reader[one].get(code, name) for one in languages}
        for code, name in first.items()
    }
