"""Papers and pictures: sealed with their part, shown one at a time, destroyed when taken away."""

import io
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from korgoo.access.enums import Event, Facet, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import api, services
from korgoo.casework import papers as sealing
from korgoo.casework.enums import PaperKind, Scope
from korgoo.casework.models import SealedPaper
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests import factories
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
TITLE = "An invented contract of the blue kiosk"


def picture():
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (10, 90, 90)).save(out, "PNG")
    return out.getvalue()


def add(case, by, part=Facet.DOCUMENTS, title=TITLE):
    return services.add_paper(
        case.pk, part, picture(), kind=PaperKind.WORK, title=title, actor=by.actor
    )


def page(name, case, part=Facet.DOCUMENTS, *more):
    return reverse(f"casework:{name}", args=[case.pk, part, *more])


@pytest.fixture
def case(people):
    return make.case(people.officer)


def test_a_paper_is_sealed_listed_and_opened_with_a_trace(case, people):
    paper_id = add(case, people.officer)

    [line] = services.list_papers(case.pk, Facet.DOCUMENTS, actor=people.officer.actor)
    opened, data = services.open_paper(
        case.pk, Facet.DOCUMENTS, paper_id, actor=people.officer.actor
    )
    row = SealedPaper.objects.get()
    assert (line.title, line.kind, line.media_type) == (TITLE, PaperKind.WORK, "image/png")
    assert opened == line
    assert Image.open(io.BytesIO(data)).size == (60, 40)
    assert data[:8] not in bytes(row.sealed)
    assert AuditEvent.objects.filter(event=Event.PAPER_OPENED, detail="documents").count() == 1


def test_a_receiver_opens_what_the_person_agreed_to_and_no_longer(case, people):
    paper_id = add(case, people.officer)
    make.share(case, people.shelter, Scope.DOCUMENTS, by=people.officer)
    key_before = bytes(SealedPaper.objects.get().sealed)
    _line, data = services.open_paper(
        case.pk, Facet.DOCUMENTS, paper_id, actor=people.shelter.actor
    )
    assert data.startswith(b"\x89PNG")

    services.withdraw_consent(
        case.pk,
        frozenset({Scope.DOCUMENTS}),
        recipient_id=people.shelter.organisation.pk,
        actor=people.officer.actor,
    )

    with pytest.raises(NotFound):
        services.open_paper(case.pk, Facet.DOCUMENTS, paper_id, actor=people.shelter.actor)
    assert bytes(SealedPaper.objects.get().sealed) != key_before, "the paper kept its old key"
    _line, data = services.open_paper(
        case.pk, Facet.DOCUMENTS, paper_id, actor=people.officer.actor
    )
    assert data.startswith(b"\x89PNG")


def test_a_key_that_was_read_before_opens_nothing_after_the_part_got_a_new_one(case, people):
    add(case, people.officer)
    make.share(case, people.shelter, Scope.DOCUMENTS, by=people.officer)
    known = services.open_facet(case.pk, Facet.DOCUMENTS, actor=people.shelter.actor)
    services.withdraw_consent(
        case.pk,
        frozenset({Scope.DOCUMENTS}),
        recipient_id=people.shelter.organisation.pk,
        actor=people.officer.actor,
    )
    with pytest.raises(Forbidden):
        sealing.open_one(SealedPaper.objects.get(), known["papers"][0]["key"])


def test_a_ciphertext_moved_to_another_paper_does_not_open(case, people):
    one, other = add(case, people.officer), add(case, people.officer)
    stolen = bytes(SealedPaper.objects.get(pk=one).sealed)
    SealedPaper.objects.filter(pk=other).update(sealed=stolen)
    with pytest.raises(Forbidden):
        services.open_paper(case.pk, Facet.DOCUMENTS, other, actor=people.officer.actor)


def test_a_paper_taken_away_is_gone(case, people):
    paper_id, other = add(case, people.officer), add(case, people.officer)
    services.remove_paper(case.pk, Facet.DOCUMENTS, paper_id, actor=people.officer.actor)

    [line] = services.list_papers(case.pk, Facet.DOCUMENTS, actor=people.officer.actor)
    assert line.id == other
    assert SealedPaper.objects.count() == 1
    with pytest.raises(NotFound):
        services.remove_paper(case.pk, Facet.DOCUMENTS, paper_id, actor=people.officer.actor)


def test_a_fault_in_the_middle_leaves_neither_paper_nor_entry(case, people, monkeypatch):
    def broken(*_args, **_more):
        raise RuntimeError("the power went")

    monkeypatch.setattr("korgoo.casework.services.papers.facets.write", broken)
    with pytest.raises(RuntimeError):
        add(case, people.officer)
    assert not SealedPaper.objects.exists()


def test_a_part_takes_no_more_than_it_can_show(case, people, monkeypatch):
    monkeypatch.setattr("korgoo.casework.services.papers.MOST", 1)
    add(case, people.officer)
    with pytest.raises(DomainError, match="sixty"):
        add(case, people.officer)


@pytest.mark.parametrize("part", [Facet.STORY, Facet.THERAPY, Facet.IDENTITY])
def test_other_parts_keep_no_papers(part, case, people):
    with pytest.raises(DomainError):
        add(case, people.officer, part)


def test_police_keep_no_papers_of_health(people):
    police = factories.member(
        Role.OFFICER, at=factories.organisation(Mandate.PRESUME, Mandate.INVESTIGATE)
    )
    own = make.case(police)
    add(own, police, Facet.CRIME)
    with pytest.raises(DomainError):
        add(own, police, Facet.HEALTH)


@pytest.mark.parametrize("who", ["shelter", "stranger", "coordinator"])
def test_nobody_else_finds_a_paper(who, case, people, enter):
    paper_id = add(case, people.officer)
    other = enter(getattr(people, who))
    for address in (
        page("papers", case),
        page("paper", case, Facet.DOCUMENTS, paper_id),
        reverse("casework:add_paper", args=[case.pk]),
    ):
        assert other.get(address).status_code == 404
    assert other.post(page("remove_paper", case, Facet.DOCUMENTS, paper_id)).status_code == 404
    assert SealedPaper.objects.count() == 1


class TestPages:
    def send(self, browser, case, data=None, **more):
        said = {"kind": "photo", "part": "documents", "title": TITLE} | more
        file = SimpleUploadedFile("told-by-name.png", picture() if data is None else data)
        return browser.post(reverse("casework:add_paper", args=[case.pk]), file=file, **said)

    def test_a_picture_is_added_shown_when_asked_and_runs_nothing(
        self, case, people, enter, words_of
    ):
        officer = enter(people.officer)
        answer = self.send(officer, case)

        assert answer.url == page("papers", case)
        listed = officer.get(answer.url)
        assert TITLE in words_of(listed)
        assert "told-by-name" not in listed.text
        one = SealedPaper.objects.get()
        shown = officer.get(page("paper", case, Facet.DOCUMENTS, one.pk))
        assert shown["Content-Type"] == "image/png"
        assert shown["Content-Security-Policy"].endswith("sandbox")
        assert 'filename="paper.png"' in shown["Content-Disposition"]
        assert "no-store" in shown["Cache-Control"]
        assert "Papers and pictures (1)" in words_of(
            officer.get(reverse("casework:case", args=[case.pk]))
        )

    def test_sent_twice_it_is_one(self, case, people, enter):
        officer, key = enter(people.officer), str(uuid4())
        one, other = (self.send(officer, case, submission_key=key) for _twice in range(2))
        assert one.url == other.url
        assert SealedPaper.objects.count() == 1

    @pytest.mark.parametrize(
        ("data", "said"), [(b"MZ", "no picture"), (b"", "empty"), (b"%PDF-1.4 x", "damaged")]
    )
    def test_what_cannot_be_kept_says_why_and_keeps_the_words(
        self, data, said, case, people, enter, words_of
    ):
        answer = self.send(enter(people.officer), case, data)
        assert answer.status_code == 422
        assert said in words_of(answer)
        assert TITLE in answer.text
        assert not SealedPaper.objects.exists()

    def test_without_a_file_or_words_the_form_asks_for_them(self, case, people, enter, words_of):
        answer = enter(people.officer).post(reverse("casework:add_paper", args=[case.pk]))
        assert answer.status_code == 422
        assert "Choose a file first." in words_of(answer)


def test_papers_go_with_the_part_that_is_erased(people):
    shelter_case = make.case(people.officer)
    add(shelter_case, people.officer)
    add(shelter_case, people.officer, Facet.CRIME)

    gone = api.erase(shelter_case.pk, frozenset({"documents"}))

    assert gone == {"documents"}
    assert [row.part for row in SealedPaper.objects.all()] == ["crime"]
