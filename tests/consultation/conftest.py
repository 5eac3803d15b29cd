from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.consultation import services, subjects
from korgoo.consultation.enums import AnswerKind
from korgoo.consultation.subjects import Description, Item, Notice, NoticeLine, Subject
from korgoo.lib.errors import DomainError, NotFound
from korgoo.lib.verdict import ALLOWED, Verdict
from tests import factories, members

KIND = "test-draft"
LAST_DAY = date(2026, 3, 20)
FIRST_DAY = date(2026, 4, 1)
BASIS = "Order No. 7 of an invented ministry"


@dataclass
class Draft:
    """A draft of an invented mission; what it is asked for can be changed by a test."""

    id: UUID = field(default_factory=uuid4)
    title: str = "Guideline, edition two"
    items: tuple = (
        Item("catalogues/labour/D1.01/weight", "Sign D1.01", "Weight 1", "Weight 2"),
        Item("views/consul.yaml/pay?", "Question about pay", "", "Who holds your pay?"),
    )
    obstacles: list = field(default_factory=list)
    adopted: list = field(default_factory=list)
    breaks: Exception | None = None
    described: int = 0
    decision: Verdict = ALLOWED
    lines: tuple = ()

    def describe(self, subject_id):
        if subject_id != self.id:
            raise NotFound("no such draft")
        self.described += 1
        return Description(self.title, "/a/draft/", self.items)

    def name(self, subject_id):
        if subject_id != self.id:
            raise NotFound("no such draft")
        return self.title

    def adopt(self, subject_id, *, legal_basis, takes_effect, actor):
        if self.breaks:
            raise self.breaks
        self.adopted.append((subject_id, legal_basis, takes_effect, actor.user_id))

    def notice(self, subject_id):
        assert not self.adopted, "asked before adoption"
        title = {"ky": "Жаңы жетекчилик", "ru": "Новое руководство", "en": "A new guideline"}
        return Notice(title, self.lines)


def line(words, *, mandates=(), bodies=()):
    """Say the same in every language."""
    return NoticeLine(dict.fromkeys(("ky", "ru", "en"), words), mandates, bodies)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def draft(monkeypatch):
    """A draft whose mission is registered for the length of one test."""
    made = Draft()
    subject = Subject(
        kind=KIND,
        title="Test guideline",
        name=made.name,
        describe=made.describe,
        obstacles=lambda _subject_id: made.obstacles,
        adopt=made.adopt,
        may_decide=lambda _subject_id, actor: made.decision,
        notice=made.notice,
    )
    monkeypatch.setattr(subjects, "_registered", {})
    subjects.register(subject)
    return made


def _everybody():
    centre = factories.organisation(Mandate.COORDINATE, code="centre", name="Invented Centre")
    police = factories.organisation(Mandate.INVESTIGATE, code="police", name="Invented Police")
    shelter = factories.organisation(Mandate.SERVE, code="shelter", name="Invented Shelter")
    make = factories.member
    return SimpleNamespace(
        centre=centre,
        police=police,
        shelter=shelter,
        editor=make(Role.CONTENT_EDITOR, at=centre, name="Erkin Invented"),
        second=make(Role.COORDINATOR, at=centre, name="Second Invented"),
        officer=make(Role.OFFICER, at=police),
        worker=make(Role.CASE_WORKER, at=shelter),
        foreign_editor=make(Role.CONTENT_EDITOR, at=shelter),
        protector=make(Role.DATA_PROTECTION_OFFICER, at=centre),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_everybody)


@pytest.fixture
def people(db, clock, _people):
    """Two who decide, and those who comment, on the morning of 2 March that stands still."""
    return _people()


class Story:
    """A consultation, moved on by the real services."""

    def __init__(self, draft, people, clock):
        self.draft, self.people, self.clock = draft, people, clock
        self.row = services.open_consultation(
            KIND, draft.id, open_until=LAST_DAY, actor=people.editor.actor
        )

    def comment(self, text="Too strict.", item="", by=None):
        actor = (by or self.people.officer).actor
        return services.write_comment(self.row.pk, item, text, actor=actor)

    def answer(self, comment, kind=AnswerKind.ACCEPTED, reason="", seen=""):
        actor = self.people.editor.actor
        return services.answer_comment(comment.pk, kind, reason, seen=seen, actor=actor)

    def end(self):
        """Go to the morning after the last day."""
        self.clock.set(2026, 3, 21, 9)

    def propose(self, by=None, takes_effect=FIRST_DAY):
        return services.propose(
            self.row.pk,
            legal_basis=BASIS,
            takes_effect=takes_effect,
            actor=(by or self.people.editor).actor,
        )

    def confirm(self, adoption, by=None):
        return services.confirm(adoption.pk, actor=(by or self.people.second).actor)

    def adopt(self):
        """Go all the way."""
        self.end()
        return self.confirm(self.propose())


@pytest.fixture
def story(draft, people, clock):
    """A consultation about the draft, open through 20 March."""
    return Story(draft, people, clock)


class Browser(members.Browser):
    app = "consultation"


def typed_day(name, day):
    """Type a day into the three inputs of a field."""
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


enter = members.enters(Browser)


@pytest.fixture
def words_of():
    return members.words_of_main


class Broken(DomainError):
    """What the mission of a draft may say while it adopts."""
