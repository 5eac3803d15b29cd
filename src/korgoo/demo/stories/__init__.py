from korgoo.demo.stories import (
    building_site,
    daily_work,
    father,
    guideline,
    gulf,
    how_work_ends,
    nanny,
    no_name,
    offers,
    own_page,
    prisoner,
    programme,
    taken_back,
    time_limits,
    two_children,
    who_helps,
)

STORIES = (
    who_helps.plan,
    building_site.plan,
    nanny.plan,
    prisoner.plan,
    programme.plan,
    two_children.plan,
    no_name.plan,
    taken_back.plan,
    father.plan,
    gulf.plan,
    daily_work.plan,
    guideline.plan,
    own_page.plan,
    time_limits.plan,
    how_work_ends.plan,
    offers.plan,
)

__all__ = ["STORIES"]
