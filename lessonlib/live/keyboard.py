"""Keys for the widget that has the focus.

JupyterLab's command mode takes letters and arrow keys from the buttons and
sliders of an output: "a" on a quiz's button would insert a cell, and arrow
keys would move between cells and not along a slider. Keys that are pressed
with Ctrl, Alt or Cmd stay JupyterLab's, such as those that save.
"""

import anywidget
import ipywidgets

_CLASS = "keeps-its-keys"
# JupyterLab looks for the attribute from the focused element upwards, but stops at the first one
# that a shortcut's selector matches: mostly the focused element itself. So that one must have it.
_JAVASCRIPT = f"""
function render({{ el }}) {{
  el.style.display = "none";
  const mark = (event) => {{
    if (!el.closest(".{_CLASS}")?.contains(event.target)) return;
    const isPlain = !(event.ctrlKey || event.altKey || event.metaKey);
    event.target.toggleAttribute("data-lm-suppress-shortcuts", isPlain);
  }};
  window.addEventListener("keydown", mark, true); // before JupyterLab sees the key
  return () => window.removeEventListener("keydown", mark, true);
}}
export default {{ render }};
"""


class _Guard(anywidget.AnyWidget):  # type: ignore[misc]
    """Lets whatever is focused in its box keep the keys that are pressed."""

    _esm = _JAVASCRIPT


def keep_keys(box: ipywidgets.Box) -> None:
    """Let the widgets of a box have the keys that are pressed in it.

    Parameters
    ----------
    box : ipywidgets.Box
        Gets one more child, which is not seen.
    """
    box.add_class(_CLASS)
    box.children = (*box.children, _Guard())
