"""A small gold record, built from the sheet beside this file, on which the tests of this folder stand."""

from __future__ import annotations

from pathlib import Path

from svodka.core.records import Record
from svodka.core.source import Source
from svodka.evaluation.sheet_form import Sheet, parse_sheet
from svodka.evaluation.sheets import build

TEXT = (
    "В феврале 2023 г. губернатор Иван Крупко и Брянская область подпи-\n\n"
    "сали соглашение о сотрудничестве [1].\n\n"
    "Товарооборот Гомельской и Брянской облас-\n\nтей вырос более чем на 56 % \n\n"
    "к уровню 2021 года и составил почти\n\n40 млн долларов. \n\n"
    "Сейчас бря-\n\nнская делегация планирует посетить Гомель, а также\n\nвстретиться с "
    "торгово- промышленной палатой."
)

SHEET = Path(__file__).with_name("sample.toml").read_text(encoding="utf-8")


def sheet() -> Sheet:
    return parse_sheet(SHEET)


def gold() -> Record:
    return build(sheet(), Source.from_text(TEXT, "sample.txt"))
