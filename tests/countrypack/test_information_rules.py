"""What migrants are told, in a pack: each broken rule names itself, its file and its line."""

import pytest

from korgoo.countrypack import api as packs

HEAD, NUMBERS, ITEMS = (
    f"information/{name}.yaml" for name in ("head", "numbers/all", "items/all")
)
LONG = " ".join(["word"] * 61)

BROKEN = [
    ("missing", HEAD, "law: P10D, ", "", "believed_for"),
    ("unknown-destination", NUMBERS, "far-land", "near-land", "destinations"),
    ("unknown-destination", ITEMS, "destination: far-land", "destination: near", "destination: n"),
    ("unknown-step", ITEMS, "[trouble]", "[rest]", "steps"),
    ("unknown-question", ITEMS, "[passport-taken]", "[joy]", "questions"),
    ("unknown-number", ITEMS, "[zz-line]", "[nobody]", "numbers"),
    (
        "unknown-item",
        ITEMS,
        "as_of: 2024-01-01\n    s",
        "supersedes: [old]\n    as_of: 2024-01-01\n    s",
        "supersedes",
    ),
    ("too-long", ITEMS, "Neniu rajtas teni vian pasporton.", LONG, "text"),
    ("too-long", ITEMS, "qaa: La pasporto estas via.}", f"qaa: {'w' * 161}}}", "sms"),
    (
        "missing-language",
        ITEMS,
        "{ar: كل عامل, qaa: Ĉiu laboranto}",
        "{ar: كل عامل}",
        "applies_to",
    ),
]


@pytest.mark.parametrize(("rule", "file", "old", "new", "at"), BROKEN, ids=lambda p: str(p)[:20])
def test_a_broken_rule_names_itself_its_file_and_its_line(
    copy, rewrite, line_of, rule, file, old, new, at
):
    rewrite(file, old, new)
    faults = packs.check(copy)
    line = next(
        number
        for number, text in enumerate((copy / file).read_text().splitlines(), 1)
        if at in text
    )
    assert (file, rule) in {(fault.file, fault.rule) for fault in faults}
    assert line in {fault.line for fault in faults if fault.rule == rule}


@pytest.mark.parametrize(("folder", "key"), [("numbers", "zz-line"), ("items", "zz-passport")])
def test_a_key_that_stands_in_two_files_is_a_fault(copy, folder, key):
    first = copy / "information" / folder / "all.yaml"
    first.with_name("other.yaml").write_text(first.read_text(), encoding="utf-8")
    faults = packs.check(copy)
    assert [(fault.file, fault.rule) for fault in faults] == [
        (f"information/{folder}/other.yaml", "repeated")
    ]
    assert key in faults[0].message


def test_a_pack_can_do_without_information(copy):
    for name in (HEAD, NUMBERS, ITEMS):
        (copy / name).unlink()
    assert packs.check(copy) == []
