"""Files through the browser: taken home, brought, looked at, taken whole or not at all."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from korgoo.workshop import archives
from korgoo.workshop.difference import compare
from tests.workshop.guidelines import small
from tests.workshop.test_archives import zipped
from tests.workshop.test_bringing import D1, INSPECTOR, broken, yaml_of

pytestmark = pytest.mark.django_db


def upload(member, draft, name, content, **more):
    return member.post("bring", draft.pk, file=SimpleUploadedFile(name, content), **more)


def weaker(old="medium", new="strong"):
    text = yaml_of(small(), D1)[D1].decode()
    return broken(text, f"adult_labour: {old}", f"adult_labour: {new}").encode()


def test_a_draft_goes_home_as_files_and_comes_back_the_same(small_draft, people, enter):
    member = enter(people.editor)
    home = member.get("download", small_draft.pk)
    assert home["Content-Type"] == "application/zip"
    assert set(zipfile.ZipFile(io.BytesIO(home.content)).namelist()) == set(small())

    answer = upload(member, small_draft, "draft.zip", home.content, is_whole="on")
    assert answer.url == reverse("workshop:brought", args=[small_draft.pk])
    member.post("take_brought", small_draft.pk, draft_version=1)

    small_draft.refresh_from_db()
    assert compare(small(), small_draft.files) == []


def test_what_files_would_change_is_seen_before_it_is_taken(small_draft, people, enter, words_of):
    member = enter(people.editor)
    upload(member, small_draft, "d1.yaml", weaker())

    words = words_of(member.get("brought", small_draft.pk))

    assert "They would change 1 thing in the draft" in words
    assert "Sign “Deceived about the wage (D1.02)”: weight for adults" in words
    small_draft.refresh_from_db()
    assert small_draft.files == small()
    answer = member.post("take_brought", small_draft.pk, draft_version=1)
    assert answer.url == reverse("workshop:draft", args=[small_draft.pk])
    assert small_draft.changes.get().how == "brought"


def test_a_fault_is_named_by_file_line_and_rule(small_draft, people, enter, words_of):
    member = enter(people.editor)
    content = weaker(new="heavy")
    line = next(n for n, row in enumerate(content.decode().splitlines(), 1) if "heavy" in row)

    upload(member, small_draft, "d1.yaml", content)

    words = words_of(member.get("brought", small_draft.pk))
    assert "These files cannot be taken" in words
    assert f"{D1} , line {line}" in words or f"{D1}, line {line}" in words
    assert "This value is not one of those allowed." in words
    assert "not-allowed" in words
    assert "Take all of them" not in words
    answer = member.post("take_brought", small_draft.pk, draft_version=1)
    assert "no files that could be taken" in words_of(member.get(answer.url))
    small_draft.refresh_from_db()
    assert small_draft.files == small()


def test_brought_files_can_be_thrown_away(small_draft, people, enter):
    member = enter(people.editor)
    upload(member, small_draft, "d1.yaml", weaker())

    member.post("drop_brought", small_draft.pk)

    small_draft.refresh_from_db()
    assert small_draft.brought is None
    assert member.get("brought", small_draft.pk).url == reverse(
        "workshop:bring", args=[small_draft.pk]
    )


BAD = {
    "no file": (None, b"", "file"),
    "no zip": ("draft.zip", b"PK\x03\x04 damaged", "This file is damaged, or is no zip file."),
    "not text": ("draft.docx", b"x", "Bring a zip file, or one file that ends in .yaml."),
    "bomb": (
        "draft.zip",
        zipped(("views/bomb.yaml", "0" * archives.LARGEST_FILE)),
        "far more than a guideline can be",
    ),
    "path": ("draft.zip", zipped(("../../etc/passwd", "x")), "a name that leads elsewhere"),
    "too large": ("draft.zip", b"PK\x03\x04" + b"0" * archives.LARGEST_UPLOAD, "too large"),
    "large yaml": ("d1.yaml", b"#" * (archives.LARGEST_FILE + 1), "too large"),
    "nothing in it": ("draft.zip", zipped(), "There is no file in it."),
    "a name nobody knows": ("sheet.yaml", b"key: a", "Its name does not say it."),
    "a name with a path": ("..yaml", b"key: a", "a name that leads elsewhere"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_named_and_nothing_is_kept(name, small_draft, people, enter, words_of):
    file, content, said = BAD[name]
    member = enter(people.editor)

    if file is None:
        answer = member.post("bring", small_draft.pk)
    else:
        answer = upload(member, small_draft, file, content)

    assert answer.status_code == 422
    assert said in words_of(answer)
    small_draft.refresh_from_db()
    assert small_draft.brought is None


def test_one_file_can_be_said_to_be_a_part(small_draft, people, enter, words_of):
    member = enter(people.editor)
    content = yaml_of(small(), INSPECTOR)[INSPECTOR]

    answer = upload(member, small_draft, "mine.yaml", content, place=INSPECTOR)

    assert answer.status_code == 302
    assert "They would change 0 things in the draft" in words_of(member.get(answer.url))


def test_one_file_can_be_a_new_set_of_questions(small_draft, people, enter, words_of):
    member = enter(people.editor)
    text = yaml_of(small(), INSPECTOR)[INSPECTOR].decode()
    content = broken(text, "key: inspector", "key: teacher").encode()

    answer = upload(member, small_draft, "teacher.yml", content, place="new-questions")

    assert "New set of questions" in words_of(member.get(answer.url))
    member.post("take_brought", small_draft.pk, draft_version=1)
    small_draft.refresh_from_db()
    assert "views/teacher.yaml" in small_draft.files


def test_others_upload_nothing(small_draft, people, enter):
    assert upload(enter(people.officer), small_draft, "d1.yaml", weaker()).status_code == 404


def test_a_draft_that_changed_meanwhile_is_looked_at_again(small_draft, people, enter, words_of):
    member = enter(people.editor)
    upload(member, small_draft, "d1.yaml", weaker())

    answer = member.post("take_brought", small_draft.pk, draft_version=7)

    assert "Look at them again" in words_of(member.get(answer.url))
    assert not small_draft.changes.exists()
