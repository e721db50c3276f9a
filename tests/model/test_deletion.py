"""A record is deleted with what it owns, each part once, and comes back as it was."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.deletion import deletion
from model.records import KINDS, Campaign, Origin
from model.sample.build import build
from model.store import Store


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "sample.db"
    build(path)
    opened = Store(path, user="周涛")
    yield opened
    opened.close()


def test_a_campaign_whose_opinions_became_issues_is_deleted_and_comes_back(sample: Store) -> None:
    before = {kind: sample.all(kind) for kind in KINDS}
    campaign = before[Campaign][0]
    assert before[Origin]
    changes = deletion(campaign, sample)
    assert max(Counter(each.record.key for each in changes).values()) == 1
    sample.apply(changes, "删除活动")
    assert not sample.all(Campaign)
    assert not sample.all(Origin)
    sample.undo()
    assert {kind: sample.all(kind) for kind in KINDS} == before
