"""Keys for the widget that has the focus.

JupyterLab's command mode takes letters and arrow keys from the buttons and
sliders of an output: "a" on a quiz's button would insert a cell, and arrow
keys would move between cells and not along a slider.
"""

import anywidget
import ipywidgets

_CLASS = "keeps-its-keys"
# JupyterLab looks for the attribute from the focused element upwards, but stops at the first one
# that a shortcut's selector matches: mostly the focused element itself. So that one must have it.
_JAVASCRIPT = f"""
function render({{ el }}) {{
  el.style.display = "none";
  const listen = () => {{
    // The element may enter the page some frames after it was made.
    const box = el.closest(".{_CLASS}");
    if (!box) {{ requestAnimationFrame(listen); return; }}
    box.addEventListener("focusin", (event) => {{
      event.target.setAttribute("data-lm-suppress-shortcuts", "true");
    }});
    box.classList.add("{_CLASS}-now");
  }};
  listen();
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
