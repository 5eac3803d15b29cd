"""What a campaign with 5,000 activities costs: its page for everybody, and its report for members.

    python bench/campaign.py [--full]

The pages are fetched in turns with a bare view of the framework that has the same server and middleware. The
page for everybody is drawn once and given out again; beside it stands what a drawing takes when the log has
changed. Invented.
"""

import sys

from harness import report, server
from harness.place import ENGINES, SQLITE, place
from pages import FRONT_BAR, Extent, Page, measure, signed_in

ACTIVITIES, DRAWINGS = 5_000, 5
MEMBER, VISITOR = "campaign", ""
SHORT, FULL = Extent(20, 2, 0, {}), Extent(60, 3, 0, {})


def main() -> None:
    """Measure on each engine, and publish."""
    full = "--full" in sys.argv
    pages: list[list[object]] = []
    drawn: list[list[object]] = []
    for engine in ENGINES if full else (SQLITE,):
        with place(engine) as here:
            found = here.ask("campaign_fill", str(ACTIVITIES), str(DRAWINGS))
            drawn += [[name, engine, found["activities"], ms] for name, ms in found["ms"].items()]
            with server.korgoo(here) as ours, server.bare(here) as floor:
                pages += rows_of(ours, floor, found["key"], FULL if full else SHORT)
    report.publish(pages_section(pages), full=full)
    report.publish(drawn_section(drawn), full=full)


def rows_of(
    ours: server.Server, floor: server.Server, key: str, extent: Extent
) -> list[list[object]]:
    """Give a row for each page, with its ratio to the floor beneath it."""
    wanted = [
        bare := Page("bare view", floor, "/", person=VISITOR),
        front := Page("campaign, for everybody", ours, f"/ky/campaign/{key}/", person=VISITOR),
        Page("campaign, one week", ours, f"/ky/campaign/{key}/week/3/", person=VISITOR),
        bare_list := Page("bare list of 25, member", floor, "/rows/"),
        Page("log", ours, "/activities/", person=MEMBER),
        Page("report", ours, f"/activities/report/{key}/", person=MEMBER),
    ]
    signed_in(ours, MEMBER)  # the floor takes the session of a member
    costs = measure(wanted, extent)
    rows = []
    for page in wanted:
        cost = costs[page]
        beneath = costs[bare if page.person == VISITOR else bare_list]
        ratio = cost.rate / beneath.rate
        bar = "" if page is not front else ("yes" if ratio >= FRONT_BAR else "no")
        row = [page.name, ours.place.engine, cost.size, cost.rate, cost.cpu_ms, cost.p95_ms]
        rows.append([*row, ratio, bar])
    return rows


def pages_section(rows: list[list[object]]) -> report.Section:
    """Describe the table of pages."""
    head = (
        "page",
        "engine",
        "bytes",
        "pages/s",
        "CPU ms",
        "p95 ms",
        "rate to floor",
        "within its bar",
    )
    notes = (
        f"{ACTIVITIES:,} activities. A page for everybody is drawn once; its bar is half of the bare view.",
        "The report is drawn anew at each visit.",
    )
    return report.Section("A campaign with 5,000 activities: pages", head, rows, notes)


def drawn_section(rows: list[list[object]]) -> report.Section:
    """Describe the table of drawings."""
    head = ("what is drawn anew", "engine", "activities", "ms")
    notes = (f"Wall time inside one process, median of {DRAWINGS}; without the template.",)
    return report.Section("A campaign with 5,000 activities: drawn anew", head, rows, notes)


if __name__ == "__main__":
    main()
