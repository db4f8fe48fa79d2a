"""The decision on a comment, written into its file by cutting: what the commenter said stays as it is."""

import re

from generator.diagnostics import Refused
from generator.model.comment import Comment
from generator.model.entry import key_order
from generator.project import StandardComment
from generator.source.cut_keys import with_keys
from generator.texts import Text

_HASH = re.compile(r"[0-9a-f]{7,40}")


def decided(one: StandardComment, content: bytes, decision: str, reason: str, on: str, commit: str) -> bytes:
    """The file with the decision. Raises Refused for one that lacks its reason, or comes before the comment."""
    if decision in ("partly", "rejected") and not (reason or one.comment.reason):
        raise Refused(
            Text("部分采纳、不采纳要写理由（--reason）", "give the reason (--reason) for accepting in part or not")
        )
    if on < one.comment.received:
        received = one.comment.received
        raise Refused(Text(f"处理日期 {on} 早于收到日期 {received}", f"{on} is before it was received, on {received}"))
    if commit and not _HASH.fullmatch(commit):
        raise Refused(
            Text(f"{commit} 不是提交的哈希值（7 至 40 位）", f"{commit} is no hash of a commit (7 to 40 digits)")
        )
    changes: dict[str, object] = {"decision": decision}
    if reason.strip():
        changes["reason"] = "\n".join(line.strip() for line in reason.strip().split("\n") if line.strip())
    changes["decided_on"] = on
    if commit:
        changes["commit"] = commit
    try:
        return with_keys(one.path, content, changes, key_order(Comment))
    except ValueError as error:
        raise Refused(Text(f"不能写入 {one.path}", f"{one.path} cannot be written")) from error
