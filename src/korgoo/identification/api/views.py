"""The questions of each service, by name."""

from typing import TYPE_CHECKING

from korgoo.identification import agency_views, editions, explanation

if TYPE_CHECKING:
    from collections.abc import Iterable


def title_of(view: str) -> str:
    """Name a view in the language of the page; one that no edition has any more stands for itself."""
    return titles_of([view])[view]


def titles_of(views: "Iterable[str]") -> dict[str, str]:
    """Name views in the language of the page, looking through the editions once for all of them.

    Args:
        views: Keys; one that no edition has any more is named by itself.
    """
    titles = {view: view for view in views}
    unnamed = set(titles)
    for one in editions.newest_first() if unnamed else ():
        for view in sorted(unnamed):
            try:
                described = agency_views.view_of(view, one.data)
            except KeyError:
                continue
            titles[view] = described.title.in_language(explanation.language())
            unnamed.remove(view)
        if not unnamed:
            break
    return titles


def views_for(*, mandates: frozenset[str], body: str) -> list[tuple[str, str]]:
    """List the cards that may be started, those made for this organisation first, with their names.

    Args:
        mandates: The organisation's.
        body: Code of the organisation.
    """
    guideline, language = editions.current().data, explanation.language()
    views = agency_views.choices_for(guideline, mandates=mandates, body=body)
    named = [(view.key, view.title.in_language(language)) for view in views]
    whole = agency_views.whole_lists(guideline)
    return named + [(key, one.title.in_language(language)) for key, one in whole]
