"""Let the campaign of the demonstration have many activities, and draw its pages anew, inside one process.

python -m harness.inside.campaign_fill ACTIVITIES DRAWINGS
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta

import harness.inside  # noqa: F401 - starts Django
from korgoo.activities import places, reporting, vocabulary
from korgoo.activities.models import Activity, ActivityOrganiser
from korgoo.activities.presentation import files, public
from korgoo.activities.presentation import report as presentation
from korgoo.activities.services.activities import touch
from korgoo.campaign import api as campaigns
from korgoo.lib import clock


def main(activities: int, drawings: int) -> None:
    """Fill the log, and say what each page takes when nothing of it was drawn before."""
    card = campaigns.public_campaigns()[0]
    fill(card, activities)
    draws: dict[str, Callable[[], object]] = {
        "public page, its data": lambda: public.campaign_page(card.key),
        "report, its data": lambda: presentation.page(reporting.report(card)),
        "report, open file": lambda: files.to_csv(reporting.report(card)),
        "report, PDF/UA": lambda: files.to_paper(reporting.report(card)),
    }
    times = {name: timed(draw, drawings) for name, draw in draws.items()}
    print(json.dumps({"key": card.key, "activities": Activity.objects.count(), "ms": times}))


def fill(card: "campaigns.CampaignCard", wanted: int) -> None:
    """Write activities all over the country, held and to come."""
    chance = random.Random(20261127)
    known = list(places.every().values())
    kinds, today = list(vocabulary.kinds()), clock.today()
    house = ActivityOrganiser.objects.values_list("organisation_id", flat=True).first()
    rows = []
    for _ in range(max(0, wanted - Activity.objects.count())):
        day = card.starts_on + timedelta(days=chance.randrange(card.days))
        place, is_held = chance.choice(known), day <= today
        contacts = chance.randrange(5, 200) if is_held else None
        asked = chance.randrange(contacts + 1) if contacts else 0
        rows.append(
            Activity(
                campaign_id=card.id,
                state="held" if is_held else "planned",
                day=day,
                unit=place.code,
                region=place.region,
                kind=chance.choice(kinds),
                contacts=contacts,
                asked=asked,
                before=chance.randrange(asked + 1) // 3,
                organisation_id=house,
                logged_at=clock.now(),
                is_fictitious=True,
            )
        )
    Activity.objects.bulk_create(rows, batch_size=500)
    ActivityOrganiser.objects.bulk_create(
        [ActivityOrganiser(activity=row, organisation_id=house) for row in rows], batch_size=500
    )
    touch()


def timed(draw: Callable[[], object], times: int) -> float:
    """Give the median wall time in milliseconds; the first drawing warms up."""
    draw()
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        draw()
        spent.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(spent), 1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
