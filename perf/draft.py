"""Writes a large group standard's draft, and the same with a tenth of its clauses changed: seeded, so always the same.

    python perf/draft.py FOLDER [--chapters 30] [--seed 1]

A chapter has five titled clauses of four provisions each, every one with a table and most with prose, notes, lists,
references or a formula: 30 chapters are 600 provisions, 600 tables and about 440 KB, the size of the largest
standards of this field. The words are those of `synthetic.py`, the verbs and the elements those that standards need.
"""

import argparse
import random
import shutil
import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from perf.synthetic import NOUNS, TIES, VERBS

ROOT = Path(__file__).resolve().parent.parent
SLUG = "large-standard"
CHAPTERS = 30
TITLED, EACH = 5, 4
"""Titled clauses of a chapter, and provisions of each."""
CHANGED = 0.1
ASPECTS = ("architecture", "function", "performance", "security", "interoperability")
KEPT = ("vocabularies", "scenarios", "industries", "metrics")

_KINDS = (("requirement", "应"), ("requirement", "应"), ("requirement", "不应"), ("recommendation", "宜"), ("permission", "可"))  # fmt: skip
_REFERENCES = ("GB/T 4208　外壳防护等级（IP代码）", "GB/T 22239　信息安全技术　网络安全等级保护基本要求",
               "3GPP TS 22.104　业务要求", "3GPP TS 23.501　系统架构", "3GPP TS 33.501　安全架构和流程")  # fmt: skip
_FRONT = """\
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例工业互联网产业促进会提出并归口。

本文件起草单位：示例工业网络研究院、示例通信运营有限公司。

# 范围 {#c-scope}

本文件规定了工业企业5G内网成套设备的技术要求，描述了对应的证实方法。

本文件适用于工业企业5G内网成套设备的设计、选型、集成和验收，典型取值见[@annex-values]。

# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

"""
_STANDARD = """\
name:
  zh: 示例工业企业5G内网成套设备通用要求
  en: General requirements for measuring
summary:
  zh: 测量速度用的示例标准
  en: An invented standard for measuring
status: drafting
history:
  - {to: proposal, date: 2025-01-06, role: society}
  - {to: initiation, date: 2025-02-10, role: society}
  - {to: drafting, date: 2025-03-10, role: working-group}
owner: example-society
example: true
society: example-society
function: specification
ics: "33.040.40"
ccs: M 32
aspects: [architecture, function, performance, security, interoperability]
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--chapters", type=int, default=CHAPTERS)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    repository(options.folder, options.chapters, options.seed)


def repository(root: Path, chapters: int = CHAPTERS, seed: int = 1) -> Path:
    """A repository at `root` (made anew): the draft is committed, the changed one lies in the working tree. Returns its folder."""
    shutil.rmtree(root, ignore_errors=True)
    catalog, folder = root / "catalog", root / "standards" / SLUG
    for path in (catalog / "organisations", folder):
        path.mkdir(parents=True)
    for file in (ROOT / "catalog").glob("*.yaml"):
        shutil.copy(file, catalog)
    for kind in KEPT:
        shutil.copytree(ROOT / "catalog" / kind, catalog / kind)
    (catalog / "redirects.yaml").write_text("redirects: []\n", encoding="utf-8")
    shutil.copy(ROOT / "catalog" / "organisations" / "example-society.yaml", catalog / "organisations")
    (folder / "standard.yaml").write_text(_STANDARD, encoding="utf-8")
    _git(root, "init", "--quiet")
    put(folder, markdown(chapters, seed))
    _git(root, "add", "--all")
    _git(root, "-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "--quiet", "-m", "The draft")
    put(folder, markdown(chapters, seed, CHANGED))
    return folder


def put(folder: Path, text: str) -> None:
    """Write a draft and its lock into the standard's folder. Raises ValueError where the draft has errors."""
    from generator.diagnostics import Severity
    from generator.drafts.lock import lock_of
    from generator.drafts.read import read_draft

    draft, problems = read_draft("draft.md", text.encode())
    errors = [finding for code, finding in problems if code.severity is Severity.ERROR]
    if draft is None or errors:
        raise ValueError(errors)
    (folder / "draft.md").write_text(text, encoding="utf-8")
    (folder / "provisions.lock.yaml").write_text(lock_of(draft, None), encoding="utf-8")


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(("git", "-C", str(root), *arguments), check=True)


def markdown(chapters: int = CHAPTERS, seed: int = 1, changed: float = 0.0) -> str:
    """The draft; with `changed`, that share of its leaf clauses is changed: reworded, another value, gone, new or moved."""
    parts = [_FRONT, *(f"{line}\n\n" for line in _REFERENCES), _terms(seed)]
    for chapter in range(1, chapters + 1):
        parts.append(f"# {_title(random.Random(f'{seed}/{chapter}'))}要求 {{#c-{chapter}}}\n\n")
        for titled in range(1, TITLED + 1):
            name = f"{chapter}-{titled}"
            parts.append(f"## {_title(random.Random(f'{seed}/{name}'))} {{#c-{name}}}\n\n")
            parts += _clauses(name, chapter, seed, changed)
    return "".join((*parts, _annex("informative", "数据", seed), _BIBLIOGRAPHY))


_BIBLIOGRAPHY = "# 参考文献 {#c-bibliography}\n\nYD/T 3628　5G移动通信网　安全技术要求\n"


def _clauses(name: str, chapter: int, seed: int, changed: float) -> list[str]:
    made = [_clause(f"{name}-{at}", chapter, seed) for at in range(1, EACH + 1)]
    for at in range(EACH):
        dice = random.Random(f"{seed}/{name}-{at}/changed")
        if dice.random() >= changed:
            continue
        match dice.randrange(5):
            case 0:
                made[at] = made[at].replace("终端", "接入终端", 1).replace("，并", "，同时", 2)
            case 1:
                made[at] = made[at].replace(" ms", " s", 1).replace("| L2 | ", "| L2 | 1", 1)
            case 2:
                made[at] = ""
            case 3:
                made[at] += _clause(f"{name}-{at + 1}-new", chapter, seed)
            case _:
                made[at], made[at - 1] = made[at - 1], made[at]
    return made


def _clause(name: str, chapter: int, seed: int) -> str:
    dice = random.Random(f"{seed}/{name}")
    kind, verb = dice.choice(_KINDS)
    subject, aspect = dice.choice(NOUNS), ASPECTS[chapter % len(ASPECTS)]
    text = f"用于{_phrase(dice)}的{subject}{verb}支持{_phrase(dice)}，{_prose(dice, 54)}各级的值见[@tbl-{name}]。"
    parts = [f"### {{#c-{name}}}\n\n::: {{.provision #p-{name} kind={kind} aspect={aspect}}}\n{text}\n"]
    which = dice.randrange(10)
    if which < 2:
        parts.append("\n" + _formula(name, dice))
    elif which < 4:
        parts.append("\n::: note\n" + f"{_prose(dice, 30).rstrip('，')}。\n:::\n")
    elif which == 4:
        parts[-1] = parts[-1].rstrip("。\n") + "，并按下列方面说明：\n"
        parts.append("\n" + "".join(f"- {_phrase(dice)}；\n" for _ in range(3)) + f"- {_phrase(dice)}。\n")
    elif which == 5:
        parts.append(f"\n试验方法按GB/T 4208的规定，结果见[@tbl-{name}]和[@c-{chapter}-1]。\n")
    parts.append(":::\n\n" + _table(name, subject, dice))
    return "".join(parts)


def _table(name: str, subject: str, dice: random.Random) -> str:
    rows = [f"表：{subject}的等级 {{#tbl-{name}}}\n\n| 等级 | 上限/ms | 业务 | 取值来源 |\n|:-:|:-:|---|---|\n"]
    for at in range(1, dice.randrange(3, 5)):
        source = "3GPP TS 22.104" if at == 1 or dice.random() < 0.4 else "^^"
        rows.append(f"| L{at} | {dice.randrange(1, 200)} | {_phrase(dice)} | {source} |\n")
    return "".join(rows) + "\n"


def _formula(name: str, dice: random.Random) -> str:
    letter, number = dice.choice("TRACM"), dice.randrange(2, 90)
    return (
        f"按[@eq-{name}]计算：\n\n$${letter}_{{{number}}} = \\sum_{{i=1}}^{{n}} \\frac{{t_i}}{{{number}}}$$ {{#eq-{name}}}\n\n"
        f"式中：\n\n${letter}_{{{number}}}$——{_phrase(dice)}的值，单位为毫秒（ms）；\n\n$n$——测量的次数；\n\n"
        f"$t_i$——第$i$次测量的值，单位为毫秒（ms）。\n"
    )


def _terms(seed: int) -> str:
    dice = random.Random(f"{seed}/terms")
    parts = ["# 术语和定义 {#c-terms}\n\n下列术语和定义适用于本文件。\n\n"]
    names = [f"{noun}{verb}" for noun, verb in zip(dice.sample(NOUNS, 40), 2 * VERBS, strict=False)]
    for at, name in enumerate(names, 1):
        parts.append(
            f'::: {{.term #t-{at} en="example term {at}"}}\n{name}\n\n为{_phrase(dice)}而进行的{dice.choice(VERBS)}。\n:::\n\n'
        )
    return "".join(parts)


def _annex(nature: str, title: str, seed: int) -> str:
    dice = random.Random(f"{seed}/annex")
    parts = [f"# {title} {{#annex-values .annex nature={nature}}}\n\n"]
    for at in range(1, 4):
        parts.append(f"## {_title(dice)} {{#c-a-{at}}}\n\n取值见[@tbl-a-{at}]。\n\n{_table(f'a-{at}', '数据', dice)}")
    return "".join(parts)


def _title(dice: random.Random) -> str:
    return f"{dice.choice(NOUNS)}{dice.choice(VERBS)}"


def _phrase(dice: random.Random) -> str:
    return f"{dice.choice(NOUNS)}{dice.choice(VERBS)}{dice.choice(NOUNS)}"


def _prose(dice: random.Random, length: int) -> str:
    made = ""
    while len(made) < length:
        made += f"{dice.choice(TIES)}{_phrase(dice)}，"
    return made


if __name__ == "__main__":
    main()
