"""What a page offers leads somewhere, for everybody who looks at a case."""

import re

import pytest
from django.urls import reverse

from korgoo.casework.models import Case
from korgoo.demo.people import PEOPLE

pytestmark = pytest.mark.django_db
NUMBERS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+")
LINK = re.compile(r'<a[^>]+href="(/[^"#]*)')


def links_of(page):
    main = page.content.decode().partition("<main")[2].partition("</main>")[0]
    return [link.replace("&amp;", "&") for link in LINK.findall(main)]


@pytest.mark.parametrize(
    "key", ["inspector", "shelter", "clinic", "decider", "consul", "coordinator"]
)
def test_every_link_on_the_page_of_a_case_leads_somewhere(loaded, client, key):
    assert key in {person.key for person in PEOPLE if person.on_door}
    client.post(reverse("demo:sign_in", args=[key]))
    nowhere, followed = {}, set()
    for case in Case.objects.order_by("opened_at", "pk"):
        page = client.get(reverse("casework:case", args=[case.pk]))
        for link in links_of(page) if page.status_code == 200 else []:
            kind = (NUMBERS.sub("*", link), case.closed_at is None)
            if kind not in followed:
                followed.add(kind)
                status = client.get(link).status_code
                if status >= 400:
                    nowhere[link] = status
    assert followed
    assert nowhere == {}
