"""Pages and deeds of an import: who may, what is kept, all or nothing, once."""

import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.casework.models import Case
from korgoo.fieldforms import api, intake, selectors, services
from korgoo.fieldforms.enums import FileKind
from korgoo.fieldforms.incoming.faults import Rule
from korgoo.fieldforms.incoming.reading import MOST_BYTES
from korgoo.fieldforms.models import FieldBatch, TakenSubmission
from korgoo.identification import api as identification
from korgoo.identification.models import Screening
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests import factories
from tests import factories_casework as make
from tests.fieldforms import tools

pytestmark = pytest.mark.django_db
BRING = reverse("fieldforms:bring")


@pytest.fixture
def form(blank_of):
    """Fill the inspector's form in: papers kept, and whatever else is given by field."""

    def filled(**entered):
        return tools.fill(blank_of("labour-inspector"), {"q_documents": "kept", **entered})

    return filled


def examined(rows, member):
    return intake.examine(tools.to_csv(rows), "forms.csv", actor=member.actor)


def kept(rows, member):
    found = examined(rows, member)
    assert found.faults == []
    return services.keep_batch(found.submissions, kind=FileKind.CSV, actor=member.actor)


def upload(officer, data, name="forms.csv", **more):
    return officer.post(BRING, file=SimpleUploadedFile(name, data), **more)


def nothing_happened():
    return not (
        Case.objects.exists() or Screening.objects.exists() or TakenSubmission.objects.exists()
    )


def rules_of(found):
    return [(fault.field, fault.rule) for fault in found.faults]


def test_a_file_is_read_looked_at_and_taken(form, people, enter, words_of):
    own = make.case(people.officer)
    rows = [form(), form(danger="yes", q_pay="less"), form(case_code=own.code)]
    officer = enter(people.officer)

    answer = upload(officer, tools.to_csv(rows))

    page = words_of(officer.get(answer.url))
    assert "3 filled forms to take" in page
    assert "2 new cases will be opened." in page
    assert "1 form belongs to a case of yours." in page
    assert "In 1 form somebody was in danger then." in page
    assert own.spoken_code in page
    assert Case.objects.count() == 1
    assert not Screening.objects.exists()

    done = officer.post(f"{answer.url}take/")

    assert done.url == answer.url
    page = words_of(officer.get(done.url))
    assert "3 forms were taken." in page
    assert "Danger then" in page
    assert Case.objects.count() == 3
    assert Screening.objects.filter(subject=own.pk).count() == 1
    assert all(one.is_read for one in Screening.objects.all())


def test_the_new_case_holds_what_the_form_told(form, people):
    row = form(channel="phone", language="ru", danger="unknown")
    services.take_batch(kept([row], people.officer).pk, actor=people.officer.actor)

    case = Case.objects.get()
    assert (case.channel, case.language, case.danger) == ("phone", "ru", "unknown")
    assert case.matter == "other"
    assert not case.facets.exists()


def test_the_answers_leave_the_import_when_they_are_taken_or_dropped(form, people):
    taken, dropped = kept([form()], people.officer), kept([form()], people.officer)
    services.take_batch(taken.pk, actor=people.officer.actor)
    services.drop_batch(dropped.pk, actor=people.officer.actor)

    for batch, state in ((taken, "taken"), (dropped, "dropped")):
        batch.refresh_from_db()
        assert batch.rows == []
        assert batch.state == state
        assert batch.decided_by_id == people.officer.user.pk
        assert selectors.submissions_of(batch) == []


def test_each_deed_leaves_its_line_in_the_trail(form, people):
    batch = kept([form(), form()], people.officer)
    services.take_batch(batch.pk, actor=people.officer.actor)
    services.drop_batch(kept([form()], people.officer).pk, actor=people.officer.actor)

    events = AuditEvent.objects.filter(event__startswith="fieldforms:").order_by("seq")
    assert [(e.event, e.detail) for e in events] == [
        (Event.SUBMISSIONS_UPLOADED, "csv"),
        (Event.SUBMISSIONS_TAKEN, "2"),
        (Event.SUBMISSIONS_UPLOADED, "csv"),
        (Event.SUBMISSIONS_DROPPED, ""),
    ]


def test_a_dropped_file_may_be_brought_again_and_a_taken_one_may_not(form, people):
    row = form()
    services.drop_batch(kept([row], people.officer).pk, actor=people.officer.actor)
    services.take_batch(kept([row], people.officer).pk, actor=people.officer.actor)

    assert rules_of(examined([row], people.officer)) == [("", Rule.TAKEN_BEFORE)]
    assert rules_of(examined([row], people.stranger)) == []


def test_an_edit_of_a_form_that_was_taken_is_not_taken_again(form, people):
    row, edit = form(), form()
    services.take_batch(kept([row], people.officer).pk, actor=people.officer.actor)
    items = json.loads(tools.to_kobo([edit]))
    items["results"][0].pop("meta/rootUuid")
    items["results"][0]["meta/deprecatedID"] = f"uuid:{row.instance}"

    found = intake.examine(json.dumps(items).encode(), "f.json", actor=people.officer.actor)

    assert rules_of(found) == [("", Rule.TAKEN_BEFORE)]


def test_who_was_in_danger_comes_first_and_help_is_one_step_away(form, people, enter, words_of):
    batch = kept([*(form() for _ in range(30)), form(danger="yes")], people.officer)
    services.take_batch(batch.pk, actor=people.officer.actor)
    urgent = Case.objects.get(danger="yes")

    answer = enter(people.officer).get(reverse("fieldforms:batch", args=[batch.pk]))

    page = words_of(answer)
    assert page.index(urgent.spoken_code) < page.index("Not enough information")
    assert reverse("casework:help_now", args=[urgent.pk]) in answer.text


def test_one_wrong_form_keeps_the_whole_file_out(form, people, enter, words_of):
    rows = [form(), form(talk=""), form(danger="perhaps")]

    answer = upload(enter(people.officer), tools.to_csv(rows))

    page = words_of(answer)
    assert answer.status_code == 422
    assert "2 things are wrong. Nothing was kept." in page
    assert "1 form in the file is right." in page
    assert "forms.csv, line 3 talk The answer is missing." in page
    assert "forms.csv, line 4 danger This is no answer to the question. perhaps" in page
    assert not FieldBatch.objects.exists()
    assert nothing_happened()


def test_a_code_of_others_has_the_words_of_a_wrong_one(form, people, enter, words_of):
    foreign = make.case(people.stranger)
    officer = enter(people.officer)
    pages = [
        words_of(upload(officer, tools.to_csv([form(case_code=code)])))
        for code in (foreign.code, "482915373", "482915374")
    ]

    for page in pages:
        assert "case_code Your organisation has no case with this code." in page


def test_a_case_that_was_shared_with_us_is_not_ours(form, people):
    case = make.case(people.stranger)
    make.share(case, people.officer, by=people.stranger)

    found = examined([form(case_code=case.code)], people.officer)

    assert rules_of(found) == [("case_code", Rule.CASE_CODE)]


def test_what_became_wrong_since_the_upload_stops_all_of_it(form, people, enter, words_of):
    twice, other = form(), form()
    first, second = kept([twice, other], people.officer), kept([twice], people.officer)
    services.take_batch(second.pk, actor=people.officer.actor)
    officer = enter(people.officer)
    place = reverse("fieldforms:batch", args=[first.pk])

    answer = officer.post(f"{place}take/")

    assert answer.status_code == 409
    assert "Something changed since the upload. Nothing was taken." in words_of(answer)
    page = words_of(officer.get(place))
    assert "The same form was taken before." in page
    assert "Take all of them" not in page
    assert Screening.objects.count() == 1
    first.refresh_from_db()
    assert first.is_waiting
    assert len(first.rows) == 2


def test_a_fall_in_the_middle_takes_nothing(form, people, monkeypatch):
    batch = kept([form(), form(), form()], people.officer)
    fill = identification.fill_from_field
    calls = []

    def falls_on_the_third(*args, **kwargs):
        calls.append(args)
        if len(calls) == 3:
            raise RuntimeError("the power went out")
        return fill(*args, **kwargs)

    monkeypatch.setattr(identification, "fill_from_field", falls_on_the_third)
    with pytest.raises(RuntimeError):
        services.take_batch(batch.pk, actor=people.officer.actor)

    assert nothing_happened()
    batch.refresh_from_db()
    assert batch.is_waiting
    monkeypatch.undo()
    services.take_batch(batch.pk, actor=people.officer.actor)
    assert Screening.objects.count() == 3


def test_the_same_confirmation_sent_twice_takes_once(form, people, enter):
    officer = enter(people.officer)
    place = upload(officer, tools.to_csv([form()])).url
    key = str(uuid4())

    answers = [officer.post(f"{place}take/", submission_key=key) for _ in range(2)]

    assert [answer.url for answer in answers] == [place, place]
    assert Screening.objects.count() == 1


def test_another_confirmation_of_the_same_forms_is_refused(form, people, enter, words_of):
    officer = enter(people.officer)
    place = upload(officer, tools.to_csv([form()])).url
    officer.post(f"{place}take/")

    for deed in ("take", "drop"):
        answer = officer.post(f"{place}{deed}/")
        assert answer.status_code == 403
        assert "taken or dropped already" in words_of(answer)
    assert Screening.objects.count() == 1


def test_the_same_upload_sent_twice_is_one(form, people, enter):
    officer, key = enter(people.officer), str(uuid4())
    data = tools.to_csv([form()])

    one, other = (
        upload(officer, data, submission_key=key),
        upload(officer, data, submission_key=key),
    )

    assert one.url == other.url
    assert FieldBatch.objects.count() == 1


def test_the_database_takes_a_form_once_and_keeps_no_answers_afterwards(form, people):
    batch = services.take_batch(kept([form()], people.officer).pk, actor=people.officer.actor)
    one = TakenSubmission.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        TakenSubmission.objects.create(
            organisation=one.organisation,
            instance_id=one.instance_id,
            batch=batch,
            screening_id=uuid4(),
            was_danger=False,
            at=one.at,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        FieldBatch.objects.filter(pk=batch.pk).update(rows=[{"talk": "alone"}])
    with pytest.raises(IntegrityError), transaction.atomic():
        FieldBatch.objects.filter(pk=batch.pk).update(decided_at=None)


@pytest.mark.parametrize("who", ["shelter", "stranger", "coordinator"])
def test_nobody_else_finds_an_import(who, form, people, enter):
    place = reverse("fieldforms:batch", args=[kept([form()], people.officer).pk])
    other = enter(getattr(people, who))

    assert other.get(place).status_code == 404
    for deed in ("take", "drop"):
        assert other.post(f"{place}{deed}/").status_code == 404
    assert FieldBatch.objects.get().is_waiting
    assert nothing_happened()


def test_nobody_else_sees_an_import_in_the_list(form, people, enter):
    batch = kept([form()], people.officer)

    assert str(batch.pk) in enter(people.officer).get(BRING).text
    assert str(batch.pk) not in enter(people.stranger).get(BRING).text


@pytest.mark.parametrize("who", ["shelter", "coordinator"])
def test_who_may_not_fill_in_cards_may_not_bring_them(who, form, people, enter):
    other = enter(getattr(people, who))

    assert other.get(BRING).status_code == 404
    assert upload(other, tools.to_csv([form()])).status_code == 404
    assert not FieldBatch.objects.exists()


def test_services_and_selectors_refuse_who_the_pages_refuse(form, people):
    batch = kept([form()], people.officer)
    for who in (people.shelter, people.stranger, people.coordinator):
        for deed in (services.take_batch, services.drop_batch, selectors.get_batch):
            with pytest.raises(NotFound):
                deed(batch.pk, actor=who.actor)


def test_a_colleague_may_take_what_another_brought(form, people):
    colleague = factories.member(Role.OFFICER, at=people.officer.organisation)
    batch = kept([form()], people.officer)

    services.take_batch(batch.pk, actor=colleague.actor)

    assert Screening.objects.get().started_by_id == colleague.user.pk


def test_an_inspector_without_a_mandate_to_presume_brings_forms_too(form):
    at = factories.organisation(Mandate.INSPECT)
    inspector = factories.member(Role.OFFICER, at=at)

    services.take_batch(kept([form()], inspector).pk, actor=inspector.actor)

    assert Case.objects.get().owner == at


def test_a_locked_session_takes_nothing_and_keeps_no_file(form, people, client):
    client.force_login(people.officer.user)
    data = {"file": SimpleUploadedFile("f.csv", tools.to_csv([form()]))}

    answer = client.post(BRING, {**data, "submission_key": str(uuid4())})

    assert answer.status_code == 302
    assert "unlock" in answer.url
    assert not FieldBatch.objects.exists()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (None, "Choose the file that you exported."),
        (SimpleUploadedFile("f.csv", b""), "The file is empty."),
        (SimpleUploadedFile("f.csv", b"a" * (MOST_BYTES + 1)), "The file is larger than 5 MB."),
        (SimpleUploadedFile("f.png", b"\x89PNG\r\n\x1a\n"), "This cannot be read."),
        (SimpleUploadedFile("f.csv", b"a,b\n"), "There is no filled form in it."),
    ],
    ids=["none", "empty", "large", "picture", "no forms"],
)
def test_a_file_that_will_not_do_says_so(file, words, people, enter, words_of):
    officer = enter(people.officer)
    answer = officer.post(BRING, **({"file": file} if file else {}))

    assert answer.status_code == 422
    assert words in words_of(answer)
    assert 'href="#id_file"' in answer.text
    assert 'id="id_file"' in answer.text
    assert not FieldBatch.objects.exists()


def test_nothing_in_a_file_is_markup(form, people, enter):
    row = form(talk="<script>alert(1)</script>")

    answer = upload(enter(people.officer), tools.to_csv([row]), "<b>f.csv")

    assert answer.status_code == 422
    assert "<script>alert(1)" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_many_faults_are_counted_and_the_first_are_shown(form, people, enter, words_of):
    rows = [form(talk="") for _ in range(230)]

    answer = upload(enter(people.officer), tools.to_csv(rows))

    page = words_of(answer)
    assert "230 things are wrong." in page
    assert "30 things more are wrong and not shown." in page
    assert page.count("The answer is missing.") == 200


def test_very_many_faults_are_not_counted_to_the_end(form, people, enter, words_of):
    columns = ["korgoo_form", *(f"wrong{number}" for number in range(500))]
    line = ",".join([form().version, *["x"] * 500])
    table = "\n".join([",".join(columns), *[line] * 100])

    answer = upload(enter(people.officer), table.encode())

    page = words_of(answer)
    assert answer.status_code == 422
    assert "2,000 things are wrong." in page or "2000 things are wrong." in page
    assert "Only the first 200 are shown." in page
    assert "more are wrong" not in page
    assert "is right" not in page
    found = intake.examine(table.encode(), "f.csv", actor=people.officer.actor)
    assert len(found.faults) == 2_000


def test_what_no_page_can_hold_is_shown_with_a_mark_in_its_place(form, people, enter, words_of):
    data = tools.to_kobo([form(talk="half")]).replace(b'"half"', b'"\\ud800"')

    answer = upload(enter(people.officer), data, "f.json")

    assert answer.status_code == 422
    assert "talk This is no answer to the question. ?" in words_of(answer)


@pytest.mark.parametrize("start", ["0001-01-01T00:00:00+14:00", "1900-01-01T00:00:00Z"])
def test_a_form_from_before_living_memory_is_kept_out(start, form, people, enter, words_of):
    answer = upload(enter(people.officer), tools.to_csv([form(start=start)]))

    assert answer.status_code == 422
    assert "start This is no date with a time within the last year." in words_of(answer)
    assert not FieldBatch.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_file_is_read_while_others_can_write(form, people, enter):
    seen = []

    def watch(execute, sql, params, many, context):
        if "fieldforms_takensubmission" in sql:
            seen.append(("looked", connection.in_atomic_block))
        if "INSERT" in sql and "fieldforms_fieldbatch" in sql:
            seen.append(("kept", connection.in_atomic_block))
        return execute(sql, params, many, context)

    officer, data = enter(people.officer), tools.to_csv([form()])
    with connection.execute_wrapper(watch):
        answer = upload(officer, data)

    assert answer.status_code == 302
    assert seen == [("looked", False), ("kept", True)]


def test_what_was_never_decided_is_thrown_away_after_thirty_days(form, people, clock):
    old, young = kept([form()], people.officer), None
    clock.forward(days=29)
    young = kept([form(end="2026-03-02T08:45:00.000+06:00")], people.officer)
    assert api.throw_away_old() == 0
    clock.forward(days=2)

    assert api.throw_away_old() == 1

    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.state, old.rows) == ("dropped", [])
    assert young.is_waiting
    event = AuditEvent.objects.get(event=Event.SUBMISSIONS_DROPPED)
    assert (event.user_id, event.detail) == (None, "old")


def test_forms_of_an_edition_that_nobody_knows(form, people):
    row = form()
    row.set("korgoo_form", "f" * 12 + "-labour-inspector")
    row.version = "f" * 12 + "-labour-inspector"

    assert rules_of(examined([row], people.officer)) == [("korgoo_form", Rule.UNKNOWN_EDITION)]


def test_forms_of_an_earlier_edition_are_read_under_it(form, people, edition, clock):
    row, before = form(), edition
    identification.adopt_edition(
        edition.files,
        name="Invented 2",
        valid_from=clock.now.date(),
        legal_basis="Invented order",
        actor=people.coordinator.actor,
    )
    assert identification.current_edition().digest != before.digest

    services.take_batch(kept([row], people.officer).pk, actor=people.officer.actor)

    screening = Screening.objects.get()
    assert screening.edition.digest == before.digest


def test_a_decision_can_follow_a_form_brought_in(form, people, enter):
    services.take_batch(kept([form()], people.officer).pk, actor=people.officer.actor)
    screening = Screening.objects.get()
    place = reverse("casework:decide", args=[screening.subject, screening.pk])

    assert enter(people.officer).get(place).status_code == 200


def test_pages_ask_the_database_a_bounded_number_of_times(
    form, people, enter, django_assert_max_num_queries
):
    officer = enter(people.officer)
    small, large = (kept([form() for _ in range(n)], people.officer) for n in (1, 40))
    for batch in (small, large):
        with django_assert_max_num_queries(16):
            officer.get(reverse("fieldforms:batch", args=[batch.pk]))
    with django_assert_max_num_queries(14):
        officer.get(BRING)
    services.take_batch(large.pk, actor=people.officer.actor)
    with django_assert_max_num_queries(16 + 5 * selectors.MOST_TAKEN):
        page = officer.get(reverse("fieldforms:batch", args=[large.pk]))
    assert "The first 25 are shown." in page.text


def test_a_policy_refusal_is_an_error_with_words(form, people):
    batch = kept([form()], people.officer)
    services.drop_batch(batch.pk, actor=people.officer.actor)
    with pytest.raises(Forbidden) as refused:
        services.take_batch(batch.pk, actor=people.officer.actor)
    assert isinstance(refused.value, DomainError)
    assert "already" in str(refused.value.message)


def test_a_case_given_away_in_between_is_no_case_of_ours_any_more(form, people):
    case = make.case(people.officer)
    batch = kept([form(case_code=case.code)], people.officer)
    Case.objects.filter(pk=case.pk).update(owner=people.stranger.organisation)

    with pytest.raises(DomainError):
        services.take_batch(batch.pk, actor=people.officer.actor)

    assert not Screening.objects.exists()
