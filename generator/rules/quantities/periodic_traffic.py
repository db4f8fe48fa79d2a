"""A metric of periodic traffic is used without saying that the traffic is periodic.

Update time and transfer interval are defined for periodic traffic only (3GPP TS 22.104, Annex C): a sensor
that sends every 10 ms has one, a file transfer has none. A metric says so with `traffic: periodic`.

State it in the quantity's `condition`, as in "周期性业务，周期 10 ms". Where there is no condition, the words may
stand in the slot's name or note, or in the entry's name, summary or description. The words that count are
the parameter `words`; 非周期 and "aperiodic" are not among them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.diagnostics import Finding, Pointer, Severity
from generator.project import Entry, Project
from generator.rules.places import statements, value_at
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{metric}”只适用于周期性业务，但此处没有说明业务是周期性的",
    en="'{metric}' applies to periodic traffic only, and nothing here says that the traffic is periodic",
    help_zh="请在 condition 中写明周期性业务及其周期；非周期业务请改用其他指标。",
    help_en="Say so in `condition`, with the period; for other traffic use another metric.",
    page_zh="""
周期性业务的指标用在了没有说明业务类型的地方。

更新时间和传送间隔只对周期性业务有定义（3GPP TS 22.104 附录 C）：每 10 ms 发送一次的传感器有更新时间，文件传输没有。指标条目用 `traffic: periodic` 表明这一点。

请在该数值的 `condition` 中写明，例如“周期性业务，周期 10 ms”。没有条件字段时，也可以写在槽位的名称或说明，或条目的名称、摘要、说明里。

所认的词由参数 `words` 规定；“非周期”不算。
""",
)

_FILE = """\
--- catalog/products/sensor.yaml
name:
  zh: 振动传感器
vendor: acme
category: gateway
capabilities:
  - metric: update-time
    max: 10
    unit: ms
"""
GOOD = _FILE + "    condition:\n      zh: 周期性业务，周期 10 ms\n"
BAD = _FILE

WORDS = ("周期", "periodic")
_NEGATED = re.compile(r"(非|不|无)周期|(a|non-?\s?|not )periodic", re.IGNORECASE)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for pointer, statement, slug in statements(entry):
        metric = project.get(f"metrics/{slug}")
        if metric and metric.data.get("traffic") == "periodic":
            words = project.parameter("periodic-traffic", "words", WORDS)
            if not _says(_texts(entry, pointer, statement), words):
                yield entry.at(*pointer, "metric", metric=metric.name)


def _texts(entry: Entry, pointer: Pointer, statement: dict[str, Any]) -> Iterator[Any]:
    if "condition" in statement:
        yield statement["condition"]
        return
    around = value_at(entry.data, pointer[:2])
    for place in (entry.data, around if isinstance(around, dict) else {}):
        yield from (place.get(key) for key in ("name", "summary", "description", "note"))


def _says(texts: Iterable[Any], words: Iterable[str]) -> bool:
    plain = (t for text in texts if isinstance(text, dict) for t in text.values() if isinstance(t, str))
    return any(word in _NEGATED.sub("", text).lower() for text in plain for word in words)


RULE = Rule(
    "C102",
    "periodic-traffic",
    Severity.ERROR,
    Scope.LINKS,
    check,
    TEXT,
    GOOD,
    BAD,
    waivable=True,
    parameters={"words": WORDS},
)
