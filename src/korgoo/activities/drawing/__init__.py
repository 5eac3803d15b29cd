"""Pictures as plain numbers and path data: a map of regions, bars of weeks. Drawn by the templates."""

from korgoo.activities.drawing.bars import Chart, Column, draw_bars
from korgoo.activities.drawing.maps import Map, Shape, draw_map, step_of

__all__ = ["Chart", "Column", "Map", "Shape", "draw_bars", "draw_map", "step_of"]
