"""Each rule of the catalogues bites, and a good catalogue passes."""

import polib
import pytest

from korgoo.cli.glossary import Term
from scripts.check_catalogues import faults_of_entry, faults_of_file
from scripts.messages import HEAD, LANGUAGES

KYRGYZ, RUSSIAN = LANGUAGES
AGREED = [
    Term("referral", "багыттоо", "направление", "багытто", "направлен", "proposal", ""),
    Term("labour migrant", "эмгек мигранты", "трудовой мигрант", "эмгек мигрант", "трудов мигрант", "", ""),
    Term("case", "иш", "случай", "", "", "proposal", ""),
]  # fmt: skip


def _rules(language=RUSSIAN, **fields):
    entry = polib.POEntry(**fields)
    return [rule for rule, _what in faults_of_entry(entry, language, AGREED)]


GOOD = [
    {"msgid": "Send the referral", "msgstr": "Отправить направление"},
    {"msgid": "Advice for a labour migrant", "msgstr": "Совет трудовому мигранту"},
    {"msgid": "Late by %(days)s days", "msgstr": "Опоздание: %(days)s дн."},
    {"msgid": "Referrals", "msgstr": "Направления"},
    {"msgid": "About: %(referral)s", "msgstr": "О чём: %(referral)s"},
    {
        "msgid": "%(n)s day",
        "msgid_plural": "%(n)s days",
        "msgstr_plural": {0: "%(n)s день", 1: "%(n)s дня", 2: "%(n)s дней"},
    },
]


@pytest.mark.parametrize("fields", GOOD, ids=lambda fields: fields["msgid"])
def test_a_good_translation_passes(fields):
    assert _rules(**fields) == []


BAD = [
    ("untranslated", {"msgid": "Send", "msgstr": ""}),
    ("untranslated", {"msgid": "Send", "msgstr": "Отправить", "flags": ["fuzzy"]}),
    ("obsolete", {"msgid": "Send", "msgstr": "Отправить", "obsolete": True}),
    ("placeholder", {"msgid": "Late by %(days)s", "msgstr": "Опоздание %(day)s"}),
    ("placeholder", {"msgid": "Late by %(days)s", "msgstr": "Опоздание"}),
    ("placeholder", {"msgid": "Late by %s", "msgstr": "Опоздание %s"}),
    ("placeholder", {"msgid": "Late by {}", "msgstr": "Опоздание {}"}),
    ("term", {"msgid": "Send the referral", "msgstr": "Отправить перенаправку"}),
    ("term", {"msgid": "Labour migrants", "msgstr": "Рабочие мигранты"}),
    ("edges", {"msgid": "Send ", "msgstr": "Отправить"}),
    ("markup", {"msgid": "<b>Send</b>", "msgstr": "Отправить"}),
    ("letters", {"msgid": "Send", "msgstr": "Oтправить"}),  # a Latin O
    (
        "plural",
        {
            "msgid": "%(n)s day",
            "msgid_plural": "%(n)s days",
            "msgstr_plural": {0: "%(n)s день", 1: "%(n)s дня"},
        },
    ),
    (
        "placeholder",  # 21 is the first form too: it must say the number
        {
            "msgid": "One day",
            "msgid_plural": "%(n)s days",
            "msgstr_plural": {0: "Один день", 1: "%(n)s дня", 2: "%(n)s дней"},
        },
    ),
]


@pytest.mark.parametrize(("rule", "fields"), BAD, ids=lambda value: str(value)[:40])
def test_a_bad_translation_is_named_by_its_rule(rule, fields):
    assert _rules(**fields) == [rule]


def test_the_first_kyrgyz_form_is_one_thing_only_and_need_not_say_the_number():
    forms = {0: "Бир күн", 1: "%(n)s күн"}
    assert _rules(KYRGYZ, msgid="One day", msgid_plural="%(n)s days", msgstr_plural=forms) == []


def test_a_missing_and_an_empty_catalogue_are_faults(tmp_path):
    file = tmp_path / "django.po"
    assert "missing" in faults_of_file(file, RUSSIAN, AGREED, tmp_path)[0]
    head = HEAD.format(code="ru", forms=RUSSIAN.forms, rule=RUSSIAN.rule)
    file.write_text(head, encoding="utf-8")
    assert "empty" in faults_of_file(file, RUSSIAN, AGREED, tmp_path)[0]


def test_a_fault_names_file_and_line(tmp_path):
    file = tmp_path / "django.po"
    head = HEAD.format(code="ru", forms=1, rule="0")
    file.write_text(head + 'msgid "Send"\nmsgstr ""\n', encoding="utf-8")
    assert faults_of_file(file, RUSSIAN, AGREED, tmp_path) == [
        "django.po:1: plural: the head must say nplurals=3",
        "django.po:10: untranslated: not translated: 'Send'",
    ]
