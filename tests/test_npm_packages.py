import npm_packages
import pytest


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(npm_packages, "FOLDER", tmp_path / "npm")
    monkeypatch.setattr(npm_packages.shutil, "which", lambda _: None)
    return tmp_path / "npm"


def test_packages_that_are_there_need_no_npm(folder):
    (folder / "node_modules").mkdir(parents=True)
    for name in npm_packages.FILES:
        (folder / name).write_bytes((npm_packages.LOCK / name).read_bytes())
    assert npm_packages.install() == folder / "node_modules"


def test_other_versions_are_fetched_again(folder):
    (folder / "node_modules").mkdir(parents=True)
    for name in npm_packages.FILES:
        (folder / name).write_text("{}")
    with pytest.raises(npm_packages.NoPackagesError, match=r"install Node\.js"):
        npm_packages.install()


def test_each_lock_has_a_folder_of_its_own(folder, tmp_path):
    lock = tmp_path / "lite"
    packages = folder.with_name("npm-lite") / "node_modules"
    for place in (lock, packages.parent):
        place.mkdir()
        for name in npm_packages.FILES:
            (place / name).write_text("{}")
    packages.mkdir()
    assert npm_packages.install(lock) == packages
