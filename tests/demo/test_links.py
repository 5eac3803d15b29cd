"""What a page offers leads somewhere, for everybody who looks at a case."""

import re

import pytest
from django.urls import reverse

from korgoo.casework.models import Case
from korgoo.demo.people import PEOPLE

pytestmark = pytest.mark.django_db
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
    pages = (client.get(reverse("casework:case", args=[case.pk])) for case in Case.objects.all())
    seen = [page for page in pages if page.status_code == 200][:3]
    assert seen

    nowhere = {}
    for page in seen:
        for link in dict.fromkeys(links_of(page)):
            status = client.get(link).status_code
            if status >= 400:
                nowhere[link] = status
    assert nowhere == {}
