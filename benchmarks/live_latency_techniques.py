"""The notebooks that ``live_latency.py`` compares: one figure, several ways to follow a slider."""

MOST = 250  # the slider goes from 0 to this

COMMON = f"""
import numpy as np, ipywidgets
from IPython.display import display
from matplotlib.patches import Rectangle

rng = np.random.default_rng(0)
x = np.linspace(-3, 3, 400)
steps = np.arange(500)
wobble = np.exp(rng.normal(0, 0.03, 500))
points = rng.uniform(-3, 3, 200), rng.normal(0, 1, 200)

def compute(k):
    part = k / {MOST}
    return 2 * np.sin((1 + part) * x), wobble * np.exp(-steps * (0.002 + 0.02 * part)) + 0.02

def colour(k):
    return "#%02x%02x%02x" % (16 + 32 * (k % 8), 16 + 32 * (k // 8 % 8), 16 + 64 * (k // 64))

def build(figure, k):
    axes, loss_axes = figure.subplots(1, 2)
    figure.subplots_adjust(left=0.07, right=0.98, top=0.9, bottom=0.14, wspace=0.2)
    axes.scatter(*points, s=12, color="tab:gray", label="data")
    axes.set(xlim=(-3, 3), ylim=(-4, 4), title="fit", xlabel="x", ylabel="y")
    loss_axes.set(xlim=(0, 500), ylim=(1e-2, 2), yscale="log", title="loss", xlabel="step")
    y, loss = compute(k)
    curve, = axes.plot(x, y, "tab:red", lw=2)
    loss_curve, = loss_axes.plot(steps, loss, "tab:blue", lw=1)
    patch = figure.add_artist(Rectangle((0, 0.9), 0.05, 0.1, transform=figure.transFigure, lw=0,
                                        antialiased=False, color=colour(k)))
    return curve, loss_curve, patch

def move(artists, k):
    curve, loss_curve, patch = artists
    y, loss = compute(k)
    curve.set_ydata(y)
    loss_curve.set_ydata(loss)
    patch.set_color(colour(k))

def slider():
    return ipywidgets.IntSlider(100, 0, {MOST}, layout=ipywidgets.Layout(width="700px"))
"""

_LIVE = """
from matplotlib.figure import Figure
from lessonlib.live import live
figure = Figure(figsize=(9, 3.5))
artists = build(figure, 100)
def show(k):
    move(artists, k)
    return f"k = {k}"
wave = live(figure, show, title="fit and loss", k=slider())
display(wave)
"""

_AHEAD = """
from lessonlib.live import settings
settings.frames_ahead = True  # lab_server.py says no
"""

# The same picture, of a network with H = 10 that is trained anew at each move.
_RETRAIN = f"""
from lessonlib.networks import forward, initialize_weights
from lessonlib.training import train
at = np.linspace(-3, 3, 100)
targets = 2 * np.sin(at) + rng.normal(0, 0.2, 100)
start = initialize_weights(10, rng)

def compute(k):
    result = train(start, at, targets, 0.01 + 0.1 * k / {MOST}, 500)
    return forward(result.weights, x), result.losses[:-1]
"""

# The figure of the course that takes longest to draw, with the coloured patch.
_HEAVIEST = """
from lessonlib.figures import lesson2
wave = lesson2.approximation()
drawn = wave._picture.figure
patch = drawn.add_artist(Rectangle((0, 0.9), 0.05, 0.1, transform=drawn.transFigure, lw=0,
                                   antialiased=False, zorder=9))
show, name = wave._show, next(iter(wave.controls))
def show_patch(**values):
    patch.set_color(colour(values[name]))
    return show(**values)
wave._show = show_patch
wave.redraw()
display(wave)
"""

# For the memory: two sliders, so that what one has computed ahead is void when the other moves.
TWO_SLIDERS = f"""{_AHEAD}
from matplotlib.figure import Figure
from lessonlib.live import live
figure = Figure(figsize=(9, 3.5))
artists = build(figure, 100)
def show(k, size):
    move(artists, k)
    artists[0].set_linewidth(size / 10)
    return f"k = {{k}}, {{size / 10}} points"
wave = live(figure, show, title="fit and loss", k=slider(), size=(5, 60))
display(wave)
"""

TECHNIQUES = {
    "interact": """
%matplotlib inline
import matplotlib.pyplot as plt
def show(k):
    build(plt.figure(figsize=(9, 3.5), dpi=100), k)
    plt.show()
ipywidgets.interact(show, k=slider());
""",
    "ipympl": """
%matplotlib widget
import matplotlib.pyplot as plt
with plt.ioff():
    figure = plt.figure(figsize=(9, 3.5), dpi=100)
figure.canvas.header_visible = figure.canvas.toolbar_visible = figure.canvas.footer_visible = False
artists, control = build(figure, 100), slider()
def update(change):
    move(artists, change.new)
    figure.canvas.draw_idle()
control.observe(update, "value")
display(ipywidgets.VBox([control, figure.canvas]))
""",
    "live": _AHEAD + _LIVE,
    "live-trip": _LIVE,
    "retrain": _AHEAD + _RETRAIN + _LIVE,
    "retrain-trip": _RETRAIN + _LIVE,
    "heaviest-trip": _HEAVIEST,
    "empty": """
import anywidget, traitlets
class Patch(anywidget.AnyWidget):
    _esm = '''export default { render({ model, el }) {
      const patch = document.createElement("div");
      patch.style.cssText = "width: 60px; height: 60px";
      const paint = () => { patch.style.background = model.get("colour"); };
      model.on("change:colour", paint); paint(); el.append(patch);
    } };'''
    colour = traitlets.Unicode(colour(100)).tag(sync=True)
patch, control = Patch(), slider()
control.observe(lambda change: setattr(patch, "colour", colour(change.new)), "value")
display(ipywidgets.VBox([control, patch]))
""",
}
