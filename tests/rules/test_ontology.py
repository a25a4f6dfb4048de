from __future__ import annotations

from typing import get_args

import pytest

from svodka.core.records import EntityKind, EntityLabel, EventType
from svodka.rules.ontology import ENTITY_KINDS, EVENT_TYPES, codes


def test_the_tables_name_what_the_schema_names():
    assert tuple(EVENT_TYPES) == get_args(EventType)
    assert set(ENTITY_KINDS) == set(get_args(EntityLabel))
    assert {kind for kinds in ENTITY_KINDS.values() for kind in kinds} == set(get_args(EntityKind))


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_every_type_has_a_core_role_and_no_role_twice(name):
    row = EVENT_TYPES[name]
    assert row.core
    assert len(set(row.roles)) == len(row.roles)


def test_a_trigger_may_choose_a_finer_code():
    assert codes("VISIT") == ("CONSULT", "042")
    assert codes("VISIT", "принять") == ("CONSULT", "043")
    assert codes("MEETING", "переговоры") == ("CONSULT", "046")
    assert codes("STATEMENT", "заявить") == (None, "010")


@pytest.mark.parametrize("name", EVENT_TYPES)
@pytest.mark.parametrize("status", ["planned", "proposed"])
def test_contact_and_cooperation_to_come_are_an_agreement(name, status):
    now, later = codes(name), codes(name, status=status)
    assert later[0] == ("AGREE" if now[0] in ("CONSULT", "COOPERATE") else now[0])
    assert (later[1] is None) == (now[1] is None)
