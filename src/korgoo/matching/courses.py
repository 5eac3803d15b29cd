"""How a list is taught: a short one more often, by more models and of two kinds, for it teaches little."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.added import Sums, add_up
from korgoo.matching.documents import Odds
from korgoo.matching.features import Floats
from korgoo.matching.learning import Lesson, Steps, Trees, teach

FEW_PAIRS: Final = 60_000


@dataclass(frozen=True, slots=True)
class Course:
    """How to teach.

    Attributes:
        groups: Into which records are dealt: of a short list most must teach, a long one teaches enough by its half.
        rounds: How often what is believed teaches once more.
        added: Share of the sums beside the trees.
    """

    groups: int
    rounds: int
    added: float


LONG: Final = Course(groups=2, rounds=2, added=0.0)
# Together with trees, .3 and .5 of sums were as good. At 10^4 these win 1.5 thousandths of F1 and two more rounds half of one; at
# 10^5 both win nothing and take seconds.
SHORT: Final = Course(groups=6, rounds=4, added=0.4)


def course_of(near: int) -> Course:
    """Choose how to teach by so many near pairs."""
    return SHORT if near <= FEW_PAIRS else LONG


@dataclass(frozen=True, slots=True)
class Taught:
    """Trees, and sums beside them where the list is short."""

    trees: Trees
    sums: Sums | None
    added: float

    @classmethod
    def by(cls, lesson: Lesson, steps: Steps, course: Course) -> "Taught":
        """Teach."""
        sums = add_up(lesson, course.groups, steps.numbers) if course.added else None
        return cls(teach(lesson, course.groups), sums, course.added)

    def log_odds(self, features: Floats, group: NDArray[np.int64]) -> Odds:
        """Judge pairs without their documents, each by what was taught on others.

        Args:
            features: p x features, in steps.
            group: Of each pair.
        """
        found = self.trees.log_odds(features, group)
        if self.sums is None:
            return found
        return (1 - self.added) * found + self.added * self.sums.log_odds(features, group)
