"""The words of a comparison, in both languages."""

from generator.texts import Text

BEFORE = Text("修改前", "Before")
AFTER = Text("修改后", "After")
MOVED_TO = Text("移至", "moved to")
MOVED_FROM = Text("移自", "moved from")
RELEVELLED = Text("层次或性质改变", "level or nature changed")
CLAUSE = Text("此条", "this clause")
TITLE = Text("修改对照", "Comparison")
FROM_TO = Text("{old} → {new}", "{old} → {new}")
INLINE = Text("合并显示", "Inline")
SIDES = Text("左右对照", "Side by side")
VIEW = Text("显示方式", "View")
SUMMARY = Text("改动一览", "Summary")
CLAUSES = Text("章条", "Clauses")
PROVISIONS = Text("条款", "Provisions")
CHANGED_PROVISIONS = Text("有改动的条款", "Provisions that changed")
PROVISION = Text("条款编号", "Provision")
WHERE = Text("章条号", "Clause")
WHAT = Text("改动", "What changed")
NUMBERS = Text("编号变化", "Numbers")
OLD_NUMBER = Text("原编号", "Old number")
NEW_NUMBER = Text("新编号", "New number")
HEADING = Text("标题", "Title")
RANGE = Text("{first} 至 {last}", "{first} to {last}")
SAME = Text("{where} 未改动（{many} 条）", "{where}: unchanged ({many} clauses)")
SAME_ONE = Text("{where} 未改动", "{where}: unchanged")
SAME_BLOCKS = Text("未改动的 {many} 段", "{many} paragraphs unchanged")
NOTHING = Text("两个版本没有差别。", "The two versions do not differ.")
NO_PROVISION = Text("没有条款改动。", "No provision changed.")
ADDED = Text("新增的文字", "text added")
REMOVED = Text("删除的文字", "text removed")

COUNTS: dict[str, Text] = {
    "clauses_changed": Text("文字改变", "edited"),
    "clauses_added": Text("新增", "added"),
    "clauses_removed": Text("删除", "removed"),
    "clauses_moved": Text("移动", "moved"),
    "clauses_renumbered": Text("编号改变", "renumbered"),
    "clauses_unchanged": Text("未改动", "unchanged"),
    "provisions_changed": Text("有改动", "changed"),
    "provisions_substance": Text("其中技术内容可能改变", "of these maybe technical"),
    "provisions_editorial": Text("其中仅编辑性改动", "of these editorial"),
    "provisions_added": Text("新增", "added"),
    "provisions_removed": Text("删除", "removed"),
    "provisions_moved": Text("移动", "moved"),
}
"""What `DraftDiff.counts` counts."""
