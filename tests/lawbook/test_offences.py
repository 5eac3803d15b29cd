from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from korgoo.countrypack.schema.lawbook import OffenceArticle
from korgoo.lawbook import offences

DAYS = st.dates(date(1995, 1, 1), date(2040, 12, 31))
MAYBE = st.one_of(st.none(), DAYS)


def offence(first=None, last=None, article="code-1#124", concept="trafficking"):
    return OffenceArticle.model_validate(
        {
            "article": article,
            "title": {"en": "Trafficking"},
            "concepts": [concept],
            "valid_from": first,
            "valid_to": last,
            "provenance": {
                "source": "invented",
                "as_of": "unknown",
                "trust": "proposal",
                "status": "needs_review",
            },
        }
    )


ROWS = st.lists(st.tuples(MAYBE, MAYBE).map(lambda days: offence(*days)), max_size=5)


@given(ROWS, DAYS)
def test_a_series_says_of_every_day_what_the_offences_say(rows, day):
    spans = offences.series(rows, "trafficking")

    holding = [
        span
        for span in spans
        if (span.starts is None or span.starts <= day) and (span.ends is None or day <= span.ends)
    ]
    assert len(holding) == 1
    assert holding[0].offences == offences.of_concept(rows, "trafficking", day)


@given(ROWS)
def test_spans_follow_each_other_without_a_day_between(rows):
    spans = offences.series(rows, "trafficking")

    assert spans[0].starts is None
    assert spans[-1].ends is None
    for before, after in pairwise(spans):
        assert after.starts == before.ends + timedelta(days=1)


def test_a_day_without_an_article_between_two_editions_is_a_gap():
    rows = [
        offence(last=date(2018, 12, 30)),
        offence(first=date(2019, 1, 1), article="code-2#171"),
    ]

    gaps = offences.gaps(offences.series(rows, "trafficking"))

    assert [(gap.starts, gap.ends) for gap in gaps] == [(date(2018, 12, 31), date(2018, 12, 31))]


def test_other_concepts_do_not_count():
    rows = [offence(concept="kidnapping")]

    assert offences.of_concept(rows, "trafficking") == ()
    assert offences.series(rows, "trafficking")[0].offences == ()
