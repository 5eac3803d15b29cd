"""Every paper in every language: its tag, its title, its words, and no word of another language."""

import gettext
import html
import io
import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import pypdf
import pytest
from django.urls import reverse
from django.utils import translation

from korgoo.access.enums import Facet
from korgoo.access.models import AuditEvent
from korgoo.assistance import services as assistance
from korgoo.casework import services as casework
from korgoo.casework.enums import Scope
from korgoo.closing import services as closing
from korgoo.closing.enums import Answer, Asked, Way
from korgoo.closing.services import Reply
from korgoo.countrypack import api as packs
from korgoo.countrypack import paper_languages
from korgoo.determination.enums import DecisionState
from tests import (
    factories_casework,
    factories_determination,
    factories_referral,
    factories_return,
    members,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LOCALE = Path(__file__).resolve().parents[2] / "locale"
PERSON = ("Invented Person", "Invented_Person", "0555", "An invented story", "apricot")
# Letters that a word of the other languages cannot do without, and the shortest text looked for.
KYRGYZ, CYRILLIC, SHORTEST = re.compile("[ңөүҢӨҮ]"), re.compile("[а-яёңөү]", re.IGNORECASE), 9


@dataclass(frozen=True)
class Paper:
    """A printed paper as a member finds it.

    Attributes:
        browser: Of the member who prints.
        page: Address of the page that offers it.
        pdf: Address of the paper.
        title: Its title in English.
        context: Of the title.
        columns: In how many languages it usually stands.
        is_one_page: Whether one page is promised.
        usual: Its languages when none is asked for.
    """

    browser: members.Browser
    page: str
    pdf: str
    title: str
    context: str = ""
    columns: int = 1
    is_one_page: bool = True
    usual: tuple = ("en",)


def letter(enter):
    people = factories_referral.net()
    row, _code = factories_referral.sent(people)
    page, pdf = (reverse(f"referral:{name}", args=[row.pk]) for name in ("sent", "letter"))
    return Paper(
        enter(people.officer), page, pdf, "Referral for help", "title of the letter", 2,
        usual=("ky", "ru"),
    )  # fmt: skip


def reading(enter):
    people = factories_casework.mechanism()
    case = factories_casework.case(people.officer, is_told=True)
    card = factories_casework.read_card(case, people.officer, ("documents", "kept"))
    page, pdf = (reverse(f"identification:{n}", args=[card.id]) for n in ("reading", "print"))
    return Paper(enter(people.officer), page, pdf, "Reading of a card", "", 2, usual=("ky", "ru"))


def decision(enter):
    people = factories_determination.Court()
    row = factories_determination.decision(people, DecisionState.DECIDED)
    page, pdf = (reverse(f"determination:{n}", args=[row.pk]) for n in ("decision", "paper"))
    return Paper(
        enter(people.officer), page, pdf, "Decision on the status", "title of a paper", 2,
        usual=("ky", "ru"),
    )  # fmt: skip


def note(enter):
    people = factories_determination.Court()
    row = factories_determination.note(people)
    page, pdf = (reverse(f"determination:{n}", args=[row.pk]) for n in ("give_note", "note_paper"))
    return Paper(
        enter(people.officer), page, pdf, "Screened for trafficking in persons",
        "title of a paper", 3, usual=("ky", "ru", "en"),
    )  # fmt: skip


def programme(enter):
    people = factories_casework.mechanism()
    case = factories_casework.case(people.shelter, is_told=True)
    assistance.write_goals(case.pk, "1 2 3", actor=people.shelter.actor)
    page, pdf = (reverse(f"assistance:{n}", args=[case.pk]) for n in ("programme", "paper"))
    return Paper(
        enter(people.shelter), page, pdf, "Individual programme", "title of the paper", 2,
        is_one_page=False, usual=("ky", "ru"),
    )  # fmt: skip


def persons_card(enter):
    people = factories_casework.mechanism()
    case = factories_casework.case(people.officer, is_told=True)
    browser = enter(people.officer)
    browser.post(reverse("mypage:make_code", args=[case.pk]))
    page, pdf = (reverse(f"mypage:{n}", args=[case.pk]) for n in ("made", "card"))
    return Paper(
        browser, page, pdf, "Information", "neutral title of a page", 2, usual=("ky", "ru")
    )


def _return(enter, name, *more, **usual):
    team = factories_return.People()
    plan = factories_return.prepared(team)
    page, pdf = (reverse(f"safe_return:{n}", args=[plan.pk]) for n in ("plan", name))
    return Paper(enter(team.worker), page, pdf, *more, **usual)


def receipt(enter):
    return _return(enter, "receipt", "Receipt of a handover", "", 3, usual=("ky", "ru", "en"))


def pocket_card(enter):
    return _return(enter, "card", "Numbers for the road", usual=("ky",))


def recall(enter):
    team = factories_return.People()
    found, abroad = factories_return.case(team), factories_return.partner(team)
    row = factories_return.package(team, found, abroad, Facet.IDENTITY)
    casework.withdraw_consent(
        found.pk,
        frozenset({Scope.REFERRAL}),
        recipient_id=abroad.partner.organisation_id,
        actor=team.worker.actor,
    )
    page, pdf = (reverse(f"safe_return:{n}", args=[row.pk]) for n in ("package", "recall_letter"))
    return Paper(
        enter(team.worker), page, pdf, "Please use this package no more", "", 3,
        usual=("ky", "ru", "en"),
    )  # fmt: skip


def copy(enter):
    people = factories_casework.mechanism()
    # The person's own words stand on it as they are: none here, so that each word is the paper's.
    case = factories_casework.case(people.officer)
    row = closing.take_request(case.pk, Asked.COPY, way=Way.PHONE, actor=people.officer.actor)
    closing.answer_request(row.pk, Reply(Answer.GRANTED), actor=people.officer.actor)
    page, pdf = (reverse(f"closing:{n}", args=[row.pk]) for n in ("request", "copy_pdf"))
    return Paper(enter(people.officer), page, pdf, "What is kept about you", "", is_one_page=False)


def cases(enter):
    people = factories_casework.mechanism()
    factories_casework.case(people.officer, is_told=True)
    pdf = reverse("casework:export", args=["pdf"])
    return Paper(enter(people.officer), reverse("casework:list"), pdf, "Cases by code")


def statuses(enter):
    people = factories_casework.mechanism()
    page, pdf = reverse("casework:status_map"), reverse("casework:status_map_paper")
    return Paper(enter(people.officer), page, pdf, "Statuses of a case", is_one_page=False)


EVERY = [
    letter, reading, decision, note, programme, persons_card, receipt, pocket_card, recall, copy,
    cases, statuses,
]  # fmt: skip


@pytest.fixture(params=EVERY, ids=lambda make: make.__name__)
def paper(request, client):
    with translation.override("en"):
        return request.param(lambda member: members.Browser(client, member))


def printed(paper, languages=()):
    query = {paper_languages.FIELD: ".".join(languages)} if languages else {}
    answer = paper.browser.get(paper.pdf, **query)
    assert answer.status_code == 200, languages
    assert answer["Content-Type"] == "application/pdf"
    assert b"pdfuaid:part" in answer.content
    return answer


def titles(paper, languages):
    for language in languages:
        with translation.override(language):
            said = translation.pgettext(paper.context, paper.title) if paper.context else (
                translation.gettext(paper.title)
            )  # fmt: skip
        assert language == "en" or said != paper.title
        yield said


def judge(paper, answer, languages):
    """Look at the tag, the title and the words of a paper in these languages."""
    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    text, title = speaks(reader, languages), squeezed(reader.metadata.title)
    for said in titles(paper, languages):
        assert squeezed(said) in text
        assert squeezed(said) in title or paper.columns == 3
    assert title.startswith(squeezed(next(titles(paper, languages))))
    if paper.is_one_page:
        assert len(reader.pages) == 1


def speaks(reader, languages):
    """Tell what stands on a paper, which is tagged and written in these languages and no other."""
    assert reader.trailer["/Root"]["/Lang"] == languages[0]
    text = squeezed("".join(page.extract_text() for page in reader.pages))
    for language in packs.current().language_details.values():
        text = text.replace(language.own_name, "")  # a language has its own name in each language
    text = text.replace(reverse("referral:confirm"), "")  # an address is the same in each language
    everything = text + squeezed(reader.metadata.title)
    assert foreign(everything, languages) == []
    if languages == ("en",):
        assert not CYRILLIC.search(everything)
    if "ky" not in languages:
        assert not KYRGYZ.search(everything)
    return text


def test_as_usual_it_stands_in_the_languages_it_always_stood_in(paper):
    judge(paper, printed(paper), paper.usual)


def test_it_is_printed_in_each_language_that_is_offered(paper):
    offered = paper_languages.offered(paper.columns)
    assert {("ky",), ("ru",), ("en",)} <= set(offered)
    assert paper.columns == 1 or ("ky", "en") in offered
    for languages in offered:
        judge(paper, printed(paper, languages), languages)


def test_its_page_offers_each_language_and_the_usual_way(paper):
    page = html.unescape(paper.browser.get(paper.page).text)
    ways = {choice["query"] for choice in paper_languages.choices(paper.columns)}
    assert len(ways) == {1: 3, 2: 5, 3: 6}[paper.columns]
    for way in ways:
        assert f'href="{paper.pdf}?{way}"' in page
    assert "In which language" in members.words_of_main(paper.browser.get(paper.page))


def test_no_person_stands_in_the_name_of_the_file_or_in_the_title(paper):
    for languages in ((), ("en",)):
        answer = printed(paper, languages)
        title = pypdf.PdfReader(io.BytesIO(answer.content)).metadata.title
        told = answer["Content-Disposition"] + title
        assert not [word for word in PERSON if word in told]


def test_in_another_language_it_leaves_the_same_rows(paper):
    assert rows_left(paper, ("en",)) == rows_left(paper, ())


def rows_left(paper, languages):
    before = AuditEvent.objects.count()
    printed(paper, languages)
    return list(AuditEvent.objects.order_by("seq").values_list("event", "detail")[before:])


def test_what_is_not_offered_is_not_found_and_leaves_no_row(paper):
    before = AuditEvent.objects.count()
    for asked in ("", "tr", "en.ky", "ky.ru.en.ky", "EN", "en/../ky"):
        answer = paper.browser.get(paper.pdf, **{paper_languages.FIELD: asked})
        assert answer.status_code == 404, asked
    assert AuditEvent.objects.count() == before


def test_a_form_and_a_card_to_take_along_speak_one_language(client):
    people, views = factories_casework.mechanism(), packs.current().views
    browser = members.Browser(client, people.officer)
    pocket = next(key for key, view in views.items() if view.pocket)
    for key, language in product(("labour-inspector", pocket), packs.current().languages):
        answer = browser.get(reverse("fieldforms:paper", args=[key, language]))
        reader = pypdf.PdfReader(io.BytesIO(answer.content))
        title = views[key].title.in_language(language)
        assert reader.metadata.title == title
        assert squeezed(title) in speaks(reader, (language,))


def squeezed(words):
    """Without spaces, which a line break takes or adds."""
    return re.sub(r"\s+", "", words)


def foreign(text, languages):
    """Find texts of the catalogues that stand there in a language that was not asked for."""
    own = "\n".join("\n".join(texts(language)) for language in languages)
    others = {"ky", "ru", "en"} - set(languages)
    return [
        words
        for language in others
        for words in texts(language)
        if words in text and words not in own
    ]


@cache
def texts(language):
    """Give the texts of a language, without what is filled in, squeezed; the short ones left out."""
    catalogue = gettext.translation("django", LOCALE, ["ru" if language == "en" else language])
    found = set()
    for source, said in catalogue._catalog.items():
        key = source[0] if isinstance(source, tuple) else source
        whole = key.partition("\x04")[2] or key
        for part in re.split(r"%\(\w+\)s|%s", whole if language == "en" else said):
            if key and len(squeezed(part)) >= SHORTEST:
                found.add(squeezed(part))
    assert len(found) > 1000
    return frozenset(found)


def test_the_looking_glass_sees_a_foreign_word():
    with translation.override("ru"):
        russian = squeezed(translation.gettext("Place for the stamp"))
    assert foreign(f"x{russian}x", ("en",)) == [russian]
    assert foreign("xPlaceforthestampx", ("ru", "ky")) == ["Placeforthestamp"]
    assert foreign("xPlaceforthestampx", ("ky", "en")) == []
