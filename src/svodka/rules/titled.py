"""How documents and events are named: their head nouns, and the words that mark a name or its absence."""

from __future__ import annotations

from svodka.core.records import EntityKind
from svodka.rules.rule import words

# A document is named by its head and its subject: «соглашение о сотрудничестве».
DOC_HEADS: dict[str, EntityKind] = {
    "договор": "treaty", "соглашение": "agreement", "меморандум": "agreement", "протокол": "protocol", "план": "plan",
    "декларация": "agreement", "конвенция": "treaty",
}  # fmt: skip
ABOUT_HEADS = words("договор соглашение меморандум протокол декларация конвенция")
PLAN_HEADS = words("план протокол")
PLANNED = words("мероприятие действие сотрудничество")
# What stands before a document that does not exist yet.
UNSIGNED = words("подготовка проект переговоры переговор разработка подготовить подготовиться заключение")
# In the infinitive these say the same: «готовы заключить договор о поставках».
TO_SIGN = words("заключить подписать оформить")
# Adjectives that say which document is meant and are no part of its name.
POINTING = words(
    "новый данный очередной первый второй третий соответствующий следующий такой указанный этот тот свой подписать "
    "настоящий двусторонний утвержденный подписанный подписанной заключенный действующий любой другой"
)

EVT_HEADS: dict[str, EntityKind] = {
    "форум": "forum", "бизнес-форум": "forum", "саммит": "forum", "конгресс": "forum", "конференция": "forum",
    "выставка": "exhibition", "выставка-ярмарка": "exhibition", "ярмарка": "fair", "фестиваль": "festival",
    "конкурс": "competition", "турнир": "competition", "чемпионат": "competition", "спартакиада": "competition",
    "олимпиада": "competition", "базар": "festival", "слет": "competition", "турслет": "competition",
    "кубок": "competition", "неделя": "forum",
}  # fmt: skip
# Before the name of an event these count it and are no part of the name: «Второй областной фестиваль».
COUNTING = words("первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый очередной ежегодный")
# What a jubilee in capitals celebrates: «80-летие Победы в Великой Отечественной войне».
REMEMBERED = words("победа революция битва освобождение")
EVENT_DAYS = words("день дни бизнес-день бизнес-дни неделя декада")
WAR = "война"
