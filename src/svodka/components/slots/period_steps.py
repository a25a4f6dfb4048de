"""The steps that tell for which period a figure holds, and against which one, in their order."""

from __future__ import annotations

from collections.abc import Callable

from svodka.components.slots import dating
from svodka.components.slots.dating import Asked
from svodka.components.slots.step import Step

PERIODS: tuple[Step[Callable[[Asked], int | None]], ...] = (
    Step(
        "period.stretch",
        dating.stretch,
        finds=(
            "В 2022 году экспорт составил [5 млн долларов|2022].",
            "Урожайность составила 34 ц/га (в 2022 году – [36 ц/га|2022]).",
        ),
        skips=(
            "В мае 2022 года отмечено, что 15 предприятий поставляют молоко.",
            "Завод работает с 1958 года, экспортирует технику в 14 стран.",
            "Заключён договор от 5 мая 2022 года на 5 млн долларов.",
        ),
    ),
    Step(
        "period.lent",
        dating.lent,
        finds=("В 2022 году выручка составила 5 млн долларов, или [80 %|2022] плана.",),
        skips=("Выручка составила 5 млн долларов, или 80 % плана.",),
    ),
    Step(
        "period.clause",
        dating.clause,
        finds=("Завод, по данным за 2022 год, отгрузил 5 тонн и [7 машин|2022].",),
        skips=("Завод отгрузил 5 тонн и 7 машин.",),
    ),
    Step(
        "period.opening",
        dating.opening,
        finds=("В 2022 году экспорт вырос на 5 %, а импорт упал на [7 %|2022].",),
        skips=("Экспорт вырос на 5 %, а импорт упал на 7 %.",),
    ),
    Step(
        "period.previous",
        dating.previous,
        finds=("В 2022 году экспорт вырос на 5 %. Импорт составил [7 млн долларов|2022].",),
        skips=("Экспорт вырос на 5 %. Импорт составил 7 млн долларов.", "К 2030 году экспорт вырастет. Цена – 5 евро."),
    ),
    Step(
        "period.repeated",
        dating.repeated,
        finds=("В 2022 году отдохнули 212 туристов. Это в [1,5 раза|2022] больше.",),
        skips=("Отдохнули 212 туристов. Это в 1,5 раза больше.",),
    ),
    Step(
        "period.running",
        dating.running,
        finds=("В 2022 году развивалось сотрудничество. Республику посетили [23 делегации|2022].",),
        skips=("В 2022 году развивалось сотрудничество. Сейчас работают 23 предприятия.",),
    ),
)
BASES: tuple[Step[Callable[[Asked], int | None]], ...] = (
    Step(
        "base.beside",
        dating.base_beside,
        finds=("Экспорт вырос на [5 %|2021] по сравнению с 2021 годом.",),
        skips=("В 2021 году экспорт вырос на 5 %.",),
    ),
    Step(
        "base.previous",
        dating.base_previous,
        finds=("Экспорт вырос на 5 % по сравнению с 2021 годом, импорт – на [7 %|2021].",),
        skips=("Экспорт вырос на 5 % по сравнению с 2021 годом. В 2022 году импорт упал на 7 %.",),
    ),
)
LENT_PERIODS = frozenset(("previous", "repeated", "running"))
