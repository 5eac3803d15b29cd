"""The line breaks, or the server is killed, before the answer is there: the same form is sent again."""

import pytest

from korgoo.access.models import AuditEvent, Submission
from tests.faults.forms import FORMS
from tests.faults.killing import AFTER_COMMIT, AT_COMMIT, killed, picture

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=FORMS, ids=lambda form: form.__name__)
def form(request, client, clock):
    return request.param(client)


def times(form):
    return AuditEvent.objects.filter(event=form.event).count()


def test_a_form_that_was_taken_is_not_taken_again(form):
    before = times(form)
    killed(form.send, after=AFTER_COMMIT)
    taken, done = picture(), times(form)
    assert done > before

    answer = form.send()

    assert (answer.status_code, answer.url) == (302, Submission.objects.get().location)
    assert picture() == taken


def test_a_form_that_was_not_taken_is_taken_now(form):
    before = picture()
    killed(form.send, after=AT_COMMIT)
    assert picture() == before

    answers = [form.send() for _time in range(2)]

    assert {(a.status_code, a.url) for a in answers} == {
        (302, Submission.objects.get().location),
    }
