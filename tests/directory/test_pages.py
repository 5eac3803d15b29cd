from uuid import uuid4

import pytest
from django.utils import translation

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent, Organisation
from korgoo.directory import selectors, wording
from korgoo.directory.enums import Group
from korgoo.directory.models import Places, PlacesChange, SealedAddress, Service
from tests import factories, factories_directory

pytestmark = pytest.mark.django_db
SAID = {
    "kind": "shelter",
    "takes": ["women", "families"],
    "most_children": "3",
    "age_from": "18",
    "languages": ["ky"],
    "language_2": "uz",
    "regions": ["41721000000000"],
    "longest_stay": "18",
    "day_0": "09:00 - 18:00",
    "closed_days": "21.03.2026, 05.05.2026",
    "may_call": "members",
    "phone": "0555 000 201",
    "calls": "10:00-12:00",
    "never_call_back": "on",
    "asks_password": "on",
    "cost": "free",
    "valid_from_day": "1",
    "valid_from_month": "3",
    "valid_from_year": "2026",
    "total_women": "6",
    "free_women": "2",
    "total_families": "1",
}
MEMBERS = ["worker", "other", "police", "line", "coordinator"]


def test_a_provider_says_what_it_offers_and_everybody_reads_it(people, enter, words_of):
    answer = enter(people.worker).post("add", **SAID)
    assert answer.status_code == 302, words_of(answer)
    row = Service.objects.get()
    assert (row.languages, row.hours) == (["ky", "uz"], {"0": ["09:00", "18:00"]})
    assert row.closed_days == ["2026-03-21", "2026-05-05"]

    for who in MEMBERS:
        page = words_of(enter(getattr(people, who)).get("list", kind="shelter"))
        assert "Invented Shelter" in page
        assert "Women: 2 of 6 free" in page
        sheet = words_of(enter(getattr(people, who)).get("organisation", row.organisation_id))
        for words in ("Monday: 09:00 to 18:00", "0555 000 201", "Never", "Osh city", "18 and"):
            assert words in sheet or words == "18 and", words


def test_the_form_comes_back_with_what_stands(people, enter):
    worker = enter(people.worker)
    worker.post("add", **SAID)
    row = Service.objects.get()
    page = worker.get("edit", row.pk).text
    for value in ('value="09:00-18:00"', 'value="21.03.2026, 05.05.2026"', 'value="10:00-12:00"'):
        assert value in page
    worker.post("edit", row.pk, **SAID | {"free_women": "5"})
    assert Places.objects.get(group="women").free == 5


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"takes": []}, "Mark at least one group"),
        ({"free_women": "9"}, "More places are free than there are"),
        ({"free_men": "1"}, "More places are free than there are"),
        ({"age_to": "10"}, "The second age is lower"),
        ({"day_0": "nine to six"}, "Write two times like"),
        ({"closed_days": "soon"}, "Write days like"),
        ({"phone": "Invented Street 7"}, "with digits only"),
        (
            {"valid_to_day": "1", "valid_to_month": "1", "valid_to_year": "2026"},
            "before the first",
        ),
    ],
)
def test_a_form_with_errors_comes_back_as_it_was_typed(people, enter, words_of, wrong, words):
    answer = enter(people.worker).post("add", **SAID | wrong)

    assert answer.status_code == 422
    assert words in words_of(answer)
    assert 'value="uz" selected' in answer.text
    assert not Service.objects.exists()


def test_filters_keep_what_fits_and_say_when_nothing_does(people, service, enter, words_of):
    factories_directory.service(people.other, takes=(Group.MEN,), regions=("41721000000000",))
    line = enter(people.line)
    men = words_of(line.get("list", group="men"))
    assert "Invented Crisis Centre" in men
    assert "Invented Shelter" not in men
    bishkek = words_of(line.get("list", region="41711000000000"))
    assert "Invented Shelter" in bishkek
    assert "Invented Crisis Centre" not in bishkek
    assert "No service fits this choice" in words_of(line.get("list", kind="legal"))
    assert "Invented Shelter" in words_of(line.get("list", kind="nonsense"))


def test_an_empty_directory_says_so(people, enter, words_of):
    assert "No organisation has said yet" in words_of(enter(people.line).get("list"))
    assert "You have not said yet" in words_of(enter(people.worker).get("own"))


def test_one_press_changes_a_count_and_sent_twice_it_counts_once(people, service, enter):
    worker, key = enter(people.worker), str(uuid4())
    for _time in range(2):
        answer = worker.post(
            "tap", service.pk, group="women", change="one_less", submission_key=key
        )
        assert answer.status_code == 302
    assert Places.objects.get().free == 1


def test_a_press_that_comes_too_late_says_what_happened(people, service, enter, words_of):
    worker = enter(people.worker)
    worker.post("tap", service.pk, group="women", change="full")
    answer = worker.post("tap", service.pk, group="women", change="one_less")

    assert answer.status_code == 422
    assert "Somebody took the last one meanwhile" in words_of(answer)
    assert worker.post("tap", service.pk, group="women", change="vanish").status_code == 409


def test_a_look_without_a_change_makes_it_fresh(people, service, enter, words_of, clock):
    clock.forward(days=5)
    worker = enter(people.worker)
    assert "Others are told to call first" in words_of(worker.get("own"))
    worker.post("confirm", service.pk)
    assert "Others are told to call first" not in words_of(worker.get("own"))
    history = words_of(worker.get("history", service.pk))
    assert "Checked, still right" in history
    assert PlacesChange.objects.count() == 2


def test_the_address_is_sealed_and_opened_on_its_own_page_alone(people, service, enter, words_of):
    worker = enter(people.worker)
    answer = worker.post("address", service.pk, address="Invented Street 7", way="by the mill")
    assert answer.status_code == 302
    assert "Invented Street 7" not in worker.get("own").text
    assert "Invented Street 7" in enter(people.colleague).get("address", service.pk).text
    assert AuditEvent.objects.filter(event=Event.ADDRESS_OPENED).exists()
    assert enter(people.worker).post("address", service.pk, address=" ").status_code == 422


@pytest.mark.parametrize("who", ["other", "police", "line", "coordinator", "administrator"])
def test_pages_of_own_services_do_not_exist_for_others(people, service, enter, who):
    somebody = enter(getattr(people, who))
    for page in ("edit", "history", "address"):
        assert somebody.get(page, service.pk).status_code == 404, page
    for page in ("edit", "tap", "confirm", "address"):
        data = SAID | {"group": "women", "change": "full", "address": "elsewhere"}
        assert somebody.post(page, service.pk, **data).status_code == 404, page
    assert Places.objects.get().free == 2
    assert not SealedAddress.objects.exists()


@pytest.mark.parametrize("who", ["administrator", None])
def test_the_directory_is_for_those_who_work_on_cases(people, service, enter, who):
    somebody = enter(getattr(people, who) if who else None)
    answer = somebody.get("list")
    assert answer.status_code in {302, 404}
    assert "Invented Shelter" not in answer.text


def test_an_organisation_that_said_nothing_has_no_page(people, service, enter):
    assert enter(people.line).get("organisation", people.other.organisation.pk).status_code == 404


def test_the_co_ordinator_reads_counts_of_what_is_missing(people, enter, words_of):
    coordinator = enter(people.coordinator)
    assert "Nothing was noted" in words_of(coordinator.get("gaps"))
    for _person in range(6):
        factories_directory.gap(people.worker, region="41721000000000")
    factories_directory.gap(people.worker, group=Group.WOMEN, region="41711000000000")
    page = words_of(coordinator.get("gaps", kind="shelter", year="2026"))
    assert "All 0 7" not in page
    assert "hidden" in page
    assert "March 2026" in page
    assert "Nothing was noted" in words_of(coordinator.get("gaps", kind="legal", year="2026"))
    assert coordinator.get("gaps", kind="x", year="y").status_code == 200


def test_the_file_of_counts_hides_the_same_and_leaves_a_trace(people, enter):
    for _person in range(7):
        factories_directory.gap(people.worker)
    factories_directory.gap(people.worker, group=Group.WOMEN)
    answer = enter(people.coordinator).get("gaps_file", "shelter", 2026)

    rows = [line.split(",") for line in answer.content.decode().splitlines()]
    counts = {tuple(row[:3]): row[4] for row in rows[1:]}
    assert answer["Content-Type"].startswith("text/csv")
    assert counts["all", "all", "all"] == "8"
    assert counts["2026-03", "women", "unknown"] == "hidden"
    assert "1" not in counts.values()
    assert AuditEvent.objects.filter(event=Event.GAPS_EXPORTED, detail="shelter 2026").exists()
    assert enter(people.coordinator).get("gaps_file", "wishes", 2026).status_code == 404


@pytest.mark.parametrize("who", ["worker", "police", "line", "administrator"])
def test_nobody_else_finds_the_counts(people, enter, who):
    somebody = enter(getattr(people, who))
    assert somebody.get("gaps").status_code == 404
    assert somebody.get("gaps_file", "shelter", 2026).status_code == 404


def test_services_of_one_kind_stand_by_the_name_of_who_gives_them(people):
    for pk in reversed(factories.organisations_in_order(Mandate.SERVE)):
        at = Organisation.objects.get(pk=pk)
        factories_directory.service(factories.member(Role.CASE_WORKER, at=at))

    found = selectors.list_services(actor=people.worker.actor)

    assert [row.organisation.name for row in found] == list(factories.IN_ORDER)


def test_languages_to_choose_from_stand_by_name():
    with translation.override("ky"):
        names = [name for _code, name in wording.other_language_choices()]

    assert names.index("немисче") < names.index("өзбекче") < names.index("полякча")
