"""What a catalogue of 10,000 rows costs as XLSX, DOCX and PDF: seconds and the most memory, each in a process of its own.

python -m perf.documents            all three
python -m perf.documents pdf 2000   one, with so many rows
"""

import json
import resource
import subprocess
import sys
import time
from decimal import Decimal

from generator.documents.docx import docx
from generator.documents.grid import Book, CellKind, Document, Grid, Paragraph, Properties, Section, Sheet
from generator.documents.pdf import pdf
from generator.documents.xlsx import xlsx
from generator.exports.voucher_data import listings_table

ROWS = 10_000
LIMITS = {"xlsx": (10.0, 1000.0), "docx": (60.0, 1000.0), "pdf": (60.0, 1000.0)}
"""Seconds and MB."""

_ABOUT = Properties("示例产品目录", created="2026-11-22")
_CATEGORIES = ("切片与专线", "园区与车间覆盖", "厂区核心网与UPF", "工业网关与CPE")


def grid(rows: int) -> Grid:
    """Eleven columns of plausible cells; no two rows are the same."""
    cells = tuple(
        (
            number,
            "网络",
            _CATEGORIES[number % 4],
            f"示例5G工业网关第{number}代 面向离散制造",
            f"GW-5/{number}",
            "示例网络设备有限公司",
            Decimal(30 + number % 3 * 10),
            8_500_000 + number % 7 * 500_000,
            number * 7_919 % 100_000_000,
            number * 104_729 % 10_000_000 if number % 3 else None,
            "2027-06-30",
        )
        for number in range(1, rows + 1)
    )
    return Grid(
        ("示例产品目录", "截至 2026-11-22"),
        (
            "序号",
            "一级目录",
            "二级目录",
            "产品名称",
            "型号",
            "供应商",
            "比例",
            "上限（万元）",
            "单价（元）",
            "每年（元）",
            "有效期至",
        ),
        ("integer", "text", "text", "text", "text", "text", "percent", "ten-thousand-yuan", "yuan", "yuan", "date"),
        (6, 9, 17, 28, 12, 22, 8, 10, 14, 14, 11),
        cells,
        ("合计", f"共{rows}项", *[None] * 9),
    )


def wide(rows: int) -> Grid:
    """The sheet of data that a catalogue's workbook ends with: every published field as text."""
    fields = listings_table((), {}).fields
    text: CellKind = "text"
    names = tuple(field.title.zh for field in fields)
    cells = tuple(
        tuple(f"{name} {number * 7_919 % 100_000 if at % 3 else at}" for at, name in enumerate(names))
        for number in range(rows)
    )
    return Grid(("数据",), names, (text,) * len(names), (16,) * len(names), cells)


def once(name: str, rows: int) -> dict[str, float]:
    """Make one file in this process: its seconds, the most memory (MB, of its parts as well), its size (MB)."""
    made, data = grid(rows), wide(rows)
    sections = (Section("说明", (Paragraph("示例。"),)), Section("产品目录", (made,)))
    document = Document(_ABOUT, "示例产品目录", sections, cover=(("截至", "2026-11-22"),), landscape=True)
    start = time.perf_counter()
    makers = {
        "xlsx": lambda: xlsx(Book(_ABOUT, (Sheet("目录", made), Sheet("数据", data)))),
        "docx": lambda: docx(document),
        "pdf": lambda: pdf(document),
    }
    size = len(makers[name]())
    seconds = time.perf_counter() - start
    peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    # A part's process runs beside this one, so both count.
    return {"seconds": round(seconds, 2), "memory": round(sum(peaks), 1), "size": round(size / 1e6, 2)}


def documents(rows: int = ROWS) -> dict[str, dict[str, float]]:
    """Every format in a process of its own."""
    found = {}
    for name in LIMITS:
        command = [sys.executable, "-m", "perf.documents", name, str(rows)]
        found[name] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(once(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else ROWS)))
    else:
        for format_name, numbers in documents().items():
            print(format_name, numbers, "within", LIMITS[format_name])
