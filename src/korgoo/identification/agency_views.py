"""Which questions an officer may choose between: the agency views, and the whole list."""

from typing import TYPE_CHECKING

from korgoo.countrypack import api as packs
from korgoo.countrypack.schema.views import AgencyView, Option, Question, ViewPage
from korgoo.identification.enums import FULL_VIEW

if TYPE_CHECKING:
    from korgoo.countrypack.schema.catalogues import Catalogue, IndicatorData

DEFAULT_CATALOGUE = "ilo-labour"


def view_of(key: str, profile: str) -> AgencyView:
    """Find a view of the pack, or make the whole list for a profile.

    Raises:
        KeyError: The pack has no such view.
    """
    pack = packs.current()
    if key != FULL_VIEW:
        return pack.views[key]
    return _whole_list(pack.catalogues[DEFAULT_CATALOGUE], profile)


def _whole_list(catalogue: "Catalogue", profile: str) -> AgencyView:
    general = packs.current().views["presumed-victim"]
    pages = tuple(
        ViewPage(
            title=dimension.title,
            questions=tuple(
                _question(catalogue, sign)
                for sign in catalogue.indicators
                if sign.dimension == dimension.key and profile in sign.weights
            ),
        )
        for dimension in catalogue.dimensions
    )
    return AgencyView(
        key=FULL_VIEW,
        title=catalogue.title,
        intro=general.intro,
        catalogue=catalogue.key,
        pages=pages,
        advice=general.advice,
        provenance=catalogue.provenance,
    )


def _question(catalogue: "Catalogue", sign: "IndicatorData") -> Question:
    yes, no = catalogue.answers.yes, catalogue.answers.no
    return Question(
        key=sign.code.lower().replace(".", "-"),
        text=sign.question,
        hint=sign.title,
        kind="indicator",
        options=(
            Option(key="yes", text=yes, sets={sign.code: "present"}),
            Option(key="no", text=no, sets={sign.code: "absent"}),
        ),
    )
