"""One step by which a slot is filled, with sentences in which it tells and in which it must not.

An example marks a figure with what the step gives it: ``"Экспорт составил [12 млн долларов|экспорт]."`` Owners are
named, periods written as EDTF. A counter-example is a sentence in which the step tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

S = TypeVar("S", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Step(Generic[S]):
    """One step.

    Attributes:
        id: ``metric.…``, ``of.…``, ``period.…`` or ``base.…``.
        find: What it does.
        finds: Examples.
        skips: Counter-examples.
    """

    id: str
    find: S
    finds: tuple[str, ...]
    skips: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The id without its slot."""
        return self.id.partition(".")[2]
