"""The addresses of all public pages, for who copies them as files."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from korgoo.campaign import selectors


def public_paths() -> list[str]:
    """List the pages that are the same for everybody, in every language; the same order every time."""
    rows = selectors.public_campaigns().prefetch_related("codes")
    codes = [one.code for row in rows for one in row.codes.all()]
    found = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            found += [reverse("campaign_public:start"), reverse("campaign_public:history")]
            found += [reverse("campaign_public:landing", args=[code]) for code in codes]
    return found
