"""A draft brought as files: faults by file and line, all taken or nothing."""

import json
from copy import deepcopy

import pytest
import yaml

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.countrypack import api as packs
from korgoo.lib.errors import DomainError, NotFound
from korgoo.workshop import services
from korgoo.workshop.enums import How
from korgoo.workshop.files import count_indicators
from korgoo.workshop.obstacles import obstacles
from korgoo.workshop.services import bringing
from korgoo.workshop.services.writing import LARGEST, MOST_SIGNS
from tests.workshop.guidelines import small

pytestmark = pytest.mark.django_db
INSPECTOR = "views/inspector.yaml"
D1 = "catalogues/labour/indicators/d1.yaml"


def yaml_of(files, *names):
    texts = packs.guideline_to_yaml(files, languages=("ky", "ru", "en"))
    return {name: texts[name].encode() for name in names or texts}


def bring(draft, texts, member, *, is_whole=False):
    services.bring(draft.pk, texts, is_whole=is_whole, actor=member.actor)
    draft.refresh_from_db()
    return draft.brought


def take(draft, member, version=None):
    services.take_brought(draft.pk, version=version or draft.version, actor=member.actor)
    draft.refresh_from_db()


def test_bringing_changes_nothing_until_it_is_taken(small_draft, people):
    files = small()
    files[D1]["indicators"][1]["weights"]["adult_labour"] = "weak"

    brought = bring(small_draft, yaml_of(files, D1), people.editor)

    assert brought["faults"] == []
    assert brought["names"] == [D1]
    assert small_draft.files == small()
    assert bringing.proposed(small_draft) == files

    take(small_draft, people.colleague)

    assert small_draft.files == files
    assert small_draft.brought is None
    row = small_draft.changes.get()
    assert (row.how, row.user_id, row.item) == (How.BROUGHT, people.colleague.user.pk, "D1.02")
    events = AuditEvent.objects.filter(event=Event.DRAFT_IMPORTED).order_by("seq")
    assert [event.detail for event in events] == ["read", "taken"]


def test_the_whole_guideline_as_files_comes_back_the_same(small_draft, people):
    bring(small_draft, yaml_of(small()), people.editor, is_whole=True)
    take(small_draft, people.editor)

    assert small_draft.files == small()
    assert not small_draft.changes.exists()


def test_what_is_not_among_the_files_of_a_whole_guideline_goes(small_draft, people):
    names = [name for name in small() if name != "views/anybody.yaml"]

    bring(small_draft, yaml_of(small(), *names), people.editor, is_whole=True)
    take(small_draft, people.editor)

    assert set(small_draft.files) == set(names)


def broken(text, old, new):
    assert old in text
    return text.replace(old, new)


def line_of(text, words):
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


BROKEN = {
    "weight": (D1, "strong", "heavy", "heavy", "not-allowed"),
    "no yaml": (D1, "indicators:", "indicators: [", "D1.01", "yaml"),
    "field": (D1, "evidence", "evidences", "evidences", "unknown-field"),
    "kind": (INSPECTOR, "key: inspector", "key: [a]", "key: [a]", "wrong-kind"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_named_by_file_line_and_rule_and_nothing_is_taken(name, small_draft, people):
    file, old, new, at, rule = BROKEN[name]
    text = broken(yaml_of(small(), file)[file].decode(), old, new)

    brought = bring(small_draft, {file: text.encode()}, people.editor)

    assert brought["files"] is None
    found = {(f["rule"], f["line"]) for f in brought["faults"] if f["file"] == file}
    assert (rule, line_of(text, at)) in found
    with pytest.raises(DomainError, match="could be taken"):
        take(small_draft, people.editor)
    assert small_draft.files == small()


def test_one_bad_file_keeps_the_good_ones_out_too(small_draft, people):
    texts = yaml_of(small(), D1, INSPECTOR)
    texts[INSPECTOR] = "Жок".encode("cp1251")

    brought = bring(small_draft, texts, people.editor)

    assert brought["files"] is None
    assert [f["file"] for f in brought["faults"]] == [INSPECTOR]
    assert brought["faults"][0]["rule"] in {"encoding", "yaml"}


def test_a_file_that_belongs_to_no_guideline_is_named(small_draft, people):
    brought = bring(small_draft, {"bodies.yaml": b"bodies: []\n"}, people.editor)

    assert brought["files"] is None
    assert [(f["file"], f["rule"]) for f in brought["faults"]] == [("bodies.yaml", "unknown-file")]


def test_a_whole_guideline_without_its_head_is_none(small_draft, people):
    names = [name for name in small() if name != "guideline.yaml"]

    brought = bring(small_draft, yaml_of(small(), *names), people.editor, is_whole=True)

    assert brought["files"] is None
    assert [(f["file"], f["rule"]) for f in brought["faults"]] == [
        ("guideline.yaml", "missing-file")
    ]


def test_a_draft_without_a_head_cannot_be_adopted(small_draft, people):
    del small_draft.files["guideline.yaml"]

    assert "1 fault must be mended first." in obstacles(small_draft)


def test_code_in_a_file_does_not_run(small_draft, people):
    brought = bring(
        small_draft,
        {INSPECTOR: b"key: !!python/object/apply:os.system ['touch /tmp/x']\n"},
        people.editor,
    )

    assert brought["files"] is None
    assert "tag" in {fault["rule"] for fault in brought["faults"]}


def test_what_does_not_fit_together_may_be_taken_and_is_named(small_draft, people):
    files = small()
    files[INSPECTOR]["pages"][1]["questions"].append({"indicator": "D2.77"})
    text = yaml_of(files, INSPECTOR)[INSPECTOR]

    brought = bring(small_draft, {INSPECTOR: text}, people.editor)

    fault = next(f for f in brought["faults"] if f["rule"] == "unknown-indicator")
    assert fault["line"] == line_of(text.decode(), "D2.77")
    take(small_draft, people.editor)
    assert small_draft.files == files


def test_files_looked_at_before_somebody_changed_the_draft_are_looked_at_again(
    small_draft, people
):
    bring(small_draft, yaml_of(small(), D1), people.editor)

    with pytest.raises(DomainError, match="Look at them again"):
        take(small_draft, people.editor, version=99)


def test_brought_files_can_be_thrown_away(small_draft, people):
    bring(small_draft, yaml_of(small(), D1), people.editor)

    services.drop_brought(small_draft.pk, actor=people.editor.actor)

    small_draft.refresh_from_db()
    assert small_draft.brought is None
    with pytest.raises(DomainError):
        take(small_draft, people.editor)


@pytest.mark.parametrize("who", ["officer", "coordinator", "foreign_editor"])
def test_others_bring_nothing(who, small_draft, people):
    with pytest.raises(NotFound):
        bring(small_draft, yaml_of(small(), D1), getattr(people, who))


def test_the_yaml_is_plain():
    for text in yaml_of(small()).values():
        assert yaml.safe_load(text)


def many_signs(number):
    files = small()
    one = files[D1]["indicators"][0]
    rows = [deepcopy(one) | {"code": f"D{at // 90 + 1}.{at % 90 + 10}"} for at in range(number)]
    return files | {D1: files[D1] | {"indicators": rows}}


def test_far_more_signs_than_a_guideline_has_are_not_brought(small_draft, people):
    others = count_indicators(small()) - len(small()[D1]["indicators"])
    most = MOST_SIGNS - others
    assert bring(small_draft, yaml_of(many_signs(most), D1), people.editor)["files"]
    before = small_draft.brought

    with pytest.raises(DomainError, match="600 indicators"):
        bring(small_draft, yaml_of(many_signs(most + 1), D1), people.editor)
    with pytest.raises(DomainError, match="600 indicators"):
        bring(small_draft, yaml_of(many_signs(most + 1)), people.editor, is_whole=True)

    small_draft.refresh_from_db()
    assert small_draft.brought == before


def test_a_draft_does_not_grow_without_end(small_draft, people):
    def grow(files):
        head = files["guideline.yaml"]
        title = head["title"] | {"en": "A" * LARGEST}
        return {**files, "guideline.yaml": head | {"title": title}}

    with pytest.raises(DomainError, match="too much text"):
        services.change_draft(
            small_draft.pk, services.Edit(grow), version=1, actor=people.editor.actor
        )


def test_the_guideline_of_the_country_can_grow_to_twice_its_size():
    files = packs.guideline_files()
    assert len(json.dumps(files)) * 1.9 < LARGEST
    assert count_indicators(files) * 2 < MOST_SIGNS
