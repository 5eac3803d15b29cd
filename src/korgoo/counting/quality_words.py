"""What the figures of quality mean, in sentences."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from korgoo.counting import wording
from korgoo.counting.quality import Group, Step, WhatIf


def step(one: Step) -> str:
    """Name a step of what matching said."""
    if one.high == 1.0:
        return _("%(low)s and more") % {"low": wording.number(one.low)}
    return _("%(low)s to under %(high)s") % {
        "low": wording.number(one.low),
        "high": wording.number(one.high),
    }


def step_row(one: Step) -> list[str]:
    """Write a step out: name, pairs, what was said, what was found."""
    return [
        step(one),
        wording.number(one.share.all),
        wording.hundredths(one.said),
        wording.share(one.share),
    ]


def calibration(steps: Sequence[Step]) -> str:
    """Say whether matching means what it says."""
    boastful = [one for one in steps if one.said > one.share.high]
    modest = [one for one in steps if one.said < one.share.low]
    if boastful:
        return _(
            "Matching says too much at: %(steps)s. Fewer of these pairs are one person than it says."
        ) % {"steps": "; ".join(map(step, boastful))}
    if modest:
        return _(
            "Matching says too little at: %(steps)s. More of these pairs are one person than it says."
        ) % {"steps": "; ".join(map(step, modest))}
    return _("What matching says and what people find do not differ by more than chance.")


def what_if(one: WhatIf) -> list[str]:
    """Say what a threshold would do."""
    return [
        ngettext(
            "%(num)s judged pair would be shown.",
            "%(num)s judged pairs would be shown.",
            one.shown,
        )
        % {"num": one.shown},
        ngettext(
            "%(num)s of them is of two different people.",
            "%(num)s of them are of two different people.",
            one.wrong,
        )
        % {"num": one.wrong},
        ngettext(
            "%(num)s pair of one person would not be shown.",
            "%(num)s pairs of one person would not be shown.",
            one.missed,
        )
        % {"num": one.missed},
    ]


def differences(groups: Sequence[Group], name: Callable[[str], str]) -> list[str]:
    """Say whether some are matched worse than others by more than chance."""
    if len(groups) < 2:
        return [_("There are too few pairs to compare groups.")]
    found = []
    if worse := [name(one.key) for one in groups if one.worse_right]:
        found.append(
            _("More wrong pairs than elsewhere, by more than chance: %(groups)s.")
            % {"groups": "; ".join(worse)}
        )
    if worse := [name(one.key) for one in groups if one.worse_found]:
        found.append(
            _("More pairs missed than elsewhere, by more than chance: %(groups)s.")
            % {"groups": "; ".join(worse)}
        )
    return found or [
        _(
            "No group is matched worse by more than chance. With few pairs a difference may still be there."
        )
    ]
