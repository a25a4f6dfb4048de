"""What an event may take from earlier sentences where its own leaves it out; each row has a name of its own.

A loan is made only to a role that stands empty. ``ellipsis`` rows need nothing more; ``anaphor`` rows need a word in
the event's clause that points back: a pronoun, or one of the row's nouns («стороны», «предприятие»).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from svodka.core.values import FigureKind
from svodka.rules.rule import words

PRONOUNS = words("он она они мы я его ее их им ими ему ей это этот оба который")


@dataclass(frozen=True, slots=True)
class Loan:
    """One rule of inheritance.

    Attributes:
        id: Stable name.
        type: The event's type.
        role: The role that is filled.
        lenders: Types and roles of earlier events, ``TYPE.role``, the first that is told lends; ``+`` joins two.
        pointers: The loan needs one of these lemmas in the clause; empty: plain ellipsis will do.
        reach: How many paragraphs back the lender may stand.
        beside: The role's first filler stands at one of these places («соглашение с Тверью»), and the other side, the
            lender's first filler, joins it. Empty: the role stands empty.
        figured: The event must have a figure of one of these kinds and no time of its own; empty: any will do.
    """

    id: str
    type: str
    role: str
    lenders: tuple[str, ...]
    pointers: frozenset[str] = frozenset()
    reach: int = 0
    beside: str = ""
    figured: tuple[FigureKind, ...] = ()


# Roles of those who act; only names are lent for them, since a phrase means others in another sentence.
ACTING = frozenset((
    "participants", "actor", "speaker", "parties", "partners", "reporter", "partner", "supplier",
    "recipient", "seller", "buyer", "honoree", "signatories", "investor",
))  # fmt: skip
# Roles of those who do what a meeting's paragraph tells.
DOERS = frozenset(("participants", "actor", "speaker", "signatories"))
_SIDES = words("сторона губернатор глава руководитель собеседник участник встреча переговоры беседа визит")

LOANS: tuple[Loan, ...] = (
    Loan("ellipsis.participants", "MEETING", "participants", ("MEETING.participants", "VISIT.head"), reach=99),
    Loan("mutual.reporter", "STATISTIC", "reporter",
         ("COOPERATION.parties", "VISIT.origin+VISIT.destination", "AGREEMENT.parties"), reach=9,
         pointers=words("взаимный двусторонний взаимопоставка совместный связь")),
    Loan("anaphor.indicator", "STATISTIC", "indicator", ("STATISTIC.indicator",), pointers=PRONOUNS),
    Loan("ellipsis.reporter", "STATISTIC", "reporter", ("STATISTIC.reporter",), reach=1),
    Loan("ellipsis.base", "STATISTIC", "base_period", ("STATISTIC.base_period",), figured=("change",)),
    Loan("ellipsis.partner", "STATISTIC", "partner", ("STATISTIC.partner",)),
    Loan("ellipsis.parties", "COOPERATION", "parties", ("COOPERATION.parties", "AGREEMENT.parties"), reach=3),
    Loan("anaphor.speaker", "STATEMENT", "speaker", ("STATEMENT.speaker", "MEETING.participants"),
         pointers=PRONOUNS, reach=2),
    Loan("side.cooperation", "COOPERATION", "parties", ("COOPERATION.parties", "AGREEMENT.parties"), reach=1,
         beside="с+Ins с"),
    Loan("side.agreement", "AGREEMENT", "parties", ("AGREEMENT.parties", "COOPERATION.parties"), reach=1,
         beside="с+Ins с"),
    Loan("ellipsis.visitor", "VISIT", "visitor", ("VISIT.visitor", "COOPERATION.parties"), reach=3),
    Loan("ellipsis.destination", "VISIT", "destination", ("VISIT.destination", "CELEBRATION.honoree")),
    Loan("ellipsis.agreement", "AGREEMENT", "parties",
         ("AGREEMENT.parties", "COOPERATION.parties", "VISIT.origin+VISIT.destination", "VISIT.origin")),
    Loan("ellipsis.contract", "CONTRACT", "parties",
         ("CONTRACT.parties", "VISIT.origin+VISIT.destination", "COOPERATION.parties", "AGREEMENT.parties")),
    Loan("ellipsis.seller", "CONTRACT", "seller", ("CONTRACT.seller",)),
    Loan("anaphor.actor", "DECISION", "actor", ("MEETING.participants", "DECISION.actor"), pointers=_SIDES),
    Loan("joint.partners", "JOINT_VENTURE", "partners",
         ("COOPERATION.parties", "AGREEMENT.parties", "CONTRACT.parties"),
         pointers=words("совместный"), reach=1),
    Loan("ellipsis.content", "DECISION", "content", ("MEETING.topic", "DECISION.content")),
    Loan("anaphor.supplier", "SUPPLY", "supplier", ("SUPPLY.supplier", "CONTRACT.seller"), reach=2,
         pointers=PRONOUNS | words("предприятие завод компания холдинг комбинат фабрика партия")),
    Loan("ellipsis.recipient", "SUPPLY", "recipient", ("SUPPLY.recipient",)),
    Loan("ellipsis.honoree", "CELEBRATION", "honoree", ("CELEBRATION.honoree",)),
    Loan("ellipsis.occasion", "CELEBRATION", "occasion", ("CELEBRATION.occasion",), reach=1),
    Loan("ellipsis.object", "CONSTRUCTION", "object", ("CONSTRUCTION.object", "JOINT_VENTURE.enterprise"), reach=1),
    Loan("ellipsis.target", "INVESTMENT", "target", ("CONSTRUCTION.object", "JOINT_VENTURE.enterprise"), reach=1),
    Loan("ellipsis.title", "FORUM", "title", ("FORUM.title",), reach=99),
)  # fmt: skip

# Which types of events lend their time, and their place, to which others in the same paragraph.
_MET = ("STATEMENT", "DECISION", "AGREEMENT", "MEETING", "FORUM", "CONTRACT")
LENDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "MEETING": _MET,
        "FORUM": _MET,
        "VISIT": (*_MET, "VISIT"),
        "STATEMENT": _MET,
        "DECISION": _MET,
        "COOPERATION": ("VISIT", "STATISTIC", "CONTRACT", "AGREEMENT"),
        "AGREEMENT": ("AGREEMENT",),
        "STATISTIC": ("STATISTIC",),
        "SUPPLY": ("SUPPLY", "STATISTIC"),
        "JOINT_VENTURE": ("JOINT_VENTURE", "CONTRACT"),
        "HUMANITARIAN": (),
    }
)

# How many paragraphs further than its own an event lends its time: one meeting is often told in several.
REACH: Mapping[str, int] = MappingProxyType({"MEETING": 2, "FORUM": 2, "VISIT": 2, "DECISION": 1, "STATEMENT": 1})

# Words by which a phrase points back, and the nouns that do so with them.
POINTING = words("этот тот оба данный названный указанный наш соседний пограничный приграничный первый второй такой")
GATHERINGS = words(
    "форум бизнес-форум выставка ярмарка выставка-ярмарка конференция турнир соревнование конкурс фестиваль слет матч"
)
VENUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("форум", "бизнес-форум", "конференция"), ("forum", "exhibition")),
        **dict.fromkeys(("выставка", "ярмарка", "выставка-ярмарка"), ("exhibition", "fair")),
        **dict.fromkeys(("турнир", "соревнование", "матч"), ("competition",)),
        **dict.fromkeys(("конкурс", "фестиваль", "слет"), ("festival", "competition")),
    }
)
PARTIES = words("сторона губернатор глава руководитель президент собеседник лидер министр председатель")
HEADS = words("глава руководитель")
ENTERPRISES = words(
    "госкомпания корпорация госкорпорация предприятие завод компания холдинг комбинат фабрика фирма перевозчик банк"
)
PLACES = words("государство регион область республика страна край")
