"""The words of a reading. They are stored for ever: add to them, never rename one."""

from enum import StrEnum


class Strength(StrEnum):
    """How much one sign weighs inside its dimension."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Value(StrEnum):
    """What is known about one sign. Only the first two are answers."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"
    REFUSED = "refused"


class Source(StrEnum):
    """Where an answer comes from. Recorded with it; the rules do not weigh it."""

    TOLD = "told"
    OBSERVED = "observed"
    DOCUMENT = "document"
    THIRD_PARTY = "third_party"


class RuleKind(StrEnum):
    """How a guideline is read."""

    WEIGHTED = "weighted"
    ELEMENTS = "elements"
    SIGNS = "signs"


class Outcome(StrEnum):
    """What the answers indicate. Never a finding about the person."""

    STRONG = "strong"
    SOME = "some"
    LABOUR_RIGHTS = "labour_rights"
    NOT_ENOUGH = "not_enough"
    ELEMENTS = "elements"
    SIGNS = "signs"


class DimensionState(StrEnum):
    """What the answers show about one dimension, or about one element."""

    POSITIVE = "positive"
    NOT_SHOWN = "not_shown"
    OPEN = "open"


class Because(StrEnum):
    """Which branch of the rules led to the outcome."""

    CHILD_EXPLOITATION = "child_exploitation"
    DECEPTION_EXPLOITATION_AND_COERCION = "deception_exploitation_and_coercion"
    COERCIVE_RECRUITMENT_EXPLOITATION_AND_COERCION = (
        "coercive_recruitment_exploitation_and_coercion"
    )
    VULNERABILITY_EXPLOITATION_AND_COERCION = "vulnerability_exploitation_and_coercion"
    DECEPTION_AND_EXPLOITATION = "deception_and_exploitation"
    COERCIVE_RECRUITMENT_AND_EXPLOITATION = "coercive_recruitment_and_exploitation"
    COERCION_AND_EXPLOITATION = "coercion_and_exploitation"
    VULNERABILITY_AND_EXPLOITATION = "vulnerability_and_exploitation"
    MEANS_WITHOUT_EXPLOITATION = "means_without_exploitation"
    EXPLOITATION_ONLY = "exploitation_only"
    EXPLOITATION_MEANS_OPEN = "exploitation_means_open"
    EXPLOITATION_NOT_ASKED = "exploitation_not_asked"
    EXPLOITATION_NOT_IN_GUIDELINE = "exploitation_not_in_guideline"
    SIGNS_BELOW_RULE = "signs_below_rule"
    NOTHING_ANSWERED = "nothing_answered"
    NO_SIGNS_SO_FAR = "no_signs_so_far"
    NO_SIGNS = "no_signs"
    ALL_ELEMENTS = "all_elements"
    CORE_ELEMENT = "core_element"
    CORE_ELEMENT_OTHERS_OPEN = "core_element_others_open"
    ELEMENTS_WITHOUT_CORE = "elements_without_core"
    ELEMENTS_CORE_OPEN = "elements_core_open"
    SIGNS_SEEN = "signs_seen"
