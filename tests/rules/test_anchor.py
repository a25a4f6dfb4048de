"""Where the anchor date comes from, in order of precedence."""

from __future__ import annotations

import pytest

from svodka.rules.anchor import find_anchor


@pytest.mark.parametrize(
    ("text", "metadata", "option", "expected"),
    [
        ("14.02.2023 10:30\n\nО визите делегации", {}, None, ("2023-02-14", "dateline")),
        ("Главная / Новости\n\n19.09.2023 16:42\n\nО визите", {}, None, ("2023-09-19", "dateline")),
        ("МИНСК, 14 февраля 2023 г. – Сегодня подписан план.", {}, None, ("2023-02-14", "dateline")),
        ("14.02.2023\n\nТекст", {"published": "2023-02-15"}, None, ("2023-02-15", "metadata")),
        ("14.02.2023\n\nТекст", {"published": "2023-02-15"}, "2022", ("2022", "option")),
        ("Текст без даты", {"url": "https://example.by/2023/02/16/news"}, None, ("2023-02-16", "url")),
        ("Товарооборот в 2021 году вырос, в марте 2022 года снизился.", {}, None, (None, "none")),
        ("На начало 2023 г. действовало 81 соглашение.", {}, None, ("2023", "text")),
        ("По итогам 2021 года рост составил 5 %, в мае 2024 года – 7 %.", {}, None, (None, "none")),
        ("По итогам 2022 года рост составил 5 %.", {}, None, ("2023", "text")),
        ("План до 2030 года, по сравнению с 2019 годом.", {}, None, (None, "none")),
        (
            "Переговоры завершены. 7 мая 2025 года 18:00 Москва, Кремль Начало беседы.",
            {},
            None,
            ("2025-05-07", "dateline"),
        ),
        ("Встреча прошла.\n\nДата публикации: 6 мая 2025 года, 17:45", {}, None, ("2025-05-06", "dateline")),
        ("Приём граждан\nРазмещено: 03.02.2021", {}, None, ("2021-02-03", "dateline")),
        ("Указ опубликован 3 февраля 2021 года на портале.", {}, None, (None, "none")),
        ("Форум готовят. 7 мая 2025 года в 18:00 Министр откроет его.", {}, None, (None, "none")),
        ("Форум готовят. 7 мая 2025 года 18:00 начало.", {}, None, (None, "none")),
        ("Завод основан давно.", {}, None, (None, "none")),
        ("Делегация прибыла 14 февраля 2023 года в Минск и осмотрела завод.", {}, None, (None, "none")),
    ],
)
def test_anchor(text: str, metadata: dict[str, str], option: str | None, expected: tuple[str | None, str]) -> None:
    anchor = find_anchor(text, metadata, option)
    assert (anchor.value, anchor.origin) == expected
    if anchor.span:
        assert text[anchor.span.start : anchor.span.end].strip()
