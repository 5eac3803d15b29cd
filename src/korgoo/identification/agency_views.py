"""Which questions an officer may choose between: the agency views, and the whole lists."""

from typing import TYPE_CHECKING

from korgoo.countrypack.schema.views import AgencyView, Option, Question, ViewPage
from korgoo.identification.enums import FULL_PREFIX, FULL_VIEW

if TYPE_CHECKING:
    from korgoo.countrypack.schema.catalogues import Catalogue, IndicatorData
    from korgoo.countrypack.schema.guideline import GuidelineData


def view_of(key: str, guideline: "GuidelineData", *, child: bool = False) -> AgencyView:
    """Find a view of a guideline, or make the whole list of a catalogue.

    Args:
        key: Of a view; ``full`` for the whole list of the first weighted catalogue, ``full--`` and
            the key of a catalogue for another.
        guideline: The edition in use.
        child: Ask what is asked for a child.

    Raises:
        KeyError: The guideline has no such view.
    """
    if key == FULL_VIEW:
        return _whole_list(first_catalogue(guideline), guideline, key, child=child)
    if key.startswith(FULL_PREFIX):
        catalogue = guideline.catalogues[key.removeprefix(FULL_PREFIX)]
        return _whole_list(catalogue, guideline, key, child=child)
    return guideline.views[key]


def first_catalogue(guideline: "GuidelineData") -> "Catalogue":
    """Give the catalogue that is asked where none is named: the first weighted one.

    Raises:
        KeyError: The guideline has no catalogue that is asked by itself.
    """
    own = [one for one in guideline.catalogues.values() if one.second_to is None]
    for catalogue in own:
        if catalogue.rule == "weighted":
            return catalogue
    if not own:
        raise KeyError(FULL_VIEW)
    return own[0]


def whole_lists(guideline: "GuidelineData") -> "list[tuple[str, Catalogue]]":
    """List the catalogues that may be asked whole, by the key of their view."""
    first = first_catalogue(guideline)
    return [
        (FULL_VIEW if one is first else f"{FULL_PREFIX}{one.key}", one)
        for one in (first, *(c for c in guideline.catalogues.values() if c is not first))
        if one.second_to is None
    ]


def choices_for(
    guideline: "GuidelineData", *, mandates: frozenset[str], body: str
) -> list[AgencyView]:
    """List the views in which answers are entered, those made for this organisation first.

    Args:
        guideline: The edition in force.
        mandates: The organisation's.
        body: Code of the organisation.
    """
    views = [view for view in guideline.views.values() if view.pocket is None]
    return sorted(views, key=lambda view: _distance(view, mandates, body))


def _distance(view: AgencyView, mandates: frozenset[str], body: str) -> int:
    if body in view.for_bodies:
        return 0
    if mandates & set(view.for_mandates):
        return 1
    return 2 if not view.for_mandates and not view.for_bodies else 3


def _whole_list(
    catalogue: "Catalogue", guideline: "GuidelineData", key: str, *, child: bool
) -> AgencyView:
    profile = catalogue.profile_for(child=child)
    signs = [(number, sign) for number, sign in enumerate(catalogue.for_profile(profile), start=1)]
    pages = tuple(
        ViewPage(
            title=dimension.title,
            questions=tuple(
                _question(catalogue, sign, number)
                for number, sign in signs
                if sign.dimension == dimension.key
            ),
        )
        for dimension in catalogue.dimensions
        if any(sign.dimension == dimension.key for _number, sign in signs)
    )
    general = _nearest(catalogue, guideline)
    return AgencyView(
        key=key,
        title=catalogue.title,
        intro=general.intro,
        catalogue=catalogue.key,
        pages=pages,
        advice=general.advice,
        provenance=catalogue.provenance,
    )


def _nearest(catalogue: "Catalogue", guideline: "GuidelineData") -> AgencyView:
    """Find the view whose advice a whole list borrows: the most general one on the catalogue."""
    fitting = [v for v in guideline.views.values() if catalogue.key in v.catalogues and v.pages]
    return min(
        fitting,
        key=lambda v: (v.catalogue != catalogue.key, bool(v.for_mandates or v.for_bodies), v.key),
    )


def _question(catalogue: "Catalogue", sign: "IndicatorData", number: int) -> Question:
    yes, no = catalogue.answers.yes, catalogue.answers.no
    return Question(
        key=sign.code.lower().replace(".", "-"),
        number=number,
        text=sign.question,
        hint=sign.title,
        kind="indicator",
        options=(
            Option(key="yes", text=yes, sets={sign.code: "present"}),
            Option(key="no", text=no, sets={sign.code: "absent"}),
        ),
    )
