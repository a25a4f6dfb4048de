"""The words of the interface, in Russian and in English; the texts of documents are never translated."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

WORDS: dict[str, tuple[str, str]] = {
    # pages and their parts
    "documents": ("Документы", "Documents"),
    "chronology": ("Хроника", "Chronology"),
    "entities": ("Сущности", "Entities"),
    "regions": ("Регионы", "Regions"),
    "indicators": ("Показатели", "Indicators"),
    "claims": ("Утверждения", "Claims"),
    "dates": ("Даты", "Dates"),
    "figures": ("Числа", "Figures"),
    "events": ("События", "Events"),
    "edits": ("Правки", "Edits"),
    "timeline": ("Лента времени", "Timeline"),
    "issues": ("Замечания", "Issues"),
    "failures": ("Не прочитаны", "Failures"),
    "text": ("Текст", "Text"),
    "layers": ("Слои", "Layers"),
    "filters": ("Фильтры", "Filters"),
    "details": ("Подробности", "Details"),
    "skip": ("К содержанию", "Skip to content"),
    "pages": ("Страницы", "Pages"),
    # controls
    "all": ("все", "all"),
    "type": ("Тип", "Type"),
    "status": ("Статус", "Status"),
    "rule": ("Правило", "Rule"),
    "verdict": ("Эталон", "Gold"),
    "search_items": ("Найти в разметке", "Search the annotations"),
    "search_documents": ("Найти документ", "Search documents"),
    "search_rows": ("Найти в таблице", "Search the table"),
    "view_clean": ("чистый текст", "clean text"),
    "view_source": ("источник", "source"),
    "labels": ("подписи", "labels"),
    "theme": ("Тема", "Theme"),
    "theme_auto": ("как в системе", "as the system"),
    "theme_light": ("светлая", "light"),
    "theme_dark": ("тёмная", "dark"),
    "language": ("Язык", "Language"),
    "help": ("Клавиши", "Keys"),
    "close": ("Закрыть", "Close"),
    "permalink": ("Ссылка на запись", "Permalink"),
    "hint": (
        "Наведите на слово или нажмите j: здесь появятся нормальная форма, значение и правило.",
        "Point at a word or press j: its normal form, value and rule appear here.",
    ),
    "shown": ("показано", "shown"),
    "of_total": ("из", "of"),
    "none_found": ("ничего не найдено", "nothing found"),
    "here_too": ("Здесь же", "Also here"),
    "in_events": ("В событиях", "In events"),
    "in_figures": ("В числах", "In figures"),
    "mentions": ("упоминания", "mentions"),
    "mention_count": ("Упоминаний", "Mentions"),
    "document_count": ("Документов", "Documents"),
    "event_count": ("Событий", "Events"),
    "no_items": ("В этом документе нет.", "None in this document."),
    "no_rows": ("Нет данных.", "No data."),
    "undated": ("без даты", "undated"),
    # keys
    "key_next": ("следующая, предыдущая запись", "next, previous annotation"),
    "key_search": ("поиск", "search"),
    "key_layers": ("слой включить или выключить", "switch a layer on or off"),
    "key_view": ("источник или чистый текст", "source or clean text"),
    "key_clear": ("снять выделение", "clear the selection"),
    "key_help": ("эта справка", "this help"),
    # columns and fields
    "name": ("Название", "Name"),
    "path": ("Файл", "File"),
    "title": ("Заголовок", "Title"),
    "code": ("Код", "Code"),
    "label": ("Класс", "Label"),
    "kind": ("Вид", "Kind"),
    "titles": ("Должности", "Posts"),
    "value": ("Значение", "Value"),
    "unit": ("Единица", "Unit"),
    "comparator": ("Сравнение", "Comparator"),
    "metric": ("Показатель", "Metric"),
    "whole": ("Целое", "Whole"),
    "of": ("Чей", "Whose"),
    "period": ("Период", "Period"),
    "base_period": ("База", "Base period"),
    "change": ("Изменение", "Change"),
    "factor": ("Множитель", "Factor"),
    "modality": ("Модальность", "Modality"),
    "edtf": ("EDTF", "EDTF"),
    "timex3": ("TIMEX3", "TIMEX3"),
    "bounds": ("Границы", "Bounds"),
    "grain": ("Точность", "Grain"),
    "role": ("Роль", "Role"),
    "resolved_by": ("Год найден по", "Resolved by"),
    "alternatives": ("Другие чтения", "Alternatives"),
    "trigger": ("Слово", "Trigger"),
    "lemma": ("Лемма", "Lemma"),
    "roles": ("Участники и роли", "Roles"),
    "time": ("Время", "Time"),
    "place": ("Место", "Place"),
    "sentence": ("Предложение", "Sentence"),
    "evidence": ("В тексте", "Evidence"),
    "written": ("Читается", "Reads"),
    "other_reading": ("Другое чтение", "Other reading"),
    "anchor_date": ("Точка отсчёта", "Anchor date"),
    "length": ("Знаков", "Characters"),
    "message": ("Причина", "Reason"),
    "stage": ("Этап", "Stage"),
    "date": ("Дата", "Date"),
    "document": ("Документ", "Document"),
    "sources": ("Источники", "Sources"),
    "spread": ("Разброс", "Spread"),
    "subject": ("Чей", "Whose"),
    "inherited": ("из соседнего предложения", "from another sentence"),
    "with_whom": ("С кем", "With whom"),
    "times": ("раз", "times"),
    # verdicts against gold
    "hit": ("верно", "hit"),
    "false": ("ложное", "false alarm"),
    "miss": ("пропуск", "miss"),
    # labels, kinds, grains
    "PER": ("лицо", "person"), "ORG": ("организация", "organisation"), "LOC": ("место", "place"),
    "EVT": ("мероприятие", "named event"), "DOC": ("документ", "document"),
    "join": ("склейка слова", "joined word"), "mark": ("снятый знак", "removed mark"),
    "count": ("количество", "count"), "money": ("деньги", "money"), "percent": ("процент", "percent"),
    "share": ("доля", "share"), "measure": ("величина", "measure"),
    "rank": ("место в ряду", "rank"), "ordinal": ("порядковое", "ordinal"), "ratio": ("отношение", "ratio"),
    "score": ("счёт", "score"), "age": ("возраст", "age"), "duration": ("длительность", "duration"),
    "anniversary": ("годовщина", "anniversary"), "attribute": ("признак", "attribute"),
    "second": ("секунда", "second"), "minute": ("минута", "minute"), "hour": ("час", "hour"), "day": ("день", "day"),
    "week": ("неделя", "week"), "month": ("месяц", "month"), "quarter": ("квартал", "quarter"),
    "half": ("полугодие", "half-year"), "season": ("сезон", "season"), "year": ("год", "year"),
    "decade": ("десятилетие", "decade"), "century": ("век", "century"), "set": ("повторение", "set"),
    "vague": ("неопределённо", "vague"),
    # event types and statuses
    "VISIT": ("визит", "visit"), "MEETING": ("встреча", "meeting"), "AGREEMENT": ("соглашение", "agreement"),
    "CONTRACT": ("контракт", "contract"), "SUPPLY": ("поставка", "supply"),
    "JOINT_VENTURE": ("совместное производство", "joint venture"), "INVESTMENT": ("инвестиция", "investment"),
    "STATISTIC": ("статистика", "statistic"), "FORUM": ("форум", "forum"),
    "CONSTRUCTION": ("строительство", "construction"), "HUMANITARIAN": ("гуманитарное", "humanitarian"),
    "COOPERATION": ("сотрудничество", "cooperation"), "DECISION": ("решение", "decision"),
    "STATEMENT": ("заявление", "statement"), "APPOINTMENT": ("назначение", "appointment"),
    "CELEBRATION": ("торжество", "celebration"),
    "occurred": ("состоялось", "occurred"), "ongoing": ("идёт", "ongoing"), "planned": ("планируется", "planned"),
    "proposed": ("предлагается", "proposed"), "negated": ("отрицается", "negated"),
    # statuses of claims
    "single": ("один источник", "single"), "corroborated": ("подтверждено", "corroborated"),
    "conflicting": ("расходится", "conflicting"), "revised": ("пересмотрено", "revised"),
    # roles of events
    "visitor": ("кто приехал", "visitor"), "destination": ("куда", "destination"), "head": ("во главе", "head"),
    "members": ("в составе", "members"), "host": ("кто принял", "host"), "origin": ("откуда", "origin"),
    "site": ("объект", "site"), "purpose": ("цель", "purpose"), "participants": ("участники", "participants"),
    "occasion": ("повод", "occasion"), "topic": ("тема", "topic"), "chair": ("ведущий", "chair"),
    "parties": ("стороны", "parties"), "signatories": ("подписавшие", "signatories"),
    "validity": ("срок действия", "validity"), "base_document": ("к документу", "base document"),
    "seller": ("продавец", "seller"), "buyer": ("покупатель", "buyer"), "goods": ("товар", "goods"),
    "supplier": ("поставщик", "supplier"), "recipient": ("получатель", "recipient"),
    "enterprise": ("предприятие", "enterprise"), "partners": ("партнёры", "partners"),
    "investor": ("инвестор", "investor"), "target": ("куда вложено", "target"), "project": ("проект", "project"),
    "indicator": ("показатель", "indicator"), "reporter": ("чей показатель", "reporter"),
    "partner": ("партнёр", "partner"), "edition": ("выпуск", "edition"), "organizer": ("организатор", "organizer"),
    "builder": ("строитель", "builder"), "object": ("объект", "object"), "customer": ("заказчик", "customer"),
    "domain": ("область", "domain"), "since": ("с какого времени", "since"), "content": ("содержание", "content"),
    "actor": ("кто решил", "actor"), "speaker": ("кто сказал", "speaker"), "audience": ("кому", "audience"),
    "person": ("кто", "person"), "position": ("должность", "position"),
    "organization": ("организация", "organization"), "appointer": ("кто назначил", "appointer"),
    "assigned": ("закреплено за", "assigned"), "honoree": ("кого чествуют", "honoree"), "sender": ("от кого", "sender"),
}  # fmt: skip


def word(key: str, language: Language) -> str:
    """Return a word of the interface; a key without one stands for itself.

    Examples:
        >>> word("miss", "ru"), word("miss", "en"), word("RU-BRY", "en")
        ('пропуск', 'miss', 'RU-BRY')
    """
    words = WORDS.get(key)
    return words[LANGUAGES.index(language)] if words else key


def dictionary(language: Language) -> dict[str, str]:
    """Return all words of one language."""
    return {key: word(key, language) for key in WORDS}
