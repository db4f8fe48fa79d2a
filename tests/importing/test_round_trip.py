"""A table that was exported is read back: what was changed in it goes into the entries, all else stays, nothing is lost."""

import subprocess
from pathlib import Path
from random import Random

import pytest

from generator.diagnostics import Refused
from generator.source.tree import MemoryTree
from generator.submit.table_file import read_table
from generator.submit.table_import import Imported, import_table
from tests.importing.generated import HARD, cell, exported, files, project_of, workbook
from tests.vouchers.listed import ON

FEW = files(12, seed=3)
XLSX = exported(FEW)["catalogue.xlsx"]


def imported(content: bytes, tree: dict[str, bytes] = FEW, name: str = "catalogue.xlsx", **options) -> Imported:
    return import_table(MemoryTree(tree), read_table(name, content), ON, **options)


def reasons(found: Imported) -> list[str]:
    return [one.reason.zh for one in found.left if one.reason]


def changed(change, **options) -> Imported:
    return imported(workbook(XLSX, change), **options)


def listing_with(text: str) -> str:
    """A listing whose product's file holds a text."""
    return next(f"listings/l{n}" for n in range(12) if text in FEW[f"catalog/products/p{n}.yaml"].decode())


@pytest.mark.parametrize("name", ["catalogue.xlsx", "listings.csv", "listings-excel.csv"])
def test_what_was_not_changed_makes_no_difference(name):
    found = imported(exported(FEW)[name], name=name)
    assert (found.differences, found.files) == ((), {})


def test_saved_by_another_program_it_is_still_the_same():
    assert changed(lambda book: None).differences == ()


def test_each_value_goes_to_its_place_and_nothing_else_moves():
    listing = listing_with("model:")
    number = listing.removeprefix("listings/l")
    product, entry = f"catalog/products/p{number}.yaml", f"catalog/listings/l{number}.yaml"

    def change(book):
        data = book["数据"]
        cell(data, listing, "产品名称").value = "新网关：5G"
        cell(data, listing, "型号").value = "010"
        cell(data, listing, "类别").value = "B 类"
        cell(data, listing, "一次性价格（元）").value = 1234.5
        cell(data, listing, "供货地市").value = "佛山市"
        cell(data, listing, "有效期止").value = "2027-06-30"

    found = changed(change)
    assert found.left == ()
    assert set(found.files) == {product, entry}
    before, after = FEW[product].decode().split("\n"), found.files[product].decode().split("\n")
    assert [line for line in before if "#" in line and "model" not in line and "zh:" not in line] == [
        line for line in after if "#" in line and "model" not in line and "zh:" not in line
    ]
    assert '  zh: "新网关：5G"   # 名称' in after
    assert 'model: "010"  # 铭牌' in after
    assert "  - {id: hardware, dimension: device, charge: once, amount: 1234.50}" in after
    assert "available_in: [foshan]" in after
    again = project_of(FEW | dict(found.files))
    assert again.entries[listing].data["subsidy_class"] == "b"
    assert again.entries[listing].data["valid"]["until"] == "2027-06-30"


def test_the_official_table_is_read_too():
    def change(book):
        sheet = book["甲产品目录"]
        top = next(row[0].row for row in sheet.iter_rows() if row[0].value == "序号")
        heads = {one.value: one.column for one in sheet[top]}
        sheet.cell(top + 1, heads["单价（元）"]).value = 88.88
        sheet.cell(top + 1, heads["类别"]).value = "A 类"
        sheet.cell(top + 2, heads["比例"]).value = 0.9
        sheet.cell(top + 2, heads["型号"]).value = None
        sheet.move_range(f"A{top + 1}:J{top + 1}", rows=40)  # a row is known by its number, wherever it stands

    found = changed(change)
    told = {(one.title.zh, one.new, one.reason is None) for one in found.differences}
    assert ("一次性价格（元）", "88.88", True) in told
    assert ("奖补比例上限（%）", "90", False) in told
    left = next(one for one in found.left if one.name == "ratio")
    assert left.where.startswith("甲产品目录!")
    assert left.reason
    assert "方案" in left.reason.zh


@pytest.mark.parametrize(
    ("heading", "value", "said"),
    [
        ("产品名称", None, "不能为空"),
        ("二级目录", "没有的目录", "没有目录"),
        ("类别", "Z 类", "没有类别"),
        ("供货地市", "佛山市、火星", "火星"),
        ("有效期止", "2027-13-99", "会出错"),
        ("产品名称", "x" * 200, "会出错"),
        ("奖补上限（元）", "1.00", "方案"),
        ("供应商", "乙公司", "name"),
        ("公开字段指纹", "f" * 64, "导出之后目录已有变化"),
        ("能力指标", "很好", "capabilities"),
    ],
)
def test_what_cannot_be_written_is_told_and_written_nowhere(heading, value, said):
    listing = "listings/l1"

    def change(book):
        cell(book["数据"], listing, heading).value = value
        if heading == "公开字段指纹":
            cell(book["数据"], listing, "产品名称").value = "新名称"

    found = changed(change)
    assert found.files == {}
    assert len(found.left) >= 1
    assert any(said in reason for reason in reasons(found))


def test_changes_made_since_the_export_are_not_undone_unawares():
    path = "catalog/products/p1.yaml"
    later = FEW | {path: FEW[path].replace(b"amount: ", b"amount: 1")}
    found = imported(XLSX, later)
    assert found.files == {}
    assert {one.listing for one in found.left} == {"listings/l1"}
    assert all("导出之后" in reason for reason in reasons(found))
    found = imported(XLSX, later, overwrite=True)
    assert found.files == {path: FEW[path]}


def test_rows_columns_and_sheets_of_others_are_told():
    def change(book):
        data = book["数据"]
        row = cell(data, "listings/l2", "目录条目编号").row
        data.delete_rows(row)
        data.cell(data.max_row + 1, 4).value = "手写的一行"
        data.cell(4, 60).value = "自加的栏目"
        book["目录汇总"].cell(8, 5).value = 99
        book.create_sheet("备注").append(["自加的工作表"])

    found = changed(change)
    assert found.files == {}
    told = " ".join(f"{one.where} {one.listing} {one.new}" for one in found.left)
    for part in ("listings/l2", "手写的一行", "自加的栏目", "99", "备注"):
        assert part in told, part


def test_a_new_row_becomes_a_draft():
    without = {path: content for path, content in FEW.items() if path != "catalog/listings/l5.yaml"}
    found = imported(XLSX, without)
    made = project_of(without | dict(found.files))
    before, after = (project_of(FEW).entries["listings/l5"].data, made.entries["listings/l5"].data)
    for key in ("product", "voucher", "category", "subsidy_class", "valid"):
        assert before.get(key) == after.get(key), key
    assert "status" not in after


def test_the_same_cell_in_two_sheets_with_two_values():
    def change(book):
        cell(book["数据"], "listings/l1", "型号").value = "X-1"
        sheet = book["甲产品目录"]
        number = cell(book["数据"], "listings/l1", "序号").value
        row = next(row for row in sheet.iter_rows() if row[0].value == number)
        row[4].value = "X-2"

    assert any("两种写法" in reason for reason in reasons(changed(change)))


def test_the_programme_of_a_file_that_does_not_say():
    csv = exported(FEW)["listings.csv"]
    with pytest.raises(Refused):
        imported(csv, {path: one for path, one in FEW.items() if "/listings/" not in path}, name="listings.csv")


def spread(count: int, seed: int) -> None:
    """Generated entries are exported, half of them changed, and the older files made the same again from the table."""
    old, pick = files(count, seed, HARD), Random(seed)
    new = dict(old)
    for number in pick.sample(range(count), count // 2):
        path = f"catalog/products/p{number}.yaml"
        text = new[path].decode()
        text = text.replace('  zh: "', '  zh: "改 ', 1).replace("amount: ", f"amount: {pick.randint(1, 9)}")
        new[path] = text.encode()
        path = f"catalog/listings/l{number}.yaml"
        text = new[path].decode().replace("until: 2027-03-31", "until: 2027-05-31")
        other = "net-access" if "category: net-core" in text else "net-core"
        new[path] = text.replace("category: net-core", f"category: {other}").replace("category: net-access", f"category: {other}").encode()  # fmt: skip
    found = imported(exported(new)["catalogue.xlsx"], old, overwrite=True)
    assert [(one.where, one.title.zh, one.reason) for one in found.left] == []
    after = old | dict(found.files)
    assert {path: one.decode() for path, one in after.items()} == {path: one.decode() for path, one in new.items()}


def test_generated_entries_come_back():
    spread(60, seed=1)


@pytest.mark.full
def test_five_thousand_generated_entries_come_back():
    spread(5000, seed=2)


@pytest.mark.full
def test_a_spreadsheet_program_saves_it_and_nothing_is_lost(soffice: str, tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "catalogue.xlsx").write_bytes(XLSX)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command: list[str | Path] = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        tmp_path,
    ]
    subprocess.run([*command, tmp_path / "in" / "catalogue.xlsx"], check=True, capture_output=True, timeout=180)
    found = imported((tmp_path / "catalogue.xlsx").read_bytes())
    assert [(one.where, one.old, one.new) for one in found.differences] == []
