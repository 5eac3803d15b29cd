"""Activities added up: the same figures for the public page, the report and other missions. Plain Python."""

from korgoo.activities.figures.lines import Line, Row, by, line_of
from korgoo.activities.figures.weeks import Bar, Stretch, weeks_of

__all__ = ["Bar", "Line", "Row", "Stretch", "by", "line_of", "weeks_of"]
