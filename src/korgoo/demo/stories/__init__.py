from korgoo.demo.stories import (
    building_site,
    daily_work,
    guideline,
    nanny,
    no_name,
    prisoner,
    two_children,
)

STORIES = (
    building_site.plan,
    nanny.plan,
    prisoner.plan,
    two_children.plan,
    no_name.plan,
    daily_work.plan,
    guideline.plan,
)

__all__ = ["STORIES"]
