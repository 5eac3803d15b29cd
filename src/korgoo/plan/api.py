"""What other missions may ask of the plan. Plain data out, never a model."""

from korgoo.plan.sources import Counted, Source, register_source

__all__ = ["Counted", "Source", "register_source"]
