"""What is pinned, what constrains pip and what CI installs are the same versions."""

import re
import tomllib
from pathlib import Path

import lock
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PINS = [Requirement(line) for line in lock.read_pins(ROOT)]


def packages(name):
    """Return the packages of a file, and the number of hashes of each."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line.split("--hash=sha256:") for line in text.splitlines() if line[0] != "#"]
    return {Requirement(package): len(hashes) for package, *hashes in lines}


@pytest.mark.parametrize("name", [lock.CONSTRAINTS, lock.LOCK])
@pytest.mark.parametrize("pin", PINS, ids=str)
def test_pin_is_in_the_file(pin, name):
    assert [str(one) for one in packages(name) if one.name == canonicalize_name(pin.name)] == [
        f"{canonicalize_name(pin.name)}{pin.specifier}"
    ], "run tools/lock.py"


def test_lock_is_the_constraints_with_hashes():
    locked = packages(lock.LOCK)
    assert list(map(str, locked)) == list(map(str, packages(lock.CONSTRAINTS)))
    assert all(len(one.specifier) == 1 and str(one.specifier).startswith("==") for one in locked)
    assert [str(one) for one, n_hashes in locked.items() if n_hashes == 0] == []


def test_pins_are_exact_and_cover_what_the_package_needs():
    assert [str(pin) for pin in PINS if not str(pin.specifier).startswith("==")] == []
    pinned = {canonicalize_name(pin.name) for pin in PINS}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {Requirement(line).name for line in project["dependencies"]} <= pinned


def test_what_only_benchmarks_need_is_pinned_and_not_locked():
    lines = (ROOT / "requirements-bench.txt").read_text("utf-8").splitlines()
    peers = [Requirement(line) for line in lines if line[0] not in "#-"]
    assert [str(peer) for peer in peers if not str(peer.specifier).startswith("==")] == []
    locked = {one.name for one in packages(lock.LOCK)}
    assert "jax" in {peer.name for peer in peers}
    assert {canonicalize_name(peer.name) for peer in peers} & locked == set()


def test_all_platforms_are_covered():
    """Each of these is needed on one kind of machine only."""
    names = {one.name for one in packages(lock.CONSTRAINTS)}
    assert {"appnope", "colorama", "pexpect", "pywinpty"} <= names


@pytest.mark.parametrize("name", [lock.CONSTRAINTS, lock.LOCK])
def test_no_server_or_folder_of_one_machine_is_named(name):
    assert re.findall(r"://|file:|--index|--find-links|^-e", (ROOT / name).read_text("utf-8")) == []


def test_options_and_remarks_are_no_pins(tmp_path):
    for name in lock.PINNED:
        (tmp_path / name).write_text("-c constraints.txt\n# why\n\nnumpy==2.4.6\n-e .\n", "utf-8")
    assert lock.read_pins(tmp_path) == ["numpy==2.4.6"] * len(lock.PINNED)


@pytest.mark.parametrize("name", lock.EXTRA)
def test_locks_of_the_site_keep_to_the_pins_and_to_the_constraints(name):
    locked = packages(name)
    pins = [Requirement(line) for line in lock.read_pins(ROOT, lock.EXTRA[name].pinned)]
    versions = {one.name: str(one.specifier) for one in locked}
    assert [
        str(pin) for pin in pins if versions[canonicalize_name(pin.name)] != pin.specifier
    ] == []
    course = {one.name: str(one.specifier) for one in packages(lock.CONSTRAINTS)}
    assert {n for n in versions.keys() & course.keys() if versions[n] != course[n]} == set()
    assert [str(one) for one, n_hashes in locked.items() if n_hashes == 0] == []
    assert re.findall(r"://|file:|--index|--find-links|^-e", (ROOT / name).read_text("utf-8")) == []
