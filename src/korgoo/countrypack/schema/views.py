from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from korgoo.countrypack.schema.base import Data, Key, Text
from korgoo.countrypack.schema.catalogues import IndicatorCode
from korgoo.countrypack.schema.provenance import Provenance

Outcome = Literal["strong", "some", "labour_rights", "not_enough"]
Age = Literal["adult", "child", "doubt"]


class Option(Data):
    """One answer of a question, and what it says about indicators or about age."""

    key: Key
    text: Text
    sets: Mapping[IndicatorCode, Literal["present", "absent"]] = {}
    age: Age | None = None


class QuestionData(Data):
    """A question as written in a pack: in full, or as the name of an indicator."""

    key: Key | None = None
    indicator: IndicatorCode | None = None
    text: Text | None = None
    hint: Text | None = None
    kind: Literal["indicator", "age"] = "indicator"
    options: tuple[Option, ...] = ()


class PageData(Data):
    """A page of questions as written in a pack."""

    title: Text
    questions: Annotated[tuple[QuestionData, ...], Field(min_length=1)]


class ViewData(Data):
    """A file of views/: what one agency asks, in its own order."""

    key: Key
    title: Text
    intro: Text
    catalogue: Key
    pages: Annotated[tuple[PageData, ...], Field(min_length=1)]
    advice: Mapping[Outcome, Text]
    provenance: Provenance


class Question(Data):
    """A question ready to be asked.

    The page adds "do not know" and "did not want to say" to every indicator question; left
    empty means not asked. Those three are never in a pack.
    """

    key: str
    text: Text
    hint: Text | None
    kind: Literal["indicator", "age"]
    options: tuple[Option, ...]


class ViewPage(Data):
    """Questions that are shown together."""

    title: Text
    questions: tuple[Question, ...]


class AgencyView(Data):
    """The questions of one agency, page by page, and what to do after each outcome."""

    key: str
    title: Text
    intro: Text
    catalogue: str
    pages: tuple[ViewPage, ...]
    advice: Mapping[Outcome, Text]
    provenance: Provenance
