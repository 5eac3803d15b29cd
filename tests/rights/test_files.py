"""Public information as a file: what is written reads back as the same, and each fault has its place."""

import pytest

from korgoo.countrypack.api import PackError
from korgoo.rights import api
from korgoo.rights.models import Item, ItemVersion, Number
from tests import factories_rights as made

pytestmark = pytest.mark.django_db


def load(text):
    return api.load_file(text.encode(), name="told.yaml")


def faults(text):
    with pytest.raises(PackError) as caught:
        load(text)
    return [(fault.line, fault.rule) for fault in caught.value.faults]


def test_what_is_written_brings_nothing_new(told):
    text = api.export()
    assert not load(text).has_changed
    assert api.export() == text


def test_another_installation_reads_it_whole(told):
    text = api.export()
    states = sorted(ItemVersion.objects.values_list("item__key", "state"))
    for model in (ItemVersion, Item):
        model.objects.all().delete()
    Number.objects.first().changes.model.objects.all().delete()
    Number.objects.all().delete()
    done = load(text)
    assert (len(done.new), len(done.numbers)) == (9, 3)
    assert sorted(ItemVersion.objects.values_list("item__key", "state")) == states
    assert api.export() == text


def test_a_changed_file_brings_a_draft(told):
    done = load(api.export().replace("Words of ru-passport.", "Better words."))
    assert done.drafts == ["ru-passport"]
    assert "Words of ru-passport." in api.export()


def test_the_published_wording_is_written_and_not_its_draft(told):
    api.load(made.information(made.item(text=made.words("Drafted."))))
    assert "Drafted." not in api.export()
    assert "ru-unverified" in api.export()


@pytest.mark.parametrize(
    ("wrong", "right", "rule"),
    [
        ("destination: nowhere", "destination: kazakhstan", "unknown-destination"),
        ("sort: rumour", "sort: advice", "not-allowed"),
        ("as_of: 2026-13-40", "as_of: 2026-02-20", "date"),
        ("numbers: [nobody]", "numbers: [embassy-ru]", "unknown-number"),
        ("questions: [what]", "questions: [banned]", "unknown-question"),
        ("supersedes: [what]", "supersedes: [ru-over]", "unknown-item"),
        ("kind: friend", "kind: police", "not-allowed"),
        ("colour: red", "kind: police", "unknown-field"),
    ],
)
def test_each_fault_names_its_line_and_rule_and_nothing_is_loaded(told, wrong, right, rule):
    text = api.export()
    assert right in text
    broken = text.replace(right, wrong, 1)
    line = broken[: broken.index(wrong)].count("\n") + 1
    assert (line, rule) in faults(broken.replace("Words of ru-passport.", "Better words."))
    assert not ItemVersion.objects.filter(number=2).exists()


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "other: []\n", "items: [\n", "\x00"])
def test_a_file_that_is_none_of_it_is_refused(told, text):
    assert faults(text)


def test_a_missing_language_is_a_fault(told):
    text = api.export().replace("      ru: Title of ru-passport\n", "")
    assert "missing-language" in {rule for _line, rule in faults(text)}


def test_a_file_of_numbers_alone_is_enough(told):
    text = api.export().partition("\nitems:")[0].replace("'102'", "'103'")
    assert load(text).numbers == ["police-ru"]
