"""An architecture as an SVG: layers as lanes from the site up to applications, slots as boxes, connections as lines.

On a phone the drawing is left out: the slots' cards, which stand below it in the same order, say the same.
"""

from collections.abc import Mapping, Sequence

from generator.markup import Html, Template
from generator.model.architecture import Architecture, Slot
from generator.site import words
from generator.site.view import View, join

LAYERS = ("application", "core", "edge", "access", "site")

_WIDTH, _LANE, _NAME = 760, 96, 84
_BOX_H, _GAP, _BOX_MAX = 56, 16, 190

_FIGURE = Template(
    '<figure class="diagram"><div class="wide" role="region" aria-label="{label}" tabindex="0">'
    '<svg viewBox="0 0 {width} {height}" class="diagram__svg" role="img" aria-label="{label}">{body}</svg></div>'
    "<figcaption>{caption}</figcaption></figure>"
)
_RECT_LANE = Template(
    '<rect class="d-lane" x="0" y="{y}" width="{w}" height="{h}" rx="6"/><text class="d-lane-name" x="14" y="{ty}">{name}</text>'
)
_BOX = Template(
    '<g><title>{title}</title><rect class="d-box d-box--{layer}{ghost}" x="{x}" y="{y}" width="{w}" height="{h}" rx="6"/>'
    '{label}<text class="d-sub" x="{cx}" y="{sy}">{sub}</text></g>'
)
_LABEL = Template('<text class="d-label" x="{}" y="{}">{}</text>')
_LINE = Template('<path class="d-line" d="M{x1} {y1} C{x1} {m} {x2} {m} {x2} {y2}"><title>{title}</title></path>')


def architecture_diagram(view: View, model: Architecture, fills: Mapping[str, Sequence[object]] | None = None) -> Html:
    """The picture of an architecture; slots that a solution leaves empty are drawn faint."""
    lanes = [layer for layer in LAYERS if any(slot.layer == layer for slot in model.slots)]
    boxes: dict[str, tuple[float, float, float, float]] = {}
    for row, layer in enumerate(lanes):
        slots = [slot for slot in model.slots if slot.layer == layer]
        width = min(_BOX_MAX, (_WIDTH - _NAME - 20 - _GAP * (len(slots) - 1)) / len(slots))
        total = width * len(slots) + _GAP * (len(slots) - 1)
        left = _NAME + (_WIDTH - _NAME - 12 - total) / 2
        for column, slot in enumerate(slots):
            boxes[slot.id] = (left + column * (width + _GAP), row * (_LANE + 8) + 20, width, _BOX_H)
    height = len(lanes) * (_LANE + 8)
    body = [
        _RECT_LANE.format(
            y=row * (_LANE + 8),
            w=_WIDTH,
            h=_LANE,
            ty=row * (_LANE + 8) + _LANE / 2 + 5,
            name=words.choice("layer", layer, view.lang),
        )
        for row, layer in enumerate(lanes)
    ]
    for connection in model.connections:
        if connection.start in boxes and connection.end in boxes:
            body.append(_line(view, boxes[connection.start], boxes[connection.end], connection.technology))
    body += [_box(view, slot, boxes[slot.id], fills) for slot in model.slots]
    label = view.say("网络架构图", "Diagram of the architecture")
    technologies = sorted({c.technology for c in model.connections})
    caption = view.say("连线：", "Lines: ") + view.say("、", ", ").join(
        view.term_text("connection-technologies", t) for t in technologies
    )
    return _FIGURE.format(
        label=label, width=_WIDTH, height=height - 8, body=join(body), caption=caption if technologies else label
    )


def _box(
    view: View, slot: Slot, box: tuple[float, float, float, float], fills: Mapping[str, Sequence[object]] | None
) -> Html:
    x, y, w, h = box
    name = slot.name.of(view.lang)
    fit = int(w / (8.8 if view.lang == "en" else 13.5))
    if fills is None:
        sub = words.choice("fill", slot.fill, view.lang)
    else:
        count = len(fills.get(slot.id, ()))
        sub = (
            view.say(f"{count} 种产品", f"{count} product{'s' if count != 1 else ''}")
            if count
            else view.say("未填充", "empty")
        )
    ghost = " d-box--ghost" if fills is not None and not fills.get(slot.id) else ""
    lines = _two_lines(name, fit)
    first = 24 if len(lines) == 1 else 17
    label = join(_LABEL.format(_n(x + w / 2), _n(y + first + 15 * i), line) for i, line in enumerate(lines))
    return _BOX.format(
        title=name, layer=slot.layer, ghost=ghost, x=_n(x), y=_n(y), w=_n(w), h=h,
        cx=_n(x + w / 2), sy=_n(y + (42 if len(lines) == 1 else 48)), label=label, sub=sub,
    )  # fmt: skip


def _two_lines(name: str, fit: int) -> tuple[str, ...]:
    """A name as one line of `fit` characters or as two, parted at a blank where there is one; cut where two are short."""
    if len(name) <= fit:
        return (name,)
    at = name.rfind(" ", 1, fit + 1)
    first, rest = (name[:at], name[at + 1 :]) if at > 0 else (name[:fit], name[fit:])
    return (first, rest if len(rest) <= fit else rest[: max(1, fit - 1)] + "…")


def _line(
    view: View, a: tuple[float, float, float, float], b: tuple[float, float, float, float], technology: str
) -> Html:
    if a[1] > b[1]:
        a, b = b, a
    x1, x2 = a[0] + a[2] / 2, b[0] + b[2] / 2
    y1, y2 = (a[1] + a[3], b[1]) if a[1] != b[1] else (a[1] + a[3], b[1] + b[3])
    middle = (y1 + y2) / 2 if a[1] != b[1] else y1 + 16
    title = view.term_text("connection-technologies", technology)
    return _LINE.format(x1=_n(x1), y1=_n(y1), x2=_n(x2), y2=_n(y2), m=_n(middle), title=title)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
