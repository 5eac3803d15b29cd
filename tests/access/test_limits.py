"""Limits that are counted in the database, as in production, must survive a refused form."""

from uuid import uuid4

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


def test_guessing_the_old_password_is_limited_where_counts_lie_in_the_database(client, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "korgoo_cache",
        }
    }
    call_command("createcachetable", verbosity=0)
    caches["default"].clear()
    factories.sign_in(client, factories.member())
    client.cookies["language"] = "en"
    pages = []
    for _number in range(30):
        form = {
            "old_password": "a guess that is wrong",
            "password": "seven plums on a green table",
            "password_again": "seven plums on a green table",
            "submission_key": str(uuid4()),
        }
        pages.append(client.post(reverse("access:password"), form).content.decode())

    assert "not right" in pages[0]
    assert "Wait" in pages[-1]
    assert "not right" not in pages[-1].split("<main")[1].split("</main")[0]
