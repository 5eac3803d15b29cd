"""Differences in words: every kind of thing, every value, in every language."""

import pytest
from django.utils import translation

from korgoo.workshop import addresses, editing
from korgoo.workshop.difference import What, compare
from korgoo.workshop.editing import Target, Why
from korgoo.workshop.notices import lines_of
from korgoo.workshop.translations import gaps
from korgoo.workshop.wording import Words, fault_words, refusal
from korgoo.workshop.wording.changes import CAME, MOVED, THINGS, WENT
from tests.workshop.guidelines import PROVENANCE, small, text, weighted
from tests.workshop.test_difference import EDITS

LANGUAGES = ("ky", "ru", "en")
SENTENCES = {
    "weight": "Signs of forced labour. Sign “Papers taken away (D5.01)”: weight for adults: medium → strong",
    "weight taken away": "Signs of forced labour. Sign “Papers taken away (D5.01)”: weight for children: medium → nothing",
    "use": "Signs of forced labour. Sign “Papers taken away (D5.01)”: for whom it is used: nothing → adults",
    "rule": "List of signs “Signs of forced labour”: how the list is read: nothing → Any sign is worth a closer look",
    "text": "Labour inspector. Answer “Are you paid? → Less”: text (changed in: English)",
    "element": "Signs of forced labour. New element: “Act”",
    "question": "Labour inspector. New question: “Papers taken away at home?”",
    "question removed": "Labour inspector. Question removed: “Deceived about the job?”",
    "question moved": "First talk. Question at another place: “Nobody to turn to?”: page “All”, place 2 → page “All”, place 1",
    "vector": "Agreed example removed: “Locked in and deceived”",
    "view": "Set of questions removed: “First talk”",
    "head": "The guideline as a whole: who must approve: Co-ordinate the referral mechanism → Decide on the status of a victim",
}  # fmt: skip


def words_of(files, before=None):
    before = before or small()
    return compare(before, files), Words(before, files, LANGUAGES)


@pytest.mark.parametrize("name", SENTENCES)
def test_a_difference_is_said_in_one_plain_sentence(name):
    changes, words = words_of(EDITS[name][0](small()))

    assert words.sentence(changes[0]) == SENTENCES[name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EDITS)
def test_every_difference_has_words_in_every_language(name, language):
    changes, words = words_of(EDITS[name][0](small()))

    with translation.override(language):
        assert words.sentence(changes[0])
        assert words.heading(changes[0])
        lines = [*words.before_lines(changes[0]), *words.after_lines(changes[0])]

    assert lines
    assert all(line.text for line in lines)


def test_every_kind_of_thing_has_words():
    files = {What.SIGNS, What.VECTORS}
    assert set(THINGS) == set(What)
    assert set(CAME) == set(WENT) == set(What) - files - {What.HEAD}
    assert set(MOVED) == set(CAME) - {What.CATALOGUE, What.VIEW}


def test_a_condition_names_question_and_answers():
    changes, words = words_of(EDITS["conditions"][0](small()))

    assert [str(line) for line in words.before_lines(changes[0])] == [
        "“Are you paid?”: “less” / “none”"
    ]


def test_a_text_is_shown_only_in_the_languages_that_changed():
    target = Target(What.VIEW, ("anybody",))
    changes, words = words_of(editing.set_text(small(), target, "intro", "ru", "Не спешите."))

    assert [str(line) for line in words.after_lines(changes[0])] == ["Русский: Не спешите."]
    assert [line.language for line in words.before_lines(changes[0])] == ["ru"]


def test_a_new_sign_tells_its_words_and_weights():
    record = weighted("D1.04", "National sign", provenance=PROVENANCE)
    changes, words = words_of(editing.add_indicator(small(), "labour", record))

    told = [str(line) for line in words.after_lines(changes[0])]

    assert "name, English: National sign" in told
    assert "weight for adults: medium" in told


def test_a_provenance_that_changed_is_told_part_by_part():
    files = small()
    files["views/anybody.yaml"]["provenance"] = PROVENANCE | {"status": "in_use"}
    changes, words = words_of(files)

    assert "status: In use" in [str(line) for line in words.after_lines(changes[0])]


@pytest.mark.parametrize("why", Why)
def test_every_refusal_names_the_thing(why):
    error = editing.CannotEdit("views/a.yaml", "question pay", why)

    assert "question pay" in refusal(error)


def test_a_rule_that_nobody_knows_still_has_words():
    assert fault_words("missing-language") == "A text is missing in a language."
    assert fault_words("a-rule-of-next-year") == "Something here does not fit together."


def test_every_rule_of_the_check_has_words():
    import ast
    from pathlib import Path

    import korgoo.countrypack.rules as rules
    from korgoo.workshop.wording.faults import RULES

    told_of_packs_only = {
        "bodies.py", "clocks.py", "help_texts.py", "units.py", "lawbook.py", "law_versions.py",
        "offences.py", "retention.py", "validity.py", "information.py", "public_door.py",
        "campaign.py", "country_map.py", "plan.py", "platform.py",
    }  # fmt: skip
    found = set()
    for path in Path(rules.__file__).parent.glob("*.py"):
        if path.name in told_of_packs_only:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            is_fault = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "fault"
            if is_fault and isinstance(node.args[0], ast.Constant):
                found.add(node.args[0].value)

    assert len(found) > 40
    assert found - set(RULES) <= {"unknown-time-zone"}


GAPS = {
    "one language changed": (
        lambda f: editing.set_text(f, Target(What.VIEW, ("anybody",)), "intro", "en", "Slowly."),
        ((), ("ky", "ru")),
    ),
    "one language taken away": (
        lambda f: editing.set_text(f, Target(What.VIEW, ("anybody",)), "intro", "ky", ""),
        (("ky",), ("ru", "en")),
    ),
    "new without a language": (
        lambda f: editing.add_indicator(
            f, "labour", weighted("D1.04", "New", provenance=PROVENANCE) | {"title": {"en": "New"}}
        ),
        (("ky", "ru"), ()),
    ),
}


@pytest.mark.parametrize("name", GAPS)
def test_a_text_waits_for_its_translation(name):
    edit, (missing, unchanged) = GAPS[name]

    (gap,) = gaps(compare(small(), edit(small())), LANGUAGES)

    assert (gap.missing, gap.unchanged) == (missing, unchanged)


@pytest.mark.parametrize("name", ["weight", "rule", "question moved", "now", "head"])
def test_what_is_whole_in_every_language_waits_for_nothing(name):
    assert gaps(compare(small(), EDITS[name][0](small())), LANGUAGES) == []


class Draft:
    """As much of a draft as its notice needs."""

    def __init__(self, files):
        self.base_files, self.files = small(), files


def notice(files):
    return [(words["en"], mandates, bodies) for words, mandates, bodies in lines_of(Draft(files))]


def test_a_notice_tells_each_organisation_what_changes_for_its_officers():
    files = editing.set_weight(small(), "labour", "D1.01", profile="adult_labour", weight="medium")
    files = editing.remove_question(files, "inspector", "D1.02")
    files = editing.remove_question(files, "anybody", "D6.01")

    lines = notice(files)

    assert [(mandates, bodies) for _words, mandates, bodies in lines] == [
        (("inspect",), ()),
        ((), ()),
        (("inspect",), ()),
    ]
    assert "weight for adults: strong → medium" in lines[0][0]
    assert lines[1][0].startswith("First talk. Question removed")


def test_a_sign_that_everybody_asks_about_concerns_everybody():
    files = editing.set_weight(small(), "labour", "D5.01", profile="adult_labour", weight="weak")

    assert [line[1:] for line in notice(files)] == [((), ())]


def test_better_words_are_counted_and_sources_are_left_out():
    files = editing.set_text(small(), Target(What.VIEW, ("inspector",)), "intro", "en", "Alone.")
    pay = Target(What.QUESTION, ("inspector", "pay"))
    files = editing.set_text(files, pay, "text", "en", "Paid?")
    files = editing.set_fields(files, Target(What.HEAD), {"rests_on": ["law-1"]})
    files["views/anybody.yaml"]["provenance"] = PROVENANCE | {"status": "in_use"}

    assert notice(files) == [
        ("Labour inspector. 2 texts or places in the order changed", ("inspect",), ())
    ]


def test_what_to_do_at_once_is_told_word_for_word():
    lines = notice(EDITS["now"][0](small()))

    assert "what to do at once" in lines[0][0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_is_written_in_every_language(language):
    files = editing.set_weight(small(), "labour", "D5.01", profile="adult_labour", weight="weak")

    ((words, _mandates, _bodies),) = lines_of(Draft(files))

    assert set(words) == set(LANGUAGES)
    assert text("Papers taken away")[language] in words[language]


DRAFT = "5f0f9f1e-52e8-4f2d-9d7d-0d6a51a0a003"
MENDED = {
    ("guideline.yaml", "rests_on"): "head/",
    ("catalogues/labour/catalogue.yaml", "rule"): "lists/labour/head/",
    ("catalogues/labour/catalogue.yaml", "dimension D1 title.en"): "lists/labour/groups/D1/",
    ("catalogues/labour/catalogue.yaml", "element act"): "lists/labour/",
    ("catalogues/labour/indicators/d1.yaml", "D1.01 weights.adult_labour"): "lists/labour/signs/D1.01/",
    ("catalogues/labour/indicators/d1.yaml", "D9.99 code"): "lists/labour/",
    ("views/inspector.yaml", ""): "questions/inspector/head/",
    ("views/inspector.yaml", "advice"): "questions/inspector/",
    ("views/inspector.yaml", "advice.some"): "questions/inspector/advice/some/",
    ("views/inspector.yaml", "pocket.signs"): "questions/inspector/card/",
    ("views/inspector.yaml", "page 3, condition 1 any_of"): "questions/inspector/pages/3/",
    ("views/inspector.yaml", "question pay, option less sets"): "questions/inspector/asked/pay/answers/less/",
    ("views/inspector.yaml", "question D1.01 indicator"): "questions/inspector/asked/D1.01/",
    ("views/inspector.yaml", "question gone"): "questions/inspector/",
    ("vectors.yaml", "locked-in-and-deceived expected"): "examples/locked-in-and-deceived/",
    ("vectors.yaml", "provenance"): "examples/",
}  # fmt: skip


@pytest.mark.parametrize("fault", MENDED, ids=str)
def test_a_fault_leads_to_the_page_that_mends_it(fault):
    found = addresses.of_fault(DRAFT, *fault, small())

    assert found == f"/guidelines/drafts/{DRAFT}/{MENDED[fault]}"


def test_a_fault_of_a_file_that_is_not_there_leads_nowhere():
    assert addresses.of_fault(DRAFT, "bodies.yaml", "", small()) == ""
