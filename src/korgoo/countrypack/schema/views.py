from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from korgoo.countrypack.schema.base import Data, Key, Text
from korgoo.countrypack.schema.bodies import Mandate
from korgoo.countrypack.schema.catalogues import IndicatorCode
from korgoo.countrypack.schema.provenance import Provenance

Outcome = Literal["strong", "elements", "some", "labour_rights", "signs", "not_enough"]
Age = Literal["adult", "child", "doubt"]
QuestionKind = Literal["indicator", "age", "plain", "sealed"]
SealedIn = Literal["identity", "contact", "story"]
QuestionKey = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9][a-z0-9_-]*|[A-Z][0-9]+\.[0-9]{2})$")
]


class Option(Data):
    """One answer of a question, and what it says about indicators or about age.

    Attributes:
        now: what to do at once when this is the answer; shown before the next questions.
    """

    key: Key
    text: Text
    sets: Mapping[IndicatorCode, Literal["present", "absent"]] = {}
    age: Age | None = None
    now: Text | None = None


class QuestionData(Data):
    """A question as written in a pack: in full, or as the name of an indicator.

    Attributes:
        kind: "indicator" and "age" as before; "plain" is a choice that says nothing about an
            indicator (is it safe to talk?); "sealed" is written in words and sealed in ``facet``.
    """

    key: Key | None = None
    indicator: IndicatorCode | None = None
    text: Text | None = None
    hint: Text | None = None
    kind: QuestionKind = "indicator"
    options: tuple[Option, ...] = ()
    facet: SealedIn | None = None


class Condition(Data):
    """A page is asked when an earlier question has one of these answers.

    Attributes:
        question: its key; the code of the indicator for a question that has no key of its own.
        any_of: keys of its options; "yes" and "no" for a question named by its indicator.
    """

    question: QuestionKey
    any_of: Annotated[tuple[Key, ...], Field(min_length=1)]


class PageData(Data):
    """A page of questions as written in a pack.

    Attributes:
        note: said on top of the page, before its questions.
        when: all must hold, or the page is passed over.
    """

    title: Text
    note: Text | None = None
    when: tuple[Condition, ...] = ()
    questions: Annotated[tuple[QuestionData, ...], Field(min_length=1)]


class Pocket(Data):
    """A card to carry, on which nothing is entered: signs, a silent code, whom to call.

    Attributes:
        signs: codes of indicators, of any catalogue of the view.
        steps: what to do, in order.
        silent_code: how colleagues tell each other unnoticed; None when none was agreed.
        call: keys of hotlines of the pack.
    """

    signs: Annotated[tuple[IndicatorCode, ...], Field(min_length=1)]
    steps: Annotated[tuple[Text, ...], Field(min_length=1)]
    silent_code: Text | None = None
    call: tuple[Key, ...] = ()


class ViewData(Data):
    """A file of views/: what one agency asks, in its own order.

    Attributes:
        catalogue: what the view reads first.
        also: further catalogues whose indicators it asks about; each gives a reading of its own.
        for_mandates, for_bodies: whose view it is, so that it is offered first; empty: anybody's.
        pages: empty for a pocket card, and only for it.
        advice: by outcome, for every outcome that a catalogue of the view can give.
    """

    key: Key
    title: Text
    intro: Text
    catalogue: Key
    also: tuple[Key, ...] = ()
    for_mandates: tuple[Mandate, ...] = ()
    for_bodies: tuple[Key, ...] = ()
    pages: tuple[PageData, ...] = ()
    pocket: Pocket | None = None
    advice: Mapping[Outcome, Text] = {}
    provenance: Provenance


class Question(Data):
    """A question ready to be asked.

    The page adds "do not know" and "did not want to say" to every indicator question; left
    empty means not asked. Those three are never in a pack.

    Attributes:
        number: 1 for the first question of the view, through all its pages: the same on the
            screen, on paper and in exported forms.
    """

    key: str
    number: int
    text: Text
    hint: Text | None
    kind: QuestionKind
    options: tuple[Option, ...]
    facet: SealedIn | None = None


class ViewPage(Data):
    """Questions that are shown together."""

    title: Text
    note: Text | None = None
    when: tuple[Condition, ...] = ()
    questions: tuple[Question, ...]


class AgencyView(Data):
    """The questions of one agency, page by page, and what to do after each outcome."""

    key: str
    title: Text
    intro: Text
    catalogue: str
    also: tuple[str, ...] = ()
    for_mandates: tuple[Mandate, ...] = ()
    for_bodies: tuple[str, ...] = ()
    pages: tuple[ViewPage, ...]
    pocket: Pocket | None = None
    advice: Mapping[Outcome, Text]
    provenance: Provenance

    @property
    def catalogues(self) -> tuple[str, ...]:
        """The catalogues that the view asks about, the first one first."""
        return (self.catalogue, *self.also)
