"""The codes of what may not be true of a published edition, and of anything frozen that a change touches.

None has an example, because they are about whole files and their hashes.
"""

from generator.diagnostics import Code, error_code
from generator.texts import Text

_RESTORE = Text(
    "用 git checkout 恢复这个文件；文本需要改动时，起草新的版本，发布后的文本不改。",
    "Restore the file with git checkout. What is to be changed goes into a new edition; a published text stays.",
)


EDITION_CHANGED = error_code(
    "D440", "published-file-changed",
    Text("已发布的文件被改动：SHA-256 与 {folder}/manifest.json 不符",
         "a published file has changed: its SHA-256 is not the one in {folder}/manifest.json"),
    _RESTORE,
    Text("""标准一经发布，文本就不再改动：产品按它声明符合，证书按它颁发。这个文件的内容与清单记载的不同。

恢复原样；需要改动的，修订后以新的版本发布。""",
         """Once a standard is published its text stays as it is: products claim to conform to it, certificates rest on
it. This file is not the one that the manifest records.

Restore it. What is to be changed is revised and published as a new edition."""),
)  # fmt: skip

EDITION_FILE_MISSING = error_code(
    "D441", "published-file-missing",
    Text("{folder} 缺少清单中的文件", "a file of its manifest is missing from {folder}"),
    _RESTORE,
    Text("清单列出了这个文件，出版文本的目录里却没有。已发布的文件不能删除。",
         "The manifest lists this file, and the edition's folder does not hold it. Published files are not removed."),
)  # fmt: skip

EDITION_FILE_EXTRA = error_code(
    "D442", "published-file-extra",
    Text("{folder} 的清单中没有这个文件", "the manifest of {folder} does not list this file"),
    Text("把它移出该目录；发布之后不再往里面添加文件。",
         "Move it out of the folder; nothing is added to an edition afterwards."),
    Text("出版文本的目录里只有清单列出的文件和 `manifest.json`。多出来的文件没有经过发布，却会被当成出版文本的一部分。",
         "An edition's folder holds the files of its manifest and `manifest.json`. A further file was never published, "
         "and would be taken for a part of it."),
)  # fmt: skip

DAMAGED_EDITION = error_code(
    "D443", "damaged-edition-manifest",
    Text("{folder} 的清单不可信：{reason}", "the manifest of {folder} cannot be trusted: {reason}"),
    Text("用 git checkout 恢复清单；这个版本还没有清单时，运行 catalog standard adopt {slug} {year}。",
         "Restore it with git checkout; for an edition that never had one run catalog standard adopt {slug} {year}."),
    Text("""`manifest.json` 记着每个文件的 SHA-256，由 `catalog standard publish` 写出，不手工修改。缺少清单、格式不对、路径
指向目录之外、标准或年份不同，都不予采信，这个版本的文件也就无从核对。

使用本工具之前发布的版本，用 `catalog standard adopt` 补作清单。""",
         """`manifest.json` records the SHA-256 of every file. `catalog standard publish` writes it, nobody edits it. One
that is missing, has another form, names paths outside its folder, another standard or year is not believed, and
nothing of the edition can be checked.

For an edition that was published before this tool was in use, `catalog standard adopt` makes the manifest."""),
)  # fmt: skip

FROZEN_TOUCHED = error_code(
    "D444", "frozen-file-touched",
    Text("与 {revision} 相比，{folder} 中的文件{what}", "since {revision} a file in {folder} {what}"),
    _RESTORE,
    Text("""与所给的 Git 版本相比，已经冻结的文件变了：出版文本（`standards/*/published/*/`）或服务券目录的发布
（`releases/*/`）。清单与文件一起改动，只看现状是看不出来的，所以要与改动之前比较：`catalog validate --against`。

恢复原样。""",
         """Compared with the given revision of Git, something frozen has changed: a published edition
(`standards/*/published/*/`) or a release of a voucher programme (`releases/*/`). A manifest that is changed together with its files
cannot be told from what is there now, so it is compared with what was there before: `catalog validate --against`.

Restore it."""),
)  # fmt: skip

CODES: tuple[Code, ...] = (
    EDITION_CHANGED, EDITION_FILE_MISSING, EDITION_FILE_EXTRA, DAMAGED_EDITION, FROZEN_TOUCHED,
)  # fmt: skip
