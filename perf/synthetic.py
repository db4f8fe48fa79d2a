"""Writes a synthetic catalogue of N entries, for measuring: the real proportions of kinds and links, seeded.

    python perf/synthetic.py FOLDER N [--characters 400] [--seed 1]

Settings, code lists and the code-list kinds are the repository's own; all else is made up from a small
stock of the field's words, so that texts have a realistic length, alphabet and repetition.
"""

import argparse
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ("vocabularies", "scenarios", "industries", "metrics")
SHARES = {
    "organisations": 0.15, "products": 0.45, "solutions": 0.14, "architectures": 0.03, "parks": 0.03,
    "benchmarks": 0.04, "listings": 0.11, "certificates": 0.05,
}  # fmt: skip
"""The share of each kind, as in a catalogue with many vendors."""

CITIES = (
    "guangzhou",
    "shenzhen",
    "zhuhai",
    "foshan",
    "huizhou",
    "dongguan",
    "zhongshan",
    "jiangmen",
    "zhanjiang",
    "zhaoqing",
)
SCENARIOS = ("mobile-robot", "park-logistics", "information-collection", "remote-maintenance-control", "video-surveillance", "quality-inspection")  # fmt: skip
INDUSTRIES = ("electronics", "home-appliances", "petrochemical", "steel", "shipbuilding", "automotive", "equipment")
CATEGORIES = ("gateway", "cpe", "module", "camera", "sensor", "mec-platform", "upf")
NOUNS = [
    "车间",
    "产线",
    "网关",
    "基站",
    "终端",
    "园区",
    "设备",
    "机器人",
    "摄像机",
    "传感器",
    "平台",
    "边缘节点",
    "核心网",
    "用户面",
    "切片",
    "专网",
    "内网",
    "时延",
    "可靠性",
    "带宽",
    "上行速率",
    "连接",
    "并发",
    "控制器",
    "调度系统",
    "质检工位",
    "仓库",
    "货架",
    "堆场",
    "龙门吊",
    "机床",
    "注塑机",
    "冲压线",
    "焊接单元",
    "涂装线",
    "检测站",
    "能源表计",
    "工业以太网",
    "现场总线",
    "数据采集",
    "视频流",
    "点云",
    "模型",
    "算法",
    "工单",
    "备件",
    "巡检路线",
    "安全域",
    "防火墙",
    "认证",
    "密钥",
    "日志",
    "告警",
    "看板",
    "接口",
]
VERBS = [
    "接入",
    "采集",
    "上传",
    "转发",
    "隔离",
    "调度",
    "识别",
    "检测",
    "定位",
    "控制",
    "监测",
    "预警",
    "分析",
    "汇聚",
    "备份",
    "切换",
    "校验",
    "加密",
    "同步",
    "存储",
    "回放",
    "联动",
    "部署",
    "扩容",
]
TIES = ["并", "再", "从而", "同时", "在此基础上", "按工序", "按班次", "在本地", "经边缘节点", "通过统一接口"]
MARKS = "，，，；。"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("entries", type=int)
    parser.add_argument("--characters", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    made = write(options.folder, options.entries, options.characters, options.seed)
    sys.stdout.write(f"{made} entries in {options.folder}\n")


def write(folder: Path, entries: int, characters: int = 400, seed: int = 1) -> int:
    """Make the repository at `folder`, which must not exist. Returns how many entries were made up."""
    catalog = folder / "catalog"
    catalog.mkdir(parents=True)
    for path in (ROOT / "catalog").glob("*.yaml"):
        shutil.copy(path, catalog)
    for kind in KEPT:
        shutil.copytree(ROOT / "catalog" / kind, catalog / kind)
    (catalog / "redirects.yaml").write_text("redirects: []\n", encoding="utf-8")
    counts = {kind: max(1, round(entries * share)) for kind, share in SHARES.items()}
    (catalog / "vouchers").mkdir()
    (catalog / "schemes").mkdir()
    (catalog / "vouchers" / "example-voucher.yaml").write_text(VOUCHER, encoding="utf-8")
    (catalog / "schemes" / "example-scheme.yaml").write_text(SCHEME, encoding="utf-8")
    for kind, count in counts.items():
        (catalog / kind).mkdir()
        for number in range(count):
            dice = random.Random(f"{seed}/{kind}/{number}")
            text = head(kind, number, dice) + MAKERS[kind](number, counts, dice) + tail(characters, dice)
            (catalog / kind / f"{slug(kind, number)}.yaml").write_text(text, encoding="utf-8")
    return sum(counts.values())


def slug(kind: str, number: int) -> str:
    return f"example-{kind[:3]}-{number:06}"


def one(kind: str, counts: dict[str, int], dice: random.Random) -> str:
    """The id of some entry of a kind; a few are linked to much more often than most."""
    return slug(
        kind,
        min(int(dice.paretovariate(0.9)) - 1, counts[kind] - 1)
        if dice.random() < 0.3
        else dice.randrange(counts[kind]),
    )


def each(kind: str, number: int, counts: dict[str, int], dice: random.Random) -> str:
    """The same, but the first links name one entry after another, so that nothing links to none of them."""
    return slug(kind, number) if number < counts[kind] else one(kind, counts, dice)


def sentence(length: int, dice: random.Random) -> str:
    """Chinese prose of about `length` characters."""
    parts: list[str] = []
    size = 0
    while size < length:
        part = (
            dice.choice(NOUNS)
            + dice.choice(VERBS)
            + dice.choice(NOUNS)
            + dice.choice(("", dice.choice(TIES)))
            + dice.choice(MARKS)
        )
        parts.append(part)
        size += len(part)
    return "".join(parts).rstrip("，；。") + "。"


def head(kind: str, number: int, dice: random.Random) -> str:
    name = f"示例{dice.choice(NOUNS)}{dice.choice(VERBS)}{dice.choice(NOUNS)}{number}号"
    status = "status: approved\nhistory:\n" if kind not in ("parks", "certificates") else ""
    if status:
        steps = ("draft", "submitted", "in-review", "approved")
        status += "".join(
            f"  - {{to: {step}, date: 2025-0{i + 1}-1{dice.randrange(10)}}}\n" for i, step in enumerate(steps)
        )
    folder = kind.removesuffix("s")
    return (
        f"# yaml-language-server: $schema=../../schemas/v1/{folder}.schema.json\n"
        f"name:\n  zh: {name}\n  en: Example {kind} {number}\n"
        f"summary:\n  zh: {sentence(40, dice)}\n  en: An invented entry for measuring, number {number}.\n{status}"
    )


def tail(characters: int, dice: random.Random) -> str:
    paragraphs = "\n\n".join(f"    {sentence(characters // 3, dice)}" for _ in range(3))
    return f"description:\n  zh: |\n{paragraphs}\n  en: |\n    An invented description for measuring.\n"


def organisation(number: int, counts: dict[str, int], dice: random.Random) -> str:
    kind = dice.choice(("operator", "service-provider", "equipment-maker", "industrial-enterprise", "research"))
    return f"example: true\ntypes: [{kind}]\ncity: {dice.choice(CITIES)}\n"


def owner(number: int, counts: dict[str, int], dice: random.Random) -> tuple[str, str]:
    vendor = each("organisations", number, counts, dice)
    return f"owner: {vendor}\nexample: true\n", f"vendor: {vendor}\n"


def product(number: int, counts: dict[str, int], dice: random.Random) -> str:
    owned, vendor = owner(number, counts, dice)
    text = (
        owned
        + vendor
        + f'category: {CATEGORIES[number % len(CATEGORIES)]}\nmodel: EX-{number}\nversion: "1.{dice.randrange(10)}"\n'
    )
    text += (
        f"capabilities:\n  - {{metric: end-to-end-latency, max: {dice.randrange(5, 20)}, unit: ms, statistic: p99}}\n"
        f"  - {{metric: uplink-data-rate, min: {dice.randrange(20, 300)}, unit: mbit-s}}\n"
        f"  - {{metric: concurrent-connections, min: {dice.randrange(10, 900)}, unit: each}}\n"
        f"features: [edge-computing, open-api]\n"
        f"prices:\n  - {{id: hardware, dimension: device, charge: once, amount: {dice.randrange(500, 90000)}.00}}\n"
        f"  - {{id: link, dimension: connection, charge: recurring, period: month, amount: {dice.randrange(5, 90)}.50}}\n"
        f"available_in: [{', '.join(dice.sample(CITIES, 3))}]\n"
    )
    if number > 10 and dice.random() < 0.3:
        text += f"depends_on: [{slug('products', dice.randrange(number))}]\n"
    return text


def architecture(number: int, counts: dict[str, int], dice: random.Random) -> str:
    return (
        "owner: " + one("organisations", counts, dice) + "\nexample: true\n"
        "network_mode:\n  isolation: hybrid\n  upf: on-premises\n  mec_owner: enterprise\n  access: [cpe, gateway]\n  converged: [industrial-ethernet]\n"
        "slots:\n"
        "  - id: access\n    name: {zh: 接入设备, en: Access}\n    layer: access\n    accepts: [device]\n    fill: many\n"
        "  - id: platform\n    name: {zh: 边缘平台, en: Platform}\n    layer: edge\n    accepts: [mec-platform]\n    fill: optional\n"
        "connections:\n  - {from: access, to: platform, technology: 5g-nr}\n"
    )


def solution(number: int, counts: dict[str, int], dice: random.Random) -> str:
    owned, vendor = owner(number, counts, dice)
    devices = [n for n in (dice.randrange(counts["products"]) for _ in range(12)) if n % len(CATEGORIES) < 5][:2] or [0]
    fills = "".join(
        f"  - {{slot: access, product: {slug('products', n)}, quantity: {dice.randrange(1, 60)}}}\n"
        for n in sorted(set(devices))
    )
    return (
        owned + vendor + f"implements: {each('architectures', number, counts, dice)}\n"
        f"scenarios:\n  - {{scenario: {dice.choice(SCENARIOS)}, production_stage: core}}\n"
        f"industries: [{', '.join(dice.sample(INDUSTRIES, 2))}]\n"
        f"achieves:\n  - {{metric: end-to-end-latency, max: {dice.randrange(8, 40)}, unit: ms, statistic: p99}}\n"
        f"sizing:\n  connection: {dice.randrange(20, 900)}\n"
        f"fills:\n{fills}available_in: [{', '.join(dice.sample(CITIES, 2))}]\ndeployed_in: [{one('parks', counts, dice)}]\n"
    )


def park(number: int, counts: dict[str, int], dice: random.Random) -> str:
    units = sorted({one("organisations", counts, dice) for _ in range(3)})
    return f"example: true\nbatch: 1\ncity: {dice.choice(CITIES)}\napplicants: [{', '.join(units)}]\nindustries: [{dice.choice(INDUSTRIES)}]\n"


def benchmark(number: int, counts: dict[str, int], dice: random.Random) -> str:
    return (
        "owner: " + one("organisations", counts, dice) + "\nexample: true\n"
        f"enterprise: {one('organisations', counts, dice)}\nparks: [{one('parks', counts, dice)}]\nsolution: {one('solutions', counts, dice)}\n"
        f"scenarios:\n  - {{scenario: {dice.choice(SCENARIOS)}}}\nindustries: [{dice.choice(INDUSTRIES)}]\n"
        "promised_standards:\n  - title: {zh: 示例标准, en: Example standard}\n    aspects: [architecture, function, performance, security, interoperability]\n"
    )


def listing(number: int, counts: dict[str, int], dice: random.Random) -> str:
    product_number = number % counts["products"]
    leaf = {5: "application", 6: "network"}.get(product_number % len(CATEGORIES), "device")
    statements = (
        ("industry_need", f"industries/{dice.choice(INDUSTRIES)}"),
        ("network_mode", f"architectures/{one('architectures', counts, dice)}"),
        ("ecosystem", f"organisations/{one('organisations', counts, dice)}"),
        ("application_direction", f"solutions/{one('solutions', counts, dice)}"),
    )
    readiness = "".join(
        f"  {name}:\n    text: {{zh: {sentence(30, dice)}, en: An invented statement.}}\n    links: [{link}]\n"
        for name, link in statements
    )
    return (
        f"example: true\nproduct: {slug('products', product_number)}\nvoucher: example-voucher\n"
        f"category: {leaf}\nsubsidy_class: a\nreadiness:\n{readiness}"
    )


def certificate(number: int, counts: dict[str, int], dice: random.Random) -> str:
    return (
        "status: in-force\nhistory:\n  - {to: in-force, date: 2026-01-10}\nexample: true\n"
        f"scheme: example-scheme\nsubject: products/{slug('products', number % counts['products'])}\nlevel: basic\n"
        f"number: EX-{number:06}\nissuer: {one('organisations', counts, dice)}\nissued_on: 2026-01-10\nvalid: {{start: 2026-01-10, until: 2028-01-09}}\n"
    )


MAKERS: dict[str, Callable[[int, dict[str, int], random.Random], str]] = {
    "organisations": organisation, "products": product, "solutions": solution, "architectures": architecture,
    "parks": park, "benchmarks": benchmark, "listings": listing, "certificates": certificate,
}  # fmt: skip

VOUCHER = """\
name:
  zh: 示例服务券
  en: Example voucher programme
status: in-force
history:
  - {to: draft, date: 2025-01-01}
  - {to: in-force, date: 2025-02-01}
example: true
categories:
  - {id: network, name: {zh: 网络, en: Network}, accepts: [network]}
  - {id: device, name: {zh: 设备, en: Devices}, accepts: [device]}
  - {id: application, name: {zh: 应用服务, en: Applications}, accepts: [application]}
classes:
  - {id: a, name: {zh: A 类, en: Class A}, ratio_max: 40}
"""

SCHEME = """\
name:
  zh: 示例等级评价
  en: Example grading
status: in-force
history:
  - {to: draft, date: 2025-01-01}
  - {to: in-force, date: 2025-02-01}
example: true
issuer: example-org-000000
levels:
  - {id: basic, name: {zh: 基础级, en: Basic}, rank: 1}
validity_months: 24
"""

if __name__ == "__main__":
    main()
