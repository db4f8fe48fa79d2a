"""Texts of the codes about the files of a draft's figures."""

from generator.diagnostics import Code, Severity
from generator.texts import Text

MISSING_FIGURE = Code(
    "D035",
    "missing-figure",
    Severity.ERROR,
    Text("没有图片文件 {path}", "there is no picture {path}"),
    Text("请把图片放到这个位置，或改正文件名。{hint}", "Put the picture there, or correct its name. {hint}"),
    Text(
        "草案中的图是标准目录下 figures/ 中的一个文件（svg、png 或 jpg）。没有这个文件，网页、Word 和 PDF 中都没有这幅图。文件名区分大小写。",
        "A figure of a draft is a file in figures/ of the standard's folder (svg, png or jpg). Without it the page, the Word "
        "file and the PDF have no figure. Names are case-sensitive.",
    ),
)
UNUSED_FIGURE = Code(
    "D036",
    "unused-figure",
    Severity.WARNING,
    Text("草案没有用到这个图片文件", "the draft does not show this picture"),
    Text("请删除它，或在草案中写 ![说明]({file})。", "Remove it, or write ![what it shows]({file}) in the draft."),
    Text(
        "figures/ 中只放草案用到的图片：留下的旧图会随标准一起发布，又没有人看到。已发布版本的图片在 published/ 的目录中，不受影响。",
        "figures/ holds what the draft shows: a left-over picture would be kept and published with the standard, and nobody "
        "would see it. The pictures of published editions stand in their own folders.",
    ),
)
