"""A table of files to download: what each is, how large, and its SHA-256."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.markup import Html, Template
from generator.site.pieces import FILE
from generator.site.tables import table
from generator.site.view import EMPTY, View
from generator.texts import Text

_SUM = Template('<code class="hash">{}</code>')
_WHAT: Mapping[str, Text] = {
    "catalogue.xlsx": Text("目录表，可直接打印", "Tables, ready to print"),
    "catalogue.docx": Text("目录全文，Word", "The whole catalogue, Word"),
    "catalogue.pdf": Text("目录全文，PDF", "The whole catalogue, PDF"),
    "listings-excel.csv": Text("列入的产品，供电子表格", "Listings, for spreadsheets"),
    "listings.csv": Text("列入的产品，供程序", "Listings, for programs"),
    "excluded.csv": Text("未列入及原因", "Not listed, and why"),
    "catalogue.json": Text("全部内容，供程序", "All of it, for programs"),
    "catalogue.schema.json": Text("JSON 的格式", "The schema of the JSON"),
    "datapackage.json": Text("CSV 各列的说明", "What the columns of the CSV are"),
    "dcat.jsonld": Text("数据集说明", "Description of the data set"),
    "manifest.json": Text("发布清单：提交、工具、全部文件的 SHA-256", "Manifest: commit, tool, SHA-256 of every file"),
    "manifest.json.sig": Text("清单的签名", "Signature of the manifest"),
    "rows.json": Text("列入条目的全部数值", "Every figure of what is listed"),
    "assessments.json": Text("逐条判定和未列入的原因", "Each criterion of each listing"),
}
ORDER = tuple(_WHAT)


@dataclass(frozen=True, slots=True)
class Download:
    """A file below the site's root, its size in bytes and its SHA-256 in hex."""

    path: str
    bytes: int
    sha256: str

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


def downloads_table(view: View, files: Sequence[Download]) -> Html:
    """Those that people want first come first."""
    if not files:
        return EMPTY
    place = {name: number for number, name in enumerate(ORDER)}
    rows = [
        [
            FILE.format(view.links.root(one.path), one.name),
            view.text(_WHAT[one.name]) if one.name in _WHAT else EMPTY,
            Html.escape(size(one.bytes)),
            _SUM.format(one.sha256),
        ]
        for one in sorted(files, key=lambda one: (place.get(one.name, len(place)), one.path))
    ]
    heads = [view.say("文件", "File"), view.say("内容", "What"), view.say("大小", "Size"), "SHA-256"]
    return table(
        view.say("下载", "Downloads"), heads, rows, [False, False, True, False], "table--stack table--downloads"
    )


def size(count: int) -> str:
    """A number of bytes as people read it.

    >>> size(900), size(34_500), size(2_400_000)
    ('900 B', '34 KB', '2.3 MB')
    """
    if count < 1024:
        return f"{count} B"
    return f"{count / 1024:.0f} KB" if count < 1024**2 else f"{count / 1024**2:.1f} MB"
