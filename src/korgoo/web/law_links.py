"""Links from what rests on the law to its articles, which everybody may read."""

from collections.abc import Iterable

from django.utils.translation import get_language

from korgoo.lawbook import api as lawbook


def law_links(refs: Iterable[str]) -> list[dict[str, str]]:
    """Name articles and lead to them; those that the lawbook does not have are left out.

    Args:
        refs: "law-55-2005#21-4", or "law-55-2005".
    """
    language = get_language() or "en"
    known = [ref for ref in refs if lawbook.exists(ref)]
    return [{"text": lawbook.title_of(ref, language), "href": lawbook.link(ref)} for ref in known]
