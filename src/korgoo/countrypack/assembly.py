"""Turns checked records into the pack that the rest of the platform uses."""

from collections.abc import Iterator, Mapping
from itertools import count

from korgoo.countrypack.reading.sources import (
    CampaignSources,
    CatalogueSource,
    GuidelineSources,
    InformationSources,
    LawbookSources,
    Sources,
)
from korgoo.countrypack.schema.campaign import CampaignFacts
from korgoo.countrypack.schema.catalogues import AnswerWords, Catalogue, IndicatorData
from korgoo.countrypack.schema.guideline import GuidelineData
from korgoo.countrypack.schema.head import PackHead
from korgoo.countrypack.schema.information import Information
from korgoo.countrypack.schema.lawbook import Lawbook
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

# Indicators by code, each with the answers of its catalogue.
Answers = Mapping[str, tuple[IndicatorData, AnswerWords]]


def assemble(sources: Sources, head: PackHead, consent: ConsentTexts) -> Pack:
    """Put a pack together from records in which no fault was found."""
    guideline = assemble_guideline(sources.guideline)
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
        reminders=head.reminders,
        guideline=guideline.head,
        catalogues=guideline.catalogues,
        views=guideline.views,
        vectors=guideline.vectors,
        lawbook=_lawbook(sources.lawbook),
        information=_information(sources.information),
        offer_signs=sources.offer_signs.values,
        platform=sources.platform.values,
        public_door=sources.public_door.value if sources.public_door else None,
        campaign=_campaign(sources.campaign),
        plan=sources.plan.value if sources.plan else None,
        referral_types=sources.referral_types.values,
        consent=consent,
        sharing_grounds={one.key: one for one in sources.sharing_grounds.values},
        hotlines=sources.hotlines.values,
        needs_help_now=sources.needs_help_now.values,
        services={service.key: service for service in sources.services.values},
        retention={one.key: one for one in sources.retention.values},
        statuses={f"{one.axis}.{one.key}": one for one in sources.statuses.values},
        provenance=head.provenance,
    )


def assemble_guideline(sources: GuidelineSources) -> GuidelineData:
    """Put a guideline together from records in which no fault was found."""
    catalogues = {one.folder: _catalogue(one) for one in sources.catalogues}
    views = [record.value for record in sources.views]
    return GuidelineData(
        head=sources.head.value if sources.head else None,
        catalogues=catalogues,
        views={view.key: _view(view, catalogues) for view in views},
        vectors=sources.vectors.values,
    )


def _lawbook(sources: LawbookSources) -> Lawbook:
    return Lawbook(
        instruments=tuple(record.value for record in sources.instruments),
        concepts=sources.concepts.values,
        offences=sources.offences.values,
    )


def _information(sources: InformationSources) -> Information:
    if sources.head is None:
        return Information()
    head = sources.head.value
    return Information(
        destinations=head.destinations,
        steps=head.steps,
        questions=head.questions,
        believed_for=head.believed_for,
        numbers=sources.numbers.values,
        items=sources.items.values,
    )


def _campaign(sources: CampaignSources) -> CampaignFacts:
    return CampaignFacts(
        days=sources.days.values,
        themes=sources.themes.values,
        formats=sources.formats.values,
        audiences=sources.audiences.values,
        channels=sources.channels.values,
        questions=sources.questions.values,
        history=sources.history.values,
    )


def _catalogue(source: CatalogueSource) -> Catalogue:
    if source.head is None:  # a faulty head is a fault, and faults are never assembled
        raise ValueError(source.folder)
    head = source.head.value
    fields = {name: getattr(head, name) for name in type(head).model_fields}
    return Catalogue(**fields, indicators=source.indicators.values)


def _view(view: ViewData, catalogues: Mapping[str, Catalogue]) -> AgencyView:
    asked = [catalogues[key] for key in (view.catalogue, *view.also)]
    answers = {one.code: (one, book.answers) for book in asked for one in book.indicators}
    numbers = count(1)
    fields = {name: getattr(view, name) for name in type(view).model_fields}
    fields["pages"] = tuple(_page(page, answers, numbers) for page in view.pages)
    return AgencyView(**fields)


def _page(page: PageData, answers: Answers, numbers: Iterator[int]) -> ViewPage:
    questions = tuple(_question(one, answers, next(numbers)) for one in page.questions)
    return ViewPage(title=page.title, note=page.note, when=page.when, questions=questions)


def _question(data: QuestionData, answers: Answers, number: int) -> Question:
    if data.indicator is not None:
        return _short(data, answers[data.indicator], number)
    if data.text is None or data.key is None:  # refused by the rules on questions
        raise ValueError(data.key)
    return Question(
        key=data.key,
        number=number,
        text=data.text,
        hint=data.hint,
        kind=data.kind,
        options=data.options,
        facet=data.facet,
    )


def _short(data: QuestionData, sign: tuple[IndicatorData, AnswerWords], number: int) -> Question:
    indicator, words = sign
    code = indicator.code
    return Question(
        key=data.key or code,
        number=number,
        text=indicator.question,
        hint=data.hint,
        kind="indicator",
        options=(
            Option(key="yes", text=words.yes, sets={code: "present"}),
            Option(key="no", text=words.no, sets={code: "absent"}),
        ),
    )
