"""Build the reference of the library; the whole site takes it in as an extension of Sphinx.

The pages are in ``tools/site/api``: each names the modules of a floor, and numpydoc renders their
docstrings. A page of the site that names them needs only ``extensions = ["site_api", ...]``, this
folder on ``sys.path``, and a copy of ``tools/site/api`` beside its own pages. Alone, to look at
it or to find docstrings that do not render (a warning is an error)::

    python tools/site_api.py build/api
"""

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "tools" / "site" / "api"
ENGINE_PAGE = ROOT / "lessonlib" / "live" / "README.md"
ENGINE_MARK = "<!-- the engine's own README -->"

# Of the site's own configuration; what it sets itself stays.
SETTINGS = {
    "autosummary_generate": False,
    "autodoc_member_order": "bysource",
    "autodoc_typehints": "none",  # the docstrings say types, with shapes
    "autodoc_preserve_defaults": True,
    "numpydoc_show_class_members": False,
    "numpydoc_xref_param_type": False,
}


def setup(app: Any) -> dict[str, bool]:
    """Register with Sphinx."""
    for extension in ("sphinx.ext.autodoc", "sphinx.ext.autosummary", "numpydoc"):
        app.setup_extension(extension)
    sys.path.insert(0, str(ROOT))
    for name, value in SETTINGS.items():
        if name not in app.config._raw_config:
            app.config[name] = value
    app.connect("source-read", add_engine_page)
    app.connect("autodoc-skip-member", skip_fields)
    app.connect("autodoc-process-docstring", make_rubrics)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def add_engine_page(_app: Any, _name: str, source: list[str]) -> None:
    """Put the engine's README where a page asks for it: it has one text, and its place is there."""
    if ENGINE_MARK in source[0]:
        source[0] = source[0].replace(ENGINE_MARK, ENGINE_PAGE.read_text("utf-8"))


def skip_fields(
    _app: Any, _what: str, _name: str, member: object, skip: bool, _options: Any
) -> bool | None:
    """Leave out the fields of named tuples: their class lists them, with what they are."""
    return True if type(member).__name__ == "_tuplegetter" else skip or None


def make_rubrics(
    _app: Any, what: str, _name: str, _member: object, _options: Any, lines: list[str]
) -> None:
    """Turn headings in a module's docstring into rubrics: a page shows more than one module."""
    if what == "module":
        for i, line in enumerate(lines[1:]):
            if lines[i] and line == "-" * len(lines[i]):
                lines[i : i + 2] = [f".. rubric:: {lines[i]}", ""]


def main(target: str) -> int:
    """Build these pages alone; return Sphinx's exit code."""
    from sphinx.application import Sphinx

    settings = {
        "project": "lessonlib",
        "extensions": ["myst_parser", "site_api"],
        "html_theme": "pydata_sphinx_theme",
        "root_doc": "index",
    }
    sys.path.insert(0, str(Path(__file__).parent))
    output = Path(target)
    app = Sphinx(PAGES, None, output, output / ".doctrees", "html", settings, warningiserror=True)
    app.build()
    return int(app.statuscode)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
