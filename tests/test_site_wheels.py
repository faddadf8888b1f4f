"""The packages of the Python in the browser: found or downloaded, checked, and named in a lock."""

import hashlib
import threading
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
import site_wheels
from site_wheels import COMPILED, NoWheelsError, compiled_wheels, make_lock

TAGS = "cp314-cp314-pyemscripten_2026_0_wasm32"


def write_wheel(folder, name, needs=()):
    file = folder / f"{name}-1.0-{TAGS}.whl"
    lines = [f"Name: {name}", "Version: 1.0", *(f"Requires-Dist: {need}" for need in needs)]
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"{name}-1.0.dist-info/METADATA", "\n".join(lines) + "\n\n")
    return file


@pytest.fixture
def wheels(tmp_path):
    folder = tmp_path / "wheels"
    folder.mkdir()
    return {name: write_wheel(folder, name) for name in COMPILED}


@pytest.fixture
def own(wheels):
    """Pyodide's own lock, as it would be for these wheels."""
    return {
        name: {
            "name": name,
            "file_name": file.name,
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
            "depends": ["pytz"],
        }
        for name, file in wheels.items()
    }


@pytest.fixture
def address(wheels, tmp_path, monkeypatch):
    """A server that has the wheels, as Pyodide's distribution does."""
    monkeypatch.setattr(site_wheels, "CACHE", tmp_path / "cache")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = partial(Quiet, directory=str(tmp_path / "wheels"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_wheels_of_a_folder_are_taken_and_foreign_builds_are_named(wheels, own, tmp_path, capsys):
    found = compiled_wheels(own, tmp_path / "wheels", "")
    assert found == [wheels[name] for name in COMPILED]
    assert capsys.readouterr().out == ""
    own["numpy"]["sha256"] = "0" * 64
    compiled_wheels(own, tmp_path / "wheels", "")
    assert "not Pyodide's own builds: numpy;" in capsys.readouterr().out


def test_what_a_folder_lacks_is_named(wheels, own, tmp_path):
    wheels["pillow"].unlink()
    with pytest.raises(
        NoWheelsError, match=r"wheels has no wheel of pillow: expected one for each"
    ):
        compiled_wheels(own, tmp_path / "wheels", "")


def test_wheels_are_downloaded_once(wheels, own, address):
    found = compiled_wheels(own, None, address)
    assert [one.read_bytes() for one in found] == [wheels[n].read_bytes() for n in COMPILED]
    for file in wheels.values():
        file.unlink()
    assert compiled_wheels(own, None, address) == found


def test_a_download_that_is_not_what_the_lock_says_is_refused(wheels, own, address):
    wheels["matplotlib"].write_bytes(b"another")
    with pytest.raises(NoWheelsError, match=r"matplotlib.*SHA-256 is \w{64}, expected \w{64}"):
        compiled_wheels(own, None, address)
    assert not list(site_wheels.CACHE.glob("matplotlib*"))


def test_without_the_server_the_other_way_is_named(own, address, wheels):
    wheels["numpy"].unlink()
    with pytest.raises(
        NoWheelsError, match=r"cannot be had .*--wheels or LESSONLIB_PYODIDE_WHEELS"
    ):
        compiled_wheels(own, None, address)


def test_the_lock_names_what_each_needs_in_the_browser(tmp_path):
    plot = write_wheel(
        tmp_path,
        "plot",
        ["numpy>=2", "colorama; sys_platform == 'win32'", "widgetsnbextension", "x; extra == 'y'"],
    )
    lock = make_lock({"info": {"python": "3.14.2"}}, [plot, write_wheel(tmp_path, "numpy")])
    assert lock["info"] == {"python": "3.14.2"}
    assert list(lock["packages"]) == ["numpy", "plot"]
    entry = lock["packages"]["plot"]
    assert entry["depends"] == ["numpy"]
    assert entry["sha256"] == hashlib.sha256(plot.read_bytes()).hexdigest()
    with pytest.raises(NoWheelsError, match=r"lacks numpy: run tools/lock\.py"):
        make_lock({}, [plot])


def test_a_public_page_takes_pyodides_own_packages_from_its_address(own, tmp_path):
    course = write_wheel(tmp_path, "lessonlib", ["numpy"])
    packages = make_lock({"packages": own}, [course], "https://cdn/full")["packages"]
    assert packages["numpy"]["file_name"] == f"https://cdn/full/numpy-1.0-{TAGS}.whl"
    assert packages["numpy"]["sha256"] == own["numpy"]["sha256"]
    assert packages["numpy"]["depends"] == []  # nothing that is not there
    assert packages["lessonlib"]["file_name"] == course.name
