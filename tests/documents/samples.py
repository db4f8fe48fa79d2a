"""A grid, a book and a document with every kind of cell, and 40 texts that other programs take for something else."""

from decimal import Decimal

from generator.documents.grid import Book, Document, Grid, Items, Paragraph, Properties, Section, Sheet

HOSTILE = (
    "=1+1",
    "=SUM(A1:A9)",
    '=HYPERLINK("https://example.org/?x="&A1,"查看")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "+86 20 1234",
    "-1+1",
    "-2",
    "@SUM(1)",
    "@someone",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "'=1+1",
    "{=1+1}",
    "{=SUM(A1:A2)}",
    "http://example.org/",
    "mailto:a@example.org",
    "internal:Sheet1!A1",
    "external:c:\\a.xlsx",
    "ftp://example.org",
    "1e3",
    "00123",
    "440100",
    "12.50",
    "TRUE",
    "#N/A",
    "#REF!",
    "2026-01-02",
    "1/2",
    "%0A=1+1",
    "<b>&amp;</b>",
    "a\tb\nc",
)
MARKUP = (
    "#eval(1)",
    "*强*",
    "_斜_",
    "$x^2$",
    "[链接]",
    "= 标题",
    "<标签>",
    "@ref",
    "\\u{41}",
    "// 注",
    "`码`",
    "#import",
)

ROWS = tuple(
    (place, f"示例产品{place}", Decimal(50), 12_000_000 + place * 500_000, 320_050 * place, "2027-06-30")
    for place in range(1, 61)
)
GRID = Grid(
    titles=("示例产品目录", "截至 2026-11-22"),
    headings=("序号", "产品名称", "奖补比例上限", "奖补上限（万元）", "一次性价格（元）", "有效期至"),
    kinds=("integer", "text", "percent", "ten-thousand-yuan", "yuan", "date"),
    widths=(6, 30, 10, 12, 16, 12),
    rows=ROWS,
    sums=("合计", "共60项", None, None, sum(row[4] for row in ROWS), None),
    mark="非正式（工作状态）　示例",
    notes=("注：价格含税。",),
)
PROPERTIES = Properties("示例产品目录", author="示例主管部门", created="2026-11-22")
BOOK = Book(PROPERTIES, (Sheet("产品目录", GRID),))


def of_texts(*texts: str) -> Grid:
    """A grid with these texts below one heading."""
    return Grid(("题",), ("内容",), ("text",), (40,), tuple((text,) for text in texts))


def document(*texts: str, grid: Grid = GRID, landscape: bool = True) -> Document:
    """A document with a cover, contents, these paragraphs, a list and a grid."""
    return Document(
        PROPERTIES,
        "示例产品目录",
        (
            Section("说明", (*map(Paragraph, texts), Items(("第一项", "第二项"), numbered=True))),
            Section("产品目录", (grid,)),
            Section("附则", (Paragraph("自发布之日起施行。"),), level=2),
        ),
        subtitle="第一次",
        cover=(("发布单位", "示例主管部门"), ("截至", "2026-11-22")),
        signature=("示例主管部门", "2026年11月22日"),
        mark="非正式（工作状态）　示例",
        landscape=landscape,
    )
