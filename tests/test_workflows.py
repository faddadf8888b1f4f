"""GitHub runs what the README and CONTRIBUTING.md tell people to run, and with few rights."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WORKFLOWS = {path.name: path.read_text("utf-8") for path in (ROOT / ".github").rglob("*.yml")}
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

every_workflow = pytest.mark.parametrize("name", WORKFLOWS)


def commands(name):
    """Return the commands of a workflow that stand on one line."""
    return re.findall(r"^ +(?:- )?run: (?!\|)(.+)$", WORKFLOWS[name], flags=re.MULTILINE)


def test_the_tests_are_started_as_the_readme_says():
    _, marked = README.split("<!-- test-command -->")
    blocks = re.findall(r"```(sh|powershell)\n(.+?)\n```", marked, flags=re.DOTALL)[:2]
    assert [shell for shell, _ in blocks] == ["sh", "powershell"]
    assert [command for _, command in blocks if command not in commands("tests.yml")] == []


def test_style_is_checked_as_contributing_says():
    (style,) = re.findall(r"\| check style and types \| `(.+)` \|", CONTRIBUTING)
    set_up = CONTRIBUTING.split("## Set up")[1].split("```sh\n")[1].split("\n```")[0]
    assert {style, set_up} <= set(commands("tests.yml"))


def test_the_site_is_built_as_contributing_says():
    (build,) = (one for one in commands("pages.yml") if "build_site" in one)
    assert f"`.venv/bin/{build}`" in CONTRIBUTING
    before = commands("pages.yml")[: commands("pages.yml").index(build)]
    assert "python -m pip install -r requirements.txt" in before  # as .venv has it


def test_the_oldest_python_is_tried_on_every_system():
    oldest = re.search(r'requires-python = ">=(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    text = WORKFLOWS["tests.yml"]
    assert re.search(r"\n +system: \[ubuntu-latest\]\n +python: \[\"(.+?)\"", text)[1] == oldest[1]
    for system in ("macos", "windows"):
        assert f'{{ system: {system}-latest, python: "{oldest[1]}" }}' in text


@every_workflow
def test_actions_are_pinned_to_a_commit(name):
    used = re.findall(r"uses: (.+)", WORKFLOWS[name])
    assert used
    pinned = r"actions/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+"
    assert [one for one in used if not re.fullmatch(pinned, one)] == []


@every_workflow
def test_a_workflow_may_only_read_and_a_job_asks_for_more(name):
    text = WORKFLOWS[name]
    for_all = re.search(r"^permissions:(.*(?:\n  .+)*)", text, flags=re.MULTILINE)[1]
    assert for_all in (" {}", "\n  contents: read")
    assert "pull_request_target" not in text
    assert "secrets." not in text


def test_what_may_write_runs_no_code_of_a_pull_request():
    """The preview's comment is written by a workflow of its own, after the one that builds."""
    text = WORKFLOWS["preview.yml"]
    assert re.findall(r"uses: (\S+?)@", text) == ["actions/github-script"]
    assert "${{" not in text  # what a request is called is never a piece of the script
    assert "\n    workflows: [site]\n" in text
    assert "\nname: site\n" in WORKFLOWS["pages.yml"]
    writes = [name for name in WORKFLOWS if "pull-requests: write" in WORKFLOWS[name]]
    assert writes == ["preview.yml"]
