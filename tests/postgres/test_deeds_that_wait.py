"""Two deeds that wait for each other: the database takes one back, and it is done again."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection, connections
from django.http import HttpResponseRedirect
from django.test import RequestFactory

from korgoo.access.http import once
from korgoo.access.models import Submission, User

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two():
    return [
        User.objects.create_user(f"{name}@example.org", None, "Invented One")
        for name in ("first", "second")
    ]


def form_of(user, **files):
    request = RequestFactory().post("/deed/", {"submission_key": str(uuid4()), **files})
    request.user = user
    return request


def rename(user, name):
    return User.objects.filter(pk=user.pk).update(name=name)


def test_each_waits_for_the_other_and_both_are_done(two):
    meet, tries, answers = Barrier(2, timeout=20), [], []

    def crossed(request, mine, other):
        tries.append(mine)
        rename(mine, f"by {mine.pk}")
        if len(tries) <= 2:
            meet.wait()
        rename(other, f"by {mine.pk}")
        return HttpResponseRedirect("/done/")

    def take(mine, other):
        try:
            answers.append(once(crossed)(form_of(mine), mine, other).url)
        finally:
            connections.close_all()

    threads = [Thread(target=take, args=pair) for pair in (two, two[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert answers == ["/done/", "/done/"]
    assert len(tries) > 2  # one of them again
    assert Submission.objects.count() == 2
    assert len({user.name for user in User.objects.all()}) == 1


def test_a_file_is_read_again_from_its_beginning(two):
    read = []

    @once
    def deed(request):
        read.append(request.FILES["paper"].read())
        if len(read) == 1:
            _raise("40P01")
        return HttpResponseRedirect("/done/")

    file = SimpleUploadedFile("paper.pdf", b"invented")
    assert deed(form_of(two[0], paper=file)).url == "/done/"
    assert read == [b"invented", b"invented"]


@pytest.mark.parametrize(("state", "tries"), [("40P01", 3), ("40001", 3), ("53100", 1)])
def test_it_is_not_done_for_ever_nor_after_another_failure(two, state, tries):
    made = []

    @once
    def deed(request):
        made.append(1)
        _raise(state)

    with pytest.raises(OperationalError):
        deed(form_of(two[0]))
    assert len(made) == tries
    assert not Submission.objects.exists()


def _raise(state):
    with connection.cursor() as cursor:
        cursor.execute(f"DO $$ BEGIN RAISE EXCEPTION 'invented' USING ERRCODE = '{state}'; END $$")
