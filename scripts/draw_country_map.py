"""Make the map of a country pack from outlines of regions (GeoJSON), and write it as the pack's map.yaml.

    python scripts/draw_country_map.py OUTLINES.geojson countries/kg/map.yaml

Borders that two regions share are simplified once, so that no gap opens between them. The projection is
plain: degrees of longitude are shortened by the cosine of the middle latitude, good enough for a country of
this size and a picture of this width.
"""

import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

WIDTH, MARGIN = 640, 8
FINE = 1.1  # points of the picture: how far a simplified border may lie beside the true one
# Codes of the outlines; they are not ISO 3166-2. The outline of Chuy holds Bishkek.
UNITS = {
    "KG-YK": "41702000000000",
    "KG-DA": "41703000000000",
    "KG-NA": "41704000000000",
    "KG-BA": "41705000000000",
    "KG-OH": "41706000000000",
    "KG-TL": "41707000000000",
    "KG-GB": "41708000000000",
}
# Cities that are regions of their own, as points (longitude, latitude).
CITIES = {"41711000000000": (74.59, 42.87), "41721000000000": (72.80, 40.53)}
Point = tuple[float, float]
Ring = list[Point]
Drawn = dict[tuple[Point, ...], Ring]
Place = Callable[[Point], Point]


def main() -> None:
    """Read the outlines, draw them, write the map."""
    source, target = map(Path, sys.argv[1:3])
    told = json.loads(source.read_text(encoding="utf-8"))
    shapes = {
        UNITS[f["properties"]["region_code"]]: _rings(f["geometry"]) for f in told["features"]
    }
    place, height = _projection([p for rings in shapes.values() for ring in rings for p in ring])
    corners = _corners(shapes)
    drawn: Drawn = {}
    lines = [_HEAD % (WIDTH, height)]
    for unit, rings in sorted(shapes.items()):
        flat = [[place(p) for p in _simple(ring, corners, place, drawn)] for ring in rings]
        path = "".join(_path(ring) for ring in flat if len(set(map(_whole, ring))) > 3)
        x, y = _middle(flat[0])
        lines.append(f'  - {{unit: "{unit}", x: {x:.0f}, y: {y:.0f}, path: "{path}"}}')
    lines.append("spots:")
    for unit, at in CITIES.items():
        x, y = place(at)
        lines.append(f'  - {{unit: "{unit}", x: {x:.0f}, y: {y:.0f}}}')
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


_HEAD = """\
# Made by scripts/draw_country_map.py: outlines of the regions, simplified; the two cities are points.
width: %d
height: %d
licence: Natural Earth, public domain; no permission is needed, no credit is asked
provenance:
  source: Natural Earth, admin 1, simplified for a small picture; not a statement on any border
  as_of: unknown
  trust: sourced
  status: in_use
outlines:"""


def _rings(geometry: dict[str, Any]) -> list[Ring]:
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [[tuple(p[:2]) for p in ring] for part in parts for ring in part]


def _projection(points: Ring) -> tuple[Place, int]:
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    narrow = math.cos(math.radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / ((east - west) * narrow)

    def place(p: Point) -> Point:
        return MARGIN + (p[0] - west) * narrow * scale, MARGIN + (north - p[1]) * scale

    return place, round((north - south) * scale + 2 * MARGIN)


def _corners(shapes: dict[str, list[Ring]]) -> set[Point]:
    """Find the points where other regions begin to share a border: they stay as they are."""
    owners: dict[Point, set[str]] = defaultdict(set)
    for unit, rings in shapes.items():
        for ring in rings:
            for p in ring:
                owners[p].add(unit)
    found = set()
    for rings in shapes.values():
        for ring in rings:
            around = ring[:-1]
            for i, p in enumerate(around):
                beside = (around[i - 1], around[(i + 1) % len(around)])
                if any(
                    owners[q] != owners[p] and len(owners[p]) >= len(owners[q]) for q in beside
                ):
                    found.add(p)
    return found


def _simple(ring: Ring, corners: set[Point], place: Place, drawn: Drawn) -> Ring:
    around = ring[:-1]
    starts = [i for i, p in enumerate(around) if p in corners] or [0]
    around = around[starts[0] :] + around[: starts[0]]
    stops = [i for i, p in enumerate(around) if p in corners] or [0]
    out: Ring = []
    for n, i in enumerate(stops):
        end = stops[n + 1] if n + 1 < len(stops) else len(around)
        arc = [*around[i:end], around[end % len(around)]]
        out += _arc(arc, place, drawn)[:-1]
    return out


def _arc(arc: Ring, place: Place, drawn: Drawn) -> Ring:
    """Simplify a border once, whichever side asks first."""
    key, turned = tuple(arc), tuple(reversed(arc))
    if turned in drawn:
        return drawn[turned][::-1]
    if key not in drawn:
        closed = arc[0] == arc[-1]
        half = len(arc) // 2
        flat = [place(p) for p in arc]
        kept = (
            _keep(flat, 0, half) | _keep(flat, half, len(arc) - 1)
            if closed
            else _keep(flat, 0, len(arc) - 1)
        )
        drawn[key] = [arc[i] for i in sorted(kept)]
    return drawn[key]


def _keep(flat: Ring, first: int, last: int) -> set[int]:
    """Douglas and Peucker (1973): the points that a line needs."""
    if last - first < 2:
        return {first, last}
    far, at = max((_beside(flat[i], flat[first], flat[last]), i) for i in range(first + 1, last))
    if far <= FINE:
        return {first, last}
    return _keep(flat, first, at) | _keep(flat, at, last)


def _beside(p: Point, a: Point, b: Point) -> float:
    length = math.dist(a, b)
    if length == 0:
        return math.dist(p, a)
    return abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length


def _whole(p: Point) -> tuple[int, int]:
    return round(p[0]), round(p[1])


def _path(ring: Ring) -> str:
    points: list[tuple[int, int]] = []
    for p in map(_whole, ring):
        if not points or points[-1] != p:
            points.append(p)
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def _middle(ring: Ring) -> Point:
    """Find the place inside a ring that is farthest from its border: there a number can stand."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    spots = [
        (min(xs) + (max(xs) - min(xs)) * i / 40, min(ys) + (max(ys) - min(ys)) * j / 40)
        for i in range(41)
        for j in range(41)
    ]
    inside = [s for s in spots if _holds(ring, s)]
    return max(inside, key=lambda s: min(math.dist(s, p) for p in ring))


def _holds(ring: Ring, spot: Point) -> bool:
    x, y = spot
    odd = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


if __name__ == "__main__":
    main()
