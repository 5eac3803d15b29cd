from dataclasses import dataclass, field


@dataclass(slots=True)
class Loaded:
    """What a load did, by keys.

    Attributes:
        new: statements that were not there.
        drafts: statements whose words differ: a draft waits for the editors.
        moved: statements that the source puts under another destination or sort. They stay where
            they are: such a statement needs a key of its own.
        numbers: numbers that are new or were corrected.
        proposals: numbers that people here checked or changed: editors decide on what is new.
    """

    new: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    proposals: list[str] = field(default_factory=list)

    @property
    def has_changed(self) -> bool:
        """Tell whether anything was written."""
        return bool(self.new or self.drafts or self.numbers or self.proposals)
