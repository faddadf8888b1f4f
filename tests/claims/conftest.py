"""The fixture with which a test carries a claim: many draws, the share of them, the size."""

import re

import pytest
from claiming import Claim


@pytest.fixture
def claim(request, record_property):
    """Give the claim that the test of this name carries."""
    lesson = re.search(r"lesson\d", request.path.stem)
    name = request.node.name.removeprefix("test_")
    one = Claim(f"{lesson.group()}.{name}", request.config.option.draws)
    yield one
    assert one.reports, f"{name}: a claim's test computes over draws, over a range, or a batch"
    record_property("claim", [(one.name, *report.summary()) for report in one.reports])
