"""Settings of Sphinx for the reading site; ``tools/site_pages.py`` puts the pages beside it."""

from pathlib import Path

project = "Neural networks, live"
language = "en"
extensions = ["myst_nb"]
if any(Path(__file__).parent.glob("api/index.*")):
    extensions.append("site_api")

nb_execution_mode = "off"
nb_merge_streams = True
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_dmath_double_inline = True
suppress_warnings = ["mystnb.unknown_mime_type"]
exclude_patterns = ["**/README.md"]

html_theme = "sphinx_book_theme"
html_title = project
html_static_path = ["_static"]
html_favicon = "_static/favicon.svg"
html_css_files = ["live.css", "pages.css"]
html_js_files = ["player.js", "pages.js"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
html_theme_options = {
    "use_download_button": False,
    "use_fullscreen_button": False,
    "show_navbar_depth": 1,
    "show_toc_level": 2,
    "home_page_in_toc": True,
    "navbar_persistent": [],  # the search field stands in the sidebar
}
html_context = {"default_mode": "auto"}
# A copy from npm: a reader without a network has formulas too.
mathjax_path = "mathjax/tex-svg.js"
mathjax3_config = {"svg": {"fontCache": "local"}, "options": {"enableMenu": False}}
