"""A browser, if there is one: without it the tests are skipped, but in CI they fail."""

import os

import lab
import pytest


@pytest.fixture(scope="module")  # ended before the notebooks run: it holds an event loop
def context():
    try:
        lab.find_browser()
    except lab.NoBrowserError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(error))
    with lab.browser() as context:
        yield context


@pytest.fixture
def page(context):
    page = context.new_page()
    yield page
    page.close()
