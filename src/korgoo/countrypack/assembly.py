"""Turns checked records into the pack that the rest of the platform uses."""

from korgoo.countrypack.reading.sources import CatalogueSource, Sources
from korgoo.countrypack.schema.catalogues import Catalogue
from korgoo.countrypack.schema.head import PackHead
from korgoo.countrypack.schema.pack import Pack
from korgoo.countrypack.schema.support import ConsentTexts
from korgoo.countrypack.schema.views import (
    AgencyView,
    Option,
    PageData,
    Question,
    QuestionData,
    ViewData,
    ViewPage,
)


def assemble(sources: Sources, head: PackHead, consent: ConsentTexts) -> Pack:
    """Put a pack together from records in which no fault was found."""
    catalogues = {one.folder: _catalogue(one) for one in sources.catalogues}
    views = [record.value for record in sources.views]
    return Pack(
        code=head.code,
        name=head.name,
        languages=sources.languages,
        language_details={language.code: language for language in head.languages},
        default_language=head.default_language,
        time_zone=head.time_zone,
        unit_levels=head.unit_levels,
        units=sources.units.values,
        bodies=sources.bodies.values,
        clocks={clock.key: clock for clock in sources.clocks.values},
        catalogues=catalogues,
        views={view.key: _view(view, catalogues[view.catalogue]) for view in views},
        referral_types=sources.referral_types.values,
        consent=consent,
        hotlines=sources.hotlines.values,
        needs_help_now=sources.needs_help_now.values,
        statuses={f"{one.axis}.{one.key}": one for one in sources.statuses.values},
        provenance=head.provenance,
    )


def _catalogue(source: CatalogueSource) -> Catalogue:
    if source.head is None:  # a faulty head is a fault, and faults are never assembled
        raise ValueError(source.folder)
    head = source.head.value
    fields = {name: getattr(head, name) for name in type(head).model_fields}
    return Catalogue(**fields, indicators=source.indicators.values)


def _view(view: ViewData, catalogue: Catalogue) -> AgencyView:
    return AgencyView(
        key=view.key,
        title=view.title,
        intro=view.intro,
        catalogue=view.catalogue,
        pages=tuple(_page(page, catalogue) for page in view.pages),
        advice=view.advice,
        provenance=view.provenance,
    )


def _page(page: PageData, catalogue: Catalogue) -> ViewPage:
    questions = tuple(_question(question, catalogue) for question in page.questions)
    return ViewPage(title=page.title, questions=questions)


def _question(data: QuestionData, catalogue: Catalogue) -> Question:
    if data.indicator is not None:
        return _short(data, data.indicator, catalogue)
    if data.text is None or data.key is None:  # refused by the rules on questions
        raise ValueError(data.key)
    return Question(
        key=data.key, text=data.text, hint=data.hint, kind=data.kind, options=data.options
    )


def _short(data: QuestionData, code: str, catalogue: Catalogue) -> Question:
    answers = catalogue.answers
    return Question(
        key=data.key or code,
        text=catalogue.indicator(code).question,
        hint=data.hint,
        kind="indicator",
        options=(
            Option(key="yes", text=answers.yes, sets={code: "present"}),
            Option(key="no", text=answers.no, sets={code: "absent"}),
        ),
    )
