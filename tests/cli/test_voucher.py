"""`catalog voucher eligible`: what it prints for whom, that it is aligned, and wrong use."""

import json

import pytest
from rich.cells import cell_len

from tests.rules.repository import files_of
from tests.vouchers.listed import TEXT


@pytest.fixture
def granted(repo):
    """A repository with a listing that qualifies, and one of another product that does not."""
    other = """\
--- catalog/listings/upf-listing.yaml
name: {zh: 用户面条目}
product: upf
voucher: grant
category: net-core
"""
    for path, content in {**files_of(TEXT), **files_of(other)}.items():
        (repo / path).parent.mkdir(parents=True, exist_ok=True)
        (repo / path).write_bytes(content)
    return repo


def test_plain_text_is_aligned_and_says_what_to_do(run, granted):
    ran = run("voucher", "eligible", "--root", granted, "--on", "2026-07-01")
    lines = ran.out.splitlines()
    assert (ran.code, lines[0]) == (0, "2026-07-01：2 个目录条目，1 个列入，1 个不列入。")
    assert lines[2] == "列入：网关条目（listings/gateway-listing），甲服务券"
    assert lines[6] == "不列入：用户面条目（listings/upf-listing），甲服务券"
    assert lines[8].split() == [
        "✗",
        "不满足",
        "条件",
        "产品：草稿；目录条目：草稿",
        "第七条",
        "产品：提交审核。目录条目：提交审核。",
    ]
    for heads, row in ((lines[3], lines[4]), (lines[7], lines[8])):
        assert cell_len(heads[: heads.index("条款")]) == cell_len(row[: row.index("第七条")])


def test_json_is_for_programs(run, granted):
    ran = run("voucher", "eligible", "--root", granted, "--format", "json")
    data = json.loads(ran.out)
    assert {key: data[key] for key in ("schema_version", "on", "count", "listed")} == {
        "schema_version": "1.0",
        "on": "2026-07-01",
        "count": 2,
        "listed": 1,
    }
    first = data["listings"][0]
    assert (first["listing"]["id"], first["voucher"]["id"], first["listed"]) == (
        "listings/gateway-listing",
        "vouchers/grant",
        True,
    )
    assert first["criteria"][0] == {
        "criterion": "tested",
        "text": {"zh": "条件", "en": None},
        "clause": "第七条",
        "outcome": "met",
        "value": {"zh": "产品：已通过；目录条目：已通过", "en": "product: approved; listing: approved"},
        "remedy": None,
    }


@pytest.mark.parametrize(
    ("arguments", "listings"),
    [
        ((), ["gateway-listing", "upf-listing"]),
        (("--voucher", "grant"), ["gateway-listing", "upf-listing"]),
        (("gateway",), ["gateway-listing"]),
        (("gateway-listing",), ["gateway-listing"]),
        (("organisations/acme",), ["gateway-listing"]),
        (("vouchers/grant", "--voucher", "vouchers/grant"), ["gateway-listing", "upf-listing"]),
        (("organisations/society",), []),
    ],
)
def test_listings_are_named_by_themselves_or_by_what_they_belong_to(run, granted, arguments, listings):
    ran = run("voucher", "eligible", "--root", granted, "--format", "json", *arguments)
    assert [one["listing"]["id"] for one in json.loads(ran.out)["listings"]] == [f"listings/{i}" for i in listings]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("--voucher", "grnt"), "是否想写“grant”"),
        (("gatewy",), "gateway"),
        (("metrics/end-to-end-latency",), "不是目录条目"),
        (("--on", "2026-02-30"), "--on 2026-02-30：应为日期"),
    ],
)
def test_wrong_use(run, granted, arguments, hint):
    ran = run("voucher", "eligible", "--root", granted, *arguments)
    assert ran.code == 2
    assert hint in ran.err
    assert ran.out == ""
    english = run("voucher", "eligible", "--root", granted, "--lang", "en", *arguments)
    assert english.code == 2
    assert not any("一" <= sign <= "鿿" for sign in english.err)


def test_a_terminal_gets_tables(granted, capsys):
    from generator.cli.eligible import on_terminal
    from generator.loader import load
    from generator.source.tree import FolderTree
    from generator.vouchers.eligibility import assess_all

    project = load(FolderTree(granted, ("catalog", "standards")), "2026-07-01")[0]
    on_terminal(assess_all(project, "grant", "2026-07-01"), project, "2026-07-01", "en")
    shown = capsys.readouterr().out
    assert "not listed: 用户面条目 (listings/upf-listing), Grant" in " ".join(shown.split()).replace(
        "(listings/upf- ", "(listings/upf-"
    )
    assert "✗" in shown
    assert "✓" in shown
