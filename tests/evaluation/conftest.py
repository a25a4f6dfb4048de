from __future__ import annotations

import pytest

from svodka.core.records import Record
from tests.evaluation import sample


@pytest.fixture(scope="session")
def gold() -> Record:
    return sample.gold()
