"""The codes of what may not be true of a frozen release: it is an official act, and nobody changes it afterwards.

None has an example, because they are about whole files and their hashes.
"""

from generator.diagnostics import Code, error_code
from generator.texts import Text

_RESTORE = Text(
    "用 git checkout release/{release} -- releases/{release} 恢复原样；需要更正时，用 catalog release create … --amends {release} 作新的发布。",
    "Restore it: git checkout release/{release} -- releases/{release}. To correct it, make a new release: catalog release create … --amends {release}.",
)


RELEASE_CHANGED = error_code(
    "V401", "release-changed",
    Text("已发布的文件被改动：SHA-256 与 releases/{release}/manifest.json 不符",
         "a released file has changed: its SHA-256 is not the one in releases/{release}/manifest.json"),
    _RESTORE,
    Text("""发布目录一经生成就不再改动：别人凭它兑付，也凭它核对。这个文件的内容与清单记载的不同。

恢复原样；确实有误的，作一次更正发布（`--amends`），原来的发布保持可读。""",
         """A release never changes once it is made: money is paid on it, and others verify it. This file is not the
one that the manifest records.

Restore it. What is wrong in it is corrected by an amending release (`--amends`); the first one stays readable."""),
)  # fmt: skip

RELEASE_FILE_MISSING = error_code(
    "V402", "release-file-missing",
    Text("发布 {release} 缺少清单中的文件", "a file of the manifest is missing from the release {release}"),
    _RESTORE,
    Text("""清单列出了这个文件，发布目录里却没有。发布目录中的文件不能删除。""",
         """The manifest lists this file, and the release's folder does not hold it. Files of a release are not removed."""),
)  # fmt: skip

RELEASE_FILE_EXTRA = error_code(
    "V403", "release-file-extra",
    Text("发布 {release} 的清单中没有这个文件", "the manifest of the release {release} does not list this file"),
    Text("把它移出发布目录；发布之后不再往里面添加文件。",
         "Move it out of the release's folder; nothing is added to a release afterwards."),
    Text("""发布目录里只有清单列出的文件，以及 `manifest.json` 和可选的签名 `manifest.json.sig`。多出来的文件没有经过发布，
却会被当成发布的一部分。""",
         """A release's folder holds the files of its manifest, `manifest.json` and, where it is signed,
`manifest.json.sig`. A further file was never released, and would be taken for a part of it."""),
)  # fmt: skip

DAMAGED_MANIFEST = error_code(
    "V404", "damaged-manifest",
    Text("发布 {release} 的清单不可信：{reason}", "the manifest of the release {release} cannot be trusted: {reason}"),
    _RESTORE,
    Text("""`manifest.json` 记着发布的来历和每个文件的 SHA-256，由 `catalog release create` 写出，不手工修改。缺少清单、格式
不对、路径指向目录之外、名称与文件夹不同，都不予采信，这个发布的文件也就无从核对。""",
         """`manifest.json` records where a release comes from and the SHA-256 of every file. `catalog release create`
writes it, nobody edits it. One that is missing, has another form, names paths outside its folder or another release
is not believed, and nothing of the release can be checked."""),
)  # fmt: skip

RELEASE_IN_NOTICE = error_code(
    "V405", "release-in-notice",
    Text("发布 {release} 的日期 {on} 不晚于公示 {notice} 的结束日 {end}",
         "the release {release} of {on} is not later than {end}, the last day of its notice {notice}"),
    Text("公示期满之后再发布：删除这个尚未公布的发布，用公示结束之后的日期重新生成。",
         "Release after the notice has ended: remove this release, which nobody may have used, and make it again on a later day."),
    Text("""公示期内，任何人都可以提出异议。公示结束之前（含结束当日）的发布抢在异议之前，不能采用。""",
         """Until its last day a public notice is open for objections. A release on or before that day comes ahead of
them and cannot stand."""),
)  # fmt: skip

BROKEN_CHAIN = error_code(
    "V406", "broken-release-chain",
    Text("发布 {release} 记载的前一发布 {before} 不存在或已被改动",
         "the release {before}, which {release} names as the one before it, is missing or has changed"),
    Text("恢复前一发布：git checkout release/{before} -- releases/{before}",
         "Restore the earlier release: git checkout release/{before} -- releases/{before}"),
    Text("""每个发布都记着同一服务券前一发布和所更正发布的清单的 SHA-256。这样，连同清单一起改动旧发布也会被发现。""",
         """Each release records the SHA-256 of the manifest before it in the same voucher programme, and of the one it
amends. So an old release cannot be changed together with its manifest either."""),
)  # fmt: skip

TOTALS_DIFFER = error_code(
    "V407", "release-totals-differ",
    Text("发布 {release} 的清单写列入 {listed} 个、未列入 {excluded} 个，data/ 中是 {rows} 个和 {left_out} 个，或不是同样的目录条目",
         "the manifest of {release} counts {listed} listed and {excluded} left out, data/ has {rows} and {left_out}, or other listings"),
    _RESTORE,
    Text("""清单的合计与名单要一致：列入的条目与 `data/rows.json` 逐一相同，未列入的个数与 `data/assessments.json` 相同。不一致的清单不是本工具写成的。

恢复原样；需要更正的，作一次更正发布。""",
         """Totals and lists say the same: what the manifest lists is what `data/rows.json` holds, and as many are left out
as `data/assessments.json` tells. A manifest that differs was not written by this tool.

Restore it; what is wrong is corrected by an amending release."""),
)  # fmt: skip

CODES: tuple[Code, ...] = (
    RELEASE_CHANGED, RELEASE_FILE_MISSING, RELEASE_FILE_EXTRA, DAMAGED_MANIFEST, RELEASE_IN_NOTICE, BROKEN_CHAIN,
    TOTALS_DIFFER,
)  # fmt: skip
