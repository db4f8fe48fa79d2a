"""The drawing on the home page: the network from the shop floor to the applications, as calm lines."""

from generator.markup import Html, Template, fill
from generator.site.view import View, join

_NODE = Template('<g><circle class="p-node p-node--{tone}" cx="{x}" cy="{y}" r="{r}"/>{text}</g>')
_TEXT = Template('<text class="p-text" x="{x}" y="{y}">{text}</text>')
_LINE = Template('<path class="p-line{style}" d="{d}"/>')


def hero_picture(view: View) -> Html:
    """An SVG that says at a glance: devices, access, edge, core, applications."""
    labels = (
        view.say("现场", "Site"),
        view.say("5G 接入", "5G access"),
        view.say("边缘计算", "Edge"),
        view.say("应用", "Applications"),
    )
    columns = (60, 170, 280, 390)
    rows = ((70, 120, 170, 220), (95, 195), (145,), (80, 145, 210))
    lines, nodes = [], []
    for left, right, starts, ends in zip(columns, columns[1:], rows, rows[1:], strict=False):
        for start in starts:
            for end in ends:
                if len(starts) > 2 and abs(start - end) > 80:
                    continue
                middle = (left + right) / 2
                style = " p-line--wide" if len(ends) == 1 else ""
                lines.append(
                    _LINE.format(
                        style=style, d=f"M{left} {start} C{middle:.0f} {start} {middle:.0f} {end} {right} {end}"
                    )
                )
    for index, (x, ys, label) in enumerate(zip(columns, rows, labels, strict=True)):
        for y in ys:
            nodes.append(
                _NODE.format(tone=index, x=x, y=y, r=22 if len(ys) == 1 else 11 if index in (0, 3) else 15, text="")
            )
        nodes.append(_TEXT.format(x=x, y=270, text=label))
    return fill(
        '<svg class="picture" viewBox="0 0 450 290" role="img" aria-label="{}">{}{}</svg>',
        view.say("从现场到应用的 5G 内网示意图", "A 5G intranet from the site to applications"),
        join(lines),
        join(nodes),
    )
