"""`catalog voucher quote`: what it prints, files that it refuses, and that the day decides."""

import json

import pytest

from tests.rules.repository import files_of
from tests.vouchers.listed import TEXT

ASKED = """\
enterprise: {city: foshan, industry: c38, nature: private, legal_person: true, revenue: 99000000}
lines:
  - {id: one, product: gateway, amount: 1000.00}
  - {id: two, product: upf, amount: 500.50}
"""


@pytest.fixture
def granted(repo):
    for path, content in files_of(TEXT).items():
        (repo / path).parent.mkdir(parents=True, exist_ok=True)
        (repo / path).write_bytes(content)
    (repo / "asked.yaml").write_text(ASKED, "utf-8")
    return repo


def test_the_lines_and_the_sums(run, granted):
    ran = run("voucher", "quote", granted / "asked.yaml", "--root", granted, "--on", "2026-07-01")
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[-3:-1] == [
        "合计 1,500.50 元：奖补 0.00 元（申领 0 项），企业自付 1,500.50 元。",
        "已证明没有更好的申领组合。",
    ]
    assert "two  upf  500.50 → 0.00  [产品没有列入任何方案的目录]" in lines
    assert "不能使用" in lines[-1]


def test_json_from_a_json_file(run, granted):
    asked = {"lines": [{"id": "one", "product": "gateway", "amount": 10}]}
    (granted / "asked.json").write_text(json.dumps(asked), "utf-8")
    ran = run("voucher", "quote", granted / "asked.json", "--root", granted, "--format", "json")
    found = json.loads(ran.out)
    assert (found["base"], found["subsidy"], found["share"]) == (1000, 0, 1000)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("lines: [", "asked.yaml:1"),
        ("lines: [{id: a, product: b}]", "asked.yaml:1:9: 请写 amount 或 quantities 之一"),
        ("- a", "asked.yaml"),
        ("lines: [{id: a, product: gatewy, amount: 1}]", "asked.yaml:1:26: 没有“gatewy”。是否想写“gateway”？"),
        ("lines: []\nearlier: [{voucher: grant, category: net, amount: 1, year: 2026}]", "asked.yaml:2:38: 没有“net”"),
        ("lines: []\nenterprise: {city: fosan}", "foshan"),
    ],
)
def test_a_file_that_is_no_request_is_refused(run, granted, content, said):
    (granted / "asked.yaml").write_text(content, "utf-8")
    ran = run("voucher", "quote", granted / "asked.yaml", "--root", granted)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_programme_that_there_is_not(run, granted):
    ran = run("voucher", "quote", granted / "asked.yaml", "--root", granted, "--voucher", "grand")
    assert ran.code == 2
    assert "grant" in ran.err
