"""Words of drafts and notices in the language of the page."""

from collections.abc import Mapping

from django.utils.translation import get_language

from korgoo.countrypack import api as packs


def in_language(words: Mapping[str, str]) -> str:
    """Choose the words that the reader understands.

    Args:
        words: The same words by language code.

    Returns:
        Those in the language of the page; else in the country's first; else any.
    """
    default = packs.current().default_language
    wanted = (get_language() or default).partition("-")[0]
    return words.get(wanted) or words.get(default) or next(iter(words.values()), "")
