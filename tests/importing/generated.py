"""A catalogue of any number of generated listings with comments and texts that are hard to carry, and its workbook."""

import io
from collections.abc import Callable
from random import Random

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports.voucher_files import working_of
from generator.loader import load
from generator.project import Project
from generator.source.tree import MemoryTree
from tests.rules.repository import base, files_of
from tests.vouchers.listed import ON

HISTORY = "[{to: draft, date: 2026-01-05}, {to: submitted, date: 2026-02-02}, {to: approved, date: 2026-03-02}]"
NAMES = (
    "网关",
    "=1+1",
    "+5G",
    "-1",
    "@SUM(A1)",
    "'引号",
    "“引”：《》",
    "＝全角",
    "x" * 70,
    "Ω≤20ms",
    "<b>&amp;",
    "一 二",
)
HARD = (*NAMES, "a_x0041_b")
"""And one that openpyxl, which saves the workbooks of some tests, does not carry."""

PROGRAMME = f"""\
--- catalog/vouchers/grant.yaml
name: {{zh: 甲服务券, en: Grant}}
status: in-force
history: [{{to: draft, date: 2026-01-05}}, {{to: in-force, date: 2026-01-06}}]
categories:
  - {{id: network, name: {{zh: 网络, en: Network}}}}
  - {{id: net-core, name: {{zh: 核心网}}, parent: network, accepts: [device], ceiling: 80000.00}}
  - {{id: net-access, name: {{zh: 接入设备, en: Access}}, parent: network, accepts: [device], ceiling: 150000.00, grade: Ⅱ}}
classes:
  - {{id: a, name: {{zh: A 类}}, ratio_max: 50}}
  - {{id: b, name: {{zh: B 类}}, ratio_max: 33.5}}
tables:
  - id: official
    title: {{zh: 甲产品目录}}
    columns:
      - {{shows: number, label: {{zh: 序号}}, format: integer}}
      - {{shows: branch, label: {{zh: 一级目录}}}}
      - {{shows: category, label: {{zh: 二级目录}}}}
      - {{shows: product, label: {{zh: 产品名称}}}}
      - {{shows: model, label: {{zh: 型号}}}}
      - {{shows: subsidy-class, label: {{zh: 类别}}}}
      - {{shows: ratio, label: {{zh: 比例}}, format: percent}}
      - {{shows: ceiling, label: {{zh: 上限（万元）}}, format: ten-thousand-yuan}}
      - {{shows: price-once, label: {{zh: 单价（元）}}, format: yuan}}
      - {{shows: valid-until, label: {{zh: 有效期至}}, format: date}}
--- catalog/organisations/acme.yaml
name: {{zh: 甲设备有限公司}}
types: [equipment-maker]
status: approved
history: {HISTORY}
city: foshan
"""


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def files(count: int, seed: int = 0, names: tuple[str, ...] = NAMES) -> dict[str, bytes]:
    """The repository. Every entry has comments and a form of its own, which nothing may change."""
    pick = Random(seed)
    made = {**base(), **files_of(PROGRAMME)}
    for number in range(count):
        name = f"{pick.choice(names)} {number}"
        cities = pick.sample(["foshan", "guangzhou"], pick.randint(0, 2))
        product = [
            "# yaml-language-server: $schema=../../schemas/v1/product.schema.json",
            "name:",
            f"  zh: {quoted(name)}   # 名称",
            f"summary: {{zh: {quoted(pick.choice(names))}}}",
            "status: approved",
            f"history: {HISTORY}",
            "vendor: acme",
            "category: gateway",
            "# 型号由供应商定",
            *([f'model: "M-{number}"  # 铭牌'] if pick.random() < 0.7 else []),
            *([f'version: "{number}.0"'] if pick.random() < 0.5 else []),
            "prices:",
            "  # 含税",
            f"  - {{id: hardware, dimension: device, charge: once, amount: {pick.randint(1, 10**7)}.{pick.randint(0, 99):02}}}",
            *([f"available_in: [{', '.join(cities)}]"] if cities else []),
            "# 完",
        ]
        listing = [
            f"name: {{zh: 条目 {number}}}",
            "status: approved",
            f"history: {HISTORY}",
            f"product: p{number}",
            "voucher: grant",
            f"category: {pick.choice(['net-core', 'net-access'])}  # 目录",
            *([f"subsidy_class: {pick.choice('ab')}"] if pick.random() < 0.9 else []),
            *(["valid: {start: 2026-04-01, until: 2027-03-31}  # 一年"] if pick.random() < 0.8 else []),
        ]
        made[f"catalog/products/p{number}.yaml"] = ("\n".join(product) + "\n").encode()
        made[f"catalog/listings/l{number}.yaml"] = ("\n".join(listing) + "\n").encode()
    return made


def project_of(tree: dict[str, bytes]) -> Project:
    return load(MemoryTree(tree), ON)[0]


def exported(tree: dict[str, bytes]) -> dict[str, bytes]:
    """The files of the programme's working state by name."""
    found = project_of(tree)
    made = working_of(found, found.entries["vouchers/grant"])
    return {path.rpartition("/")[2]: content for path, content in made.items()}


def workbook(content: bytes, change: Callable[[openpyxl.Workbook], None]) -> bytes:
    """The workbook as somebody saves it in another program after a change."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(sheet: Worksheet, listing: str, heading: str):
    """The cell of a listing below a heading of the sheet of data."""
    heads = next(row for row in sheet.iter_rows() if any(one.value == heading for one in row))
    column = next(one.column for one in heads if one.value == heading)
    key = next(one.column for one in heads if one.value == "目录条目编号")
    row = next(row for row in sheet.iter_rows(min_row=(heads[0].row or 0) + 1) if row[key - 1].value == listing)
    return sheet.cell(row[0].row or 0, column or 0)
