"""What somebody tells of an offer: plain words, each of which may be missing."""

from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class Told:
    """A report as it was written. Nothing in it is required, and nothing of it is stored in clear.

    Attributes:
        agency: The agency or person who offers.
        country: ISO 3166 alpha-2, "ZZ" for one that the list lacks, or empty.
        channel: A value of ``Channel``, or empty.
        when: In the writer's own words.
        language: In which the page was read.
    """

    agency: str = ""
    country: str = ""
    job: str = ""
    pay: str = ""
    fee: str = ""
    channel: str = ""
    link: str = ""
    visa: str = ""
    when: str = ""
    text: str = ""
    language: str = ""

    @property
    def says_something(self) -> bool:
        """Tell whether there is anything that somebody could look into."""
        return any((self.agency, self.text, self.link, self.job))

    def as_data(self) -> dict[str, str]:
        """Give it as plain data, to be sealed."""
        return asdict(self)


def from_data(data: "dict[str, object]") -> Told:
    """Read plain data again; what an older form wrote beside it is left out."""
    known = {field.name for field in fields(Told)}
    return Told(**{name: str(value) for name, value in data.items() if name in known})
