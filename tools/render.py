"""Markdown, code and outputs of a notebook as HTML: what decks and handouts have in common."""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nbconvert.filters import Highlight2HTML, ansi2html
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from pygments.formatters import HtmlFormatter

# What every page can show, richest first.
_IMAGES = ("image/png", "image/jpeg")
_TEXTS = ("text/markdown", "text/latex")
_KINDS = ("text/html", *_IMAGES, *_TEXTS, "text/plain")


@dataclass(frozen=True)
class Renderer:
    """How a kind of page shows a lesson.

    Attributes
    ----------
    suffix : str
        What its files' names end with, such as ``.pdf``: links to lessons lead to them.
    attributes : str
        Of the elements that hold printed text and images, such as ``' class="output"'``.
    hooks : mapping of str to callable
        How it shows some MIME types in a way of its own, rather than any other: each function takes
        the data and returns HTML.
    """

    suffix: str
    attributes: str = ""
    hooks: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)

    def markdown(self, source: str) -> str:
        """Return Markdown as HTML; formulas are left for MathJax."""
        # Headings get no addresses: decks repeat them, and neither page links to one.
        renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
        text = str(MarkdownWithMath(renderer=renderer).render(source))
        return re.sub(r'href="(\d\d_\w+)\.ipynb(#[^"]*)?"', rf'href="\1{self.suffix}"', text)

    def output(self, output: NotebookNode) -> str:
        """Return one output of a cell as HTML, in its richest form; empty if there is none."""
        if output.output_type == "stream":
            return self._printed(output.text)
        data: dict[str, Any] = output.get("data", {})
        kind = next((kind for kind in (*self.hooks, *_KINDS) if kind in data), None)
        if kind is None:
            return ""
        if kind in self.hooks:
            return self.hooks[kind](data[kind])
        if kind in _IMAGES:
            alt = output.get("metadata", {}).get(kind, {}).get("alt", "")
            return self._image(kind, data[kind].strip(), alt)
        if kind in _TEXTS:
            return self.markdown(data[kind])
        return str(data[kind]) if kind == "text/html" else self._printed(data[kind])

    def _printed(self, text: str) -> str:
        return f"<pre{self.attributes}>{ansi2html(text)}</pre>"

    def _image(self, kind: str, data: str, alt: str) -> str:
        return f'<img{self.attributes} alt="{html.escape(alt)}" src="data:{kind};base64,{data}">'


def render_code(source: str) -> str:
    """Return Python code as HTML, in the colours of :func:`code_style`."""
    return str(Highlight2HTML(pygments_lexer="python3")(source))


def code_style() -> str:
    """Return the CSS for code."""
    return str(HtmlFormatter(style="default").get_style_defs(".highlight"))


def script_safe(script: str) -> str:
    """Return a script that a page may hold: without what would end it or hide its end."""
    return re.sub(r"<(?=/script|!--)", r"\\x3c", script, flags=re.IGNORECASE)
