"""The invented measures of the demonstration's plan, and how it is changed in mid-term."""

from dataclasses import replace
from datetime import date

from korgoo.access.models import Organisation
from korgoo.demo.stage import Stage
from korgoo.plan.tree import IndicatorFacts, LineFacts, MeasureFacts, TaskFacts, TreeFacts

OSH, TALAS = "41706000000000", "41707000000000"


EVENTS = {"ky": "Иш-чаралар", "ru": "Мероприятия", "en": "Events held"}


TRAINED = {"ky": "Окутулган кызматкерлер", "ru": "Обученные сотрудники", "en": "Officers trained"}


def invented_tree(stage: Stage, year: int) -> TreeFacts:
    """Twelve invented measures under three tasks."""
    ministry, interior = stage.houses["ministry-labour"], stage.houses["ministry-interior"]
    health = Organisation.objects.get(code="ministry-health").pk
    line = stage.houses["demo-line"]
    both = (OSH, TALAS)

    def measure(
        code: str, ky: str, ru: str, en: str, who: int, *indicators: IndicatorFacts, **more: object
    ) -> MeasureFacts:
        names = {"ky": ky, "ru": ru, "en": en}
        facts = MeasureFacts(
            code, names, due_on=date(year + 2, 12, 31), responsible=(who,), indicators=indicators
        )
        return replace(facts, **more)  # type: ignore[arg-type]

    def count(
        code: str, names: dict[str, str], unit: str, target: int, source: str = ""
    ) -> IndicatorFacts:
        targets = {str(year + n): str(target + 10 * n) for n in range(5)}
        return IndicatorFacts(code, names, unit, "number", "up", "sum", "0", targets, source)

    def money(code: str, funding: str, payer: str, currency: str, planned: int) -> LineFacts:
        by_year = {str(year + n): str(planned) for n in range(5)} if currency else {}
        return LineFacts(code, funding, payer, currency, by_year)

    state = money("1", "state", "", "KGS", 600_000)
    donor = money("2", "donor", "Үлгү донор (ойдон чыгарылган)", "USD", 20_000)
    nothing = money("1", "none", "", "", 0)
    first = TaskFacts(
        "1",
        {"ky": "Алдын алуу", "ru": "Предупреждение", "en": "Prevention"},
        (
            measure(
                "1.1",
                "30-июлга карата иш-чаралар",
                "Мероприятия к 30 июля",
                "Events for 30 July",
                ministry,
                count("1", EVENTS, "", 24),
                regions=both,
                lines=(state, donor),
            ),
            measure(
                "1.2",
                "Кызматкерлерди окутуу",
                "Обучение сотрудников",
                "Training of officers",
                interior,
                count("1", TRAINED, "", 40),
                regions=both,
                lines=(state,),
                co_executors=(line,),
            ),
            measure(
                "1.3",
                "Четке кетчүүлөр үчүн жолугушуулар",
                "Встречи для выезжающих",
                "Meetings for those who leave",
                ministry,
                count("1", EVENTS, "", 30),
                regions=both,
                lines=(nothing,),
            ),
            measure(
                "1.4",
                "Ишеним телефону жөнүндө маалымат",
                "Информация о телефоне доверия",
                "Information about the helpline",
                ministry,
                count(
                    "1",
                    {"ky": "Кайрылуулар", "ru": "Обращения", "en": "Contacts"},
                    "",
                    100,
                    "desk_contacts",
                ),
            ),
        ),
    )
    second = TaskFacts(
        "2",
        {"ky": "Жардам жана коргоо", "ru": "Помощь и защита", "en": "Help and protection"},
        (
            measure(
                "2.1",
                "Болжолдуу курмандыктарды аныктоо",
                "Выявление предполагаемых жертв",
                "Identifying presumed victims",
                interior,
                count(
                    "1",
                    {
                        "ky": "Болжолдуу курмандыктар",
                        "ru": "Предполагаемые жертвы",
                        "en": "Presumed victims",
                    },
                    "",
                    20,
                    "presumed",
                ),
            ),
            measure(
                "2.2",
                "Курмандыктарга жардам берүү",
                "Помощь жертвам",
                "Help for victims",
                ministry,
                count(
                    "1",
                    {
                        "ky": "Жардам алгандар",
                        "ru": "Получившие помощь",
                        "en": "Persons who got help",
                    },
                    "",
                    20,
                    "assisted",
                ),
                lines=(state, donor),
            ),
            measure(
                "2.3",
                "Багыттоолорду кабыл алуу",
                "Приём направлений",
                "Taking referrals",
                ministry,
                count(
                    "1",
                    {
                        "ky": "Кабыл алынган багыттоолор",
                        "ru": "Принятые направления",
                        "en": "Referrals accepted",
                    },
                    "",
                    20,
                    "referrals_accepted",
                ),
            ),
            measure(
                "2.4",
                "Медициналык жардамдын тартиби",
                "Порядок медицинской помощи",
                "Order of medical help",
                health,
                IndicatorFacts(
                    "1",
                    {
                        "ky": "Тартип кабыл алынды",
                        "ru": "Порядок принят",
                        "en": "The order is adopted",
                    },
                    "",
                    "yes_no",
                    "up",
                    "latest",
                    "0",
                    {str(year + 1): "1"},
                ),
                lines=(nothing,),
            ),
        ),
    )
    third = TaskFacts(
        "3",
        {"ky": "Макулдашуу", "ru": "Координация", "en": "Co-ordination"},
        (
            measure(
                "3.1",
                "Кеңештердин отурумдары",
                "Заседания советов",
                "Meetings of councils",
                ministry,
                count("1", {"ky": "Отурумдар", "ru": "Заседания", "en": "Meetings held"}, "", 12),
                regions=both,
            ),
            measure(
                "3.2",
                "Убагында тапшырылган отчёттор",
                "Отчёты, сданные в срок",
                "Reports sent in time",
                ministry,
                IndicatorFacts(
                    "1",
                    {
                        "ky": "Убагында тапшырылганы",
                        "ru": "Доля сданных в срок",
                        "en": "Share in time",
                    },
                    "",
                    "share",
                    "up",
                    "latest",
                    "50",
                    {str(year): "80", str(year + 1): "90"},
                ),
            ),
            measure(
                "3.3",
                "Сот отурумдарынын кечигиши",
                "Задержка заседаний суда",
                "Delay of court hearings",
                interior,
                IndicatorFacts(
                    "1",
                    {
                        "ky": "Кечиккен отурумдар",
                        "ru": "Перенесённые заседания",
                        "en": "Hearings put off",
                    },
                    "",
                    "number",
                    "down",
                    "sum",
                    "30",
                    {str(year): "20", str(year + 1): "15"},
                ),
            ),
            measure(
                "3.4",
                "Аймактардын өз пландары",
                "Собственные планы регионов",
                "Plans of the regions",
                ministry,
                IndicatorFacts(
                    "1",
                    {"ky": "План бар", "ru": "План есть", "en": "There is a plan"},
                    "",
                    "yes_no",
                    "up",
                    "none",
                    "",
                    {},
                ),
                regions=both,
            ),
        ),
    )
    reporters = {OSH: stage.houses["demo-osh-region"], TALAS: stage.houses["demo-talas-region"]}
    return TreeFacts((first, second, third), reporters)


def in_mid_term(tree: TreeFacts) -> TreeFacts:
    """Change the plan in mid-term: one measure says more, one has another target."""
    tasks = []
    for task in tree.tasks:
        measures = []
        for one in task.measures:
            changed = one
            if one.code == "1.2":
                names = {
                    "ky": "Кызматкерлерди жана мугалимдерди окутуу",
                    "ru": "Обучение сотрудников и учителей",
                    "en": "Training of officers and teachers",
                }
                changed = replace(one, names=names)
            if one.code == "3.1":
                targets = dict.fromkeys(one.indicators[0].targets, "20")
                changed = replace(one, indicators=(replace(one.indicators[0], targets=targets),))
            measures.append(changed)
        tasks.append(replace(task, measures=tuple(measures)))
    return replace(tree, tasks=tuple(tasks))
