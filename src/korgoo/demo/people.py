"""Who works in the demonstration. Every person is invented, and the name says so."""

from dataclasses import dataclass

from korgoo.access.enums import Role

# Known to everybody: it opens invented data only, and demo mode refuses to run beside real members.
PASSWORD = "korgoo demo 2026"  # noqa: S105


@dataclass(frozen=True, slots=True)
class House:
    """An organisation of the demonstration: a body of the pack, or a fictitious one."""

    code: str
    ky: str = ""
    ru: str = ""
    en: str = ""
    kind: str = "ngo"
    mandates: tuple[str, ...] = ()

    @property
    def is_fictitious(self) -> bool:
        """Tell whether the pack does not know it."""
        return bool(self.en)


@dataclass(frozen=True, slots=True)
class Person:
    """A member of a demo organisation. The first key holder of an organisation comes first."""

    key: str
    name: str
    house: str
    role: Role
    on_door: bool = True

    @property
    def email(self) -> str:
        """The address to sign in by; it leads nowhere."""
        return f"{self.key}@demo.korgoo.example"


SHELTER, OSH_CENTRE, CLINIC, LINE = "demo-ak-bulut", "demo-too-gulu", "demo-clinic", "demo-line"
INSPECTION, MINISTRY, CONSULATE = (
    "labour-inspection",
    "ministry-labour",
    "ministry-foreign-affairs",
)
INTERIOR, SECURITY = "ministry-interior", "committee-national-security"
OSCE, UNODC = "osce", "unodc"
OSH_REGION, TALAS_REGION, YOUTH = "demo-osh-region", "demo-talas-region", "demo-jash-dem"

HOUSES = (
    House(INSPECTION),
    House(MINISTRY),
    House(CONSULATE),
    House(INTERIOR),
    House(SECURITY),
    House(
        SHELTER,
        "«Ак-Булут» баш калкалоочу жайы (ойдон чыгарылган)",
        "Приют «Ак-Булут» (вымышленный)",
        "Ak-Bulut shelter (fictitious)",
        mandates=("presume", "serve"),
    ),
    House(
        OSH_CENTRE,
        "«Тоо гүлү» кризистик борбору, Ош (ойдон чыгарылган)",
        "Кризисный центр «Тоо гүлү», Ош (вымышленный)",
        "Too-Gulu crisis centre, Osh (fictitious)",
        mandates=("presume", "serve", "advise"),
    ),
    House(
        CLINIC,
        "«Дарак» бейтапканасы (ойдон чыгарылган)",
        "Клиника «Дарак» (вымышленная)",
        "Darak clinic (fictitious)",
        mandates=("serve",),
    ),
    House(
        LINE,
        "«Үн» ишеним телефону (ойдон чыгарылган)",
        "Линия помощи «Үн» (вымышленная)",
        "Un helpline (fictitious)",
        mandates=("presume", "advise"),
    ),
    # Who works together without working on cases.
    House(OSCE),
    House(UNODC),
    House(
        OSH_REGION,
        "Ош облусунун өкүлчүлүгү (ойдон чыгарылган)",
        "Представительство в Ошской области (вымышленное)",
        "Regional office, Osh region (fictitious)",
        kind="state",
        mandates=("take_part",),
    ),
    House(
        TALAS_REGION,
        "Талас облусунун өкүлчүлүгү (ойдон чыгарылган)",
        "Представительство в Таласской области (вымышленное)",
        "Regional office, Talas region (fictitious)",
        kind="state",
        mandates=("take_part",),
    ),
    House(
        YOUTH,
        "«Жаш дем» жаштар бирикмеси (ойдон чыгарылган)",
        "Молодёжное объединение «Жаш дем» (вымышленное)",
        "Jash-Dem youth union (fictitious)",
        mandates=("take_part",),
    ),
)

PEOPLE = (
    Person("inspector", "Бермет Үлгүева", INSPECTION, Role.OFFICER),
    Person("inspector2", "Өмүр Мисалов", INSPECTION, Role.OFFICER, on_door=False),
    Person("coordinator", "Айзада Сынакова", MINISTRY, Role.COORDINATOR),
    Person("editor", "Чолпон Үлгүева", MINISTRY, Role.CONTENT_EDITOR),
    Person("editor2", "Бакыт Мисалов", MINISTRY, Role.CONTENT_EDITOR),
    Person("shelter", "Гүлжан Үлгүева", SHELTER, Role.CASE_WORKER),
    Person("shelter2", "Нурбек Мисалов", SHELTER, Role.CASE_WORKER, on_door=False),
    Person("head", "Асел Үлгүева", SHELTER, Role.HEAD),
    Person("consul", "Данияр Сынаков", CONSULATE, Role.OFFICER),
    Person("decider", "Асел Үлгүева", INTERIOR, Role.OFFICER),
    Person("decider2", "Руслан Мисалов", INTERIOR, Role.OFFICER),
    Person("security", "Марат Сынаков", SECURITY, Role.OFFICER),
    Person("osh", "Назгүл Мисалова", OSH_CENTRE, Role.CASE_WORKER),
    Person("clinic", "Тимур Үлгүев", CLINIC, Role.CASE_WORKER),
    Person("line", "Жылдыз Сынакова", LINE, Role.HOTLINE_OPERATOR),
    Person("line2", "Талант Мисалов", LINE, Role.HOTLINE_OPERATOR, on_door=False),
    Person("administrator", "Эрлан Мисалов", SHELTER, Role.ORGANISATION_ADMINISTRATOR),
    Person("secretary", "Мээрим Сынакова", MINISTRY, Role.SECRETARY),
    Person("campaign", "Азамат Үлгүев", MINISTRY, Role.CAMPAIGN_OFFICER),
    Person("interior-secretary", "Канат Сынаков", INTERIOR, Role.SECRETARY, on_door=False),
    Person("osce", "Элина Примерова", OSCE, Role.SECRETARY, on_door=False),
    Person("unodc", "Артур Примеров", UNODC, Role.SECRETARY, on_door=False),
    Person("osh-region", "Замира Үлгүева", OSH_REGION, Role.SECRETARY),
    Person("talas-region", "Кубат Мисалов", TALAS_REGION, Role.SECRETARY, on_door=False),
    Person("youth", "Айпери Мисалова", YOUTH, Role.CAMPAIGN_OFFICER),
    Person("analyst", "Нурлан Примеров", MINISTRY, Role.ANALYST),
    Person("officer-dp", "Света Примерова", MINISTRY, Role.DATA_PROTECTION_OFFICER),
)
