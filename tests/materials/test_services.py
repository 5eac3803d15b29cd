"""A material goes from a draft to approval by a second person; stock never falls below nothing."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from korgoo.access.models import AuditEvent
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.lib.media import Media
from korgoo.materials import api, services
from korgoo.materials.enums import Kind, Move, State
from korgoo.materials.errors import NoRoom, NotSoMany, Stale
from korgoo.materials.facts import Shift
from korgoo.materials.models import Balance, Movement, Version, VersionFile
from tests import members
from tests.factories_materials import PNG, make_approved, make_draft, make_material, wording

pytestmark = pytest.mark.django_db
OSH = "region:41706000000000"
OWN = {"template": "", "file": Media("image/png", PNG)}


@pytest.fixture
def poster(people):
    return make_material(people.campaign, people.writer)


@pytest.fixture
def approved(people, poster):
    return make_approved(poster, people.writer, people.reader)


def shelf(people):
    return f"org:{people.ministry.pk}"


def printed(version, people, count=100):
    shift = Shift(Move.PRINTED, count, clock.today(), target=shelf(people))
    return services.move(version.pk, shift, actor=people.writer.actor)


def given(version, people, count, source=None):
    shift = Shift(Move.GIVEN, count, clock.today(), source=source or shelf(people))
    return services.move(version.pk, shift, actor=people.writer.actor)


class TestWriting:
    def test_materials_of_a_campaign_are_counted_on(self, people):
        numbers = [make_material(people.campaign, people.writer).number for _ in range(3)]
        assert numbers == [1, 2, 3]

    def test_who_makes_no_materials_finds_none_to_begin(self, people):
        with pytest.raises(NotFound):
            make_material(people.campaign, people.worker)

    def test_a_number_is_kept_as_it_was_given_when_the_words_were_written(self, people, poster):
        assert make_draft(poster, people.writer).numbers[0][:2] == ["line-home", "189"]

    def test_another_organisation_writes_nothing_into_it(self, people, approved):
        with pytest.raises(Forbidden):
            services.write(approved.material_id, "en", wording(), seen=0, actor=people.young.actor)

    def test_what_is_drawn_keeps_no_picture_of_its_own(self, people, poster):
        draft = make_draft(poster, people.writer, **OWN, faces="harmed")
        services.write(poster.pk, "en", wording(), seen=draft.revision, actor=people.writer.actor)
        assert not VersionFile.objects.exists()
        both = wording(file=OWN["file"])
        services.write(poster.pk, "en", both, seen=draft.revision + 1, actor=people.writer.actor)
        assert not VersionFile.objects.exists()

    def test_a_picture_beside_a_template_is_asked_about_faces(self, people, poster):
        draft = make_draft(poster, people.writer)
        VersionFile.objects.create(version=draft, media_type="image/png", content=PNG, digest="x")
        with pytest.raises(Forbidden, match="who can be recognised"):
            services.send(draft.pk, seen=draft.revision, actor=people.writer.actor)

    def test_words_that_do_not_fit_are_refused_by_their_name(self, people, poster):
        with pytest.raises(NoRoom) as refused:
            make_draft(poster, people.writer, slogan="A very long slogan that goes on " * 4)
        assert refused.value.field == "slogan"
        assert "3 lines" in str(refused.value.message)
        assert not Version.objects.exists()

    def test_who_read_an_older_draft_changes_nothing(self, people, poster):
        draft = make_draft(poster, people.writer)
        with pytest.raises(Stale):
            services.write(poster.pk, "en", wording(), seen=0, actor=people.writer.actor)
        services.write(poster.pk, "en", wording(), seen=draft.revision, actor=people.writer.actor)

    def test_a_change_of_what_waits_is_a_draft_again(self, people, poster):
        draft = make_draft(poster, people.writer)
        sent = services.send(draft.pk, seen=draft.revision, actor=people.writer.actor)
        again = services.write(
            poster.pk, "en", wording(), seen=sent.revision, actor=people.writer.actor
        )
        assert again.pk == draft.pk
        assert again.state == State.DRAFT

    def test_a_change_of_what_is_approved_is_a_new_version(self, people, poster, approved):
        new = make_draft(poster, people.writer, slogan="Other words")
        approved.refresh_from_db()
        assert (new.number, new.state) == (2, State.DRAFT)
        assert approved.state == State.APPROVED
        assert approved.slogan != new.slogan


class TestApproval:
    def test_a_second_person_approves(self, approved, people):
        assert approved.state == State.APPROVED
        assert approved.approved_by_id == people.reader.user.pk

    def test_the_writer_does_not_approve(self, people, poster):
        draft = make_draft(poster, people.writer)
        sent = services.send(draft.pk, seen=draft.revision, actor=people.writer.actor)
        with pytest.raises(Forbidden, match="You wrote this"):
            services.approve(sent.pk, seen=sent.revision, actor=people.writer.actor)

    def test_the_database_holds_the_second_person(self, approved):
        with pytest.raises(IntegrityError), transaction.atomic():
            Version.objects.filter(pk=approved.pk).update(approved_by=approved.written_by)

    def test_approval_of_a_new_version_replaces_the_old_one(self, people, poster, approved):
        make_approved(poster, people.writer, people.reader, slogan="Newer words")
        approved.refresh_from_db()
        assert approved.state == State.REPLACED

    def test_what_is_given_back_can_be_written_anew(self, people, poster):
        draft = make_draft(poster, people.writer)
        sent = services.send(draft.pk, seen=draft.revision, actor=people.writer.actor)
        back = services.give_back(
            sent.pk, "Shorter", seen=sent.revision, actor=people.reader.actor
        )
        assert back.state == State.DRAFT
        assert back.deeds.first().words == "Shorter"

    def test_what_was_read_before_a_change_is_not_approved(self, people, poster):
        draft = make_draft(poster, people.writer)
        sent = services.send(draft.pk, seen=draft.revision, actor=people.writer.actor)
        with pytest.raises(Stale):
            services.approve(sent.pk, seen=draft.revision - 1, actor=people.reader.actor)

    @pytest.mark.parametrize(
        ("told", "reason"),
        [
            ({}, "recognised"),
            ({"faces": "harmed", "source": "We", "licence": "Own"}, "Nobody who was harmed"),
            ({"faces": "agreed", "source": "We", "licence": "Own"}, "written consent"),
            ({"faces": "nobody"}, "Write who made"),
        ],
    )
    def test_a_picture_without_its_answers_is_not_sent(self, people, poster, told, reason):
        draft = make_draft(poster, people.writer, **OWN, **told)
        with pytest.raises(Forbidden, match=reason):
            services.send(draft.pk, seen=draft.revision, actor=people.writer.actor)

    def test_a_picture_with_its_answers_is_approved(self, people, poster):
        told = {"faces": "nobody", "source": "We", "licence": "Our own work"}
        version = make_approved(poster, people.writer, people.reader, **OWN, **told)
        assert version.file.media_type == "image/png"

    def test_without_template_and_file_nothing_is_sent(self, people, poster):
        told = {"faces": "nobody", "source": "We", "licence": "Our own work"}
        draft = make_draft(poster, people.writer, template="", **told)
        with pytest.raises(Forbidden, match="Choose a template"):
            services.send(draft.pk, seen=draft.revision, actor=people.writer.actor)

    def test_every_deed_leaves_an_audit_row(self, approved):
        events = AuditEvent.objects.filter(event__startswith="materials:")
        assert list(events.order_by("seq").values_list("event", flat=True)) == [
            "materials:material:added",
            "materials:material:written",
            "materials:material:sent",
            "materials:material:approved",
        ]

    def test_others_know_nothing_of_a_draft(self, people, poster):
        draft = make_draft(poster, people.writer)
        with pytest.raises(NotFound):
            services.send(draft.pk, seen=draft.revision, actor=people.young.actor)


class TestStock:
    def test_pieces_go_from_the_printer_to_a_region_and_into_hands(self, people, approved):
        printed(approved, people)
        shift = Shift(Move.SENT, 60, clock.today(), source=shelf(people), target=OSH)
        services.move(approved.pk, shift, actor=people.writer.actor)
        given(approved, people, 25, source=OSH)
        found = dict(Balance.objects.values_list("place", "count"))
        assert found == {shelf(people): 40, OSH: 35}

    def test_more_than_there_are_cannot_go(self, people, approved):
        printed(approved, people, 10)
        with pytest.raises(NotSoMany, match="Only 10 pieces"):
            given(approved, people, 11)
        assert Balance.objects.get().count == 10
        assert Movement.objects.count() == 1

    def test_the_database_holds_that_there_are_never_fewer_than_none(self, people, approved):
        printed(approved, people, 10)
        with pytest.raises(IntegrityError), transaction.atomic():
            Balance.objects.update(count=-1)

    def test_nothing_of_a_draft_is_printed(self, people, poster):
        with pytest.raises(Forbidden, match="not approved"):
            printed(make_draft(poster, people.writer), people)

    def test_what_was_withdrawn_is_written_off_only(self, people, approved):
        printed(approved, people)
        services.withdraw(
            approved.pk, "Wrong number", seen=approved.revision, actor=people.reader.actor
        )
        with pytest.raises(Forbidden, match="withdrawn"):
            given(approved, people, 1)
        shift = Shift(Move.LOST, 100, clock.today(), source=shelf(people))
        services.move(approved.pk, shift, actor=people.writer.actor)
        assert Balance.objects.get().count == 0

    def test_nobody_takes_from_the_shelf_of_another_organisation(self, people, approved):
        printed(approved, people)
        shift = Shift(Move.GIVEN, 1, clock.today(), source=shelf(people))
        with pytest.raises(Forbidden, match="another organisation"):
            services.move(approved.pk, shift, actor=people.young.actor)

    def test_everybody_hands_out_from_the_shelf_of_a_region(self, people, approved):
        shift = Shift(Move.PRINTED, 5, clock.today(), target=OSH)
        services.move(approved.pk, shift, actor=people.writer.actor)
        shift = Shift(Move.GIVEN, 5, clock.today(), source=OSH)
        services.move(approved.pk, shift, actor=people.young.actor)
        assert Balance.objects.get().count == 0

    @pytest.mark.parametrize(
        "shift",
        [
            Shift(Move.PRINTED, 5, date(2020, 1, 1), target="region:0"),
            Shift(Move.PRINTED, 5, date(2020, 1, 1), target="org:0"),
            Shift(Move.PRINTED, 5, date(2020, 1, 1), target="moon"),
        ],
    )
    def test_a_place_that_is_none_is_refused(self, people, approved, shift):
        with pytest.raises(DomainError, match="no such place"):
            services.move(approved.pk, shift, actor=people.writer.actor)

    def test_what_lies_ahead_is_not_written_down(self, people, approved):
        shift = Shift(Move.PRINTED, 5, clock.today() + timedelta(days=1), target=OSH)
        with pytest.raises(DomainError, match="lies ahead"):
            services.move(approved.pk, shift, actor=people.writer.actor)


def test_other_missions_are_told_of_what_is_approved(people, poster, approved):
    make_draft(poster, people.writer, "ky")
    cards = api.materials_of(people.campaign.pk)
    assert [(one.code, one.kind, one.language) for one in cards] == [("2026-1", Kind.POSTER, "en")]
    assert not api.materials_of(people.campaign.pk, language="ky")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_the_last_pieces_one_does(people):
    approved = make_approved(
        make_material(people.campaign, people.writer), people.writer, people.reader
    )
    printed(approved, people, 10)
    outcomes = members.at_once(
        lambda: given(approved, people, 8), lambda: given(approved, people, 8)
    )
    assert sorted(type(one).__name__ for one in outcomes) == ["Movement", "NotSoMany"]
    assert Balance.objects.get().count == 2
