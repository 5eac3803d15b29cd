from korgoo.demo.stories import (
    building_site,
    daily_work,
    guideline,
    nanny,
    no_name,
    own_page,
    prisoner,
    taken_back,
    two_children,
)

STORIES = (
    building_site.plan,
    nanny.plan,
    prisoner.plan,
    two_children.plan,
    no_name.plan,
    taken_back.plan,
    daily_work.plan,
    guideline.plan,
    own_page.plan,
)

__all__ = ["STORIES"]
