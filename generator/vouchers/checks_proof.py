"""The checks of a listing that look at what others say: claims with evidence, certificates, public notices."""

from generator.model.grading import Scheme
from generator.model.parts import Claim
from generator.model.voucher import ListingTest
from generator.project import DRAFT
from generator.texts import NOTHING, Text
from generator.vouchers import wording
from generator.vouchers.found import Found, met, not_met, not_stated
from generator.vouchers.published import fingerprint, row_of
from generator.vouchers.standing import Case, certificates, notices


def conformity(case: Case, test: ListingTest) -> Found:
    """Enough provisions are claimed as met, with evidence, and have not changed since."""
    needed = test.count if test.count is not None else 1
    standard = (
        wording.entry(case.project, f"standards/{test.standard}") if test.standard else Text("标准", "a standard")
    )
    about = [c for c in (case.product.conforms_to if case.product else ()) if test.standard in (None, c.standard)]
    fit = {(c.standard, c.provision) for c in about if c.result == "met" and c.evidence and not _suspect(case, c)}
    remedy = Text(
        f"在产品条目的 conforms_to 中声明符合{standard.zh}的至少 {needed} 个条款，附证明材料；条款改动后重新核对。",
        f"Claim at least {wording.many(needed, 'provision', 'provisions')} of {standard.of('en')} under conforms_to, with evidence, and look again"
        " at those that changed since.",
    )
    if not about:
        return not_stated(Text("没有符合性声明", "no claims of conformity"), remedy)
    value = Text(
        f"{len(about)} 条声明，{len(fit)} 条符合并有证明材料",
        f"{wording.many(len(about), 'claim', 'claims')}, {len(fit)} met with evidence",
    )
    return Found("met", value) if len(fit) >= needed else not_met(value, remedy)


def certificate(case: Case, test: ListingTest) -> Found:
    """A certificate of the scheme is in force, of the level asked or a higher one."""
    held = [one for one in certificates(case) if test.scheme in (None, one.certificate.scheme)]
    scheme = case.project.find("schemes", test.scheme, Scheme) if test.scheme else None
    name = scheme.name.text if scheme else Text("认证和等级评价", "certification and grading")
    level = next((one for one in scheme.levels if one.id == test.level), None) if scheme and test.level else None
    grade = level.name.text if level else Text(test.level or "", test.level or "")
    wanted = Text(f"{name.zh}{grade.zh}", f"{name.of('en')}{', ' if test.level else ''}{grade.of('en')}")
    above = Text("及以上", " or higher") if test.level else NOTHING
    remedy = Text(f"取得{wanted.zh}{above.zh}的有效证书。", f"Obtain a certificate in force: {wanted.en}{above.en}.")
    if not held:
        return not_stated(Text("没有证书", "no certificate"), remedy)
    valid = [one for one in held if one.in_force]
    if not valid:
        last = wording.certificate(held[-1])
        return not_met(Text(f"证书不在有效状态：{last.zh}", f"not in force: {last.en}"), remedy)
    # Ranks compare within one scheme only; a level that the scheme does not have is reached by none.
    fit = [one for one in valid if not test.level or (level is not None and one.rank >= level.rank)]
    best = wording.certificate(max(fit or valid, key=lambda one: one.rank))
    return Found("met", best) if fit else not_met(Text(f"等级不够：{best.zh}", f"too low a level: {best.en}"), remedy)


def no_open_objection(case: Case, test: ListingTest) -> Found:
    """No notice of the listing has an objection that is open."""
    found = notices(case)
    if not found:
        return met("没有公示，也没有异议", "no notice, and no objection")
    still = sum(line.objections_open for _, _, line in found)
    closed = sum(line.objections_closed for _, _, line in found)
    if still:
        remedy = Text("配合受理单位办结异议。", "Help the receiving office to settle the objections.")
        return not_met(Text(f"{still} 件异议未办结", f"{wording.many(still, 'objection', 'objections')} open"), remedy)
    if closed:
        return met(f"{closed} 件异议，均已办结", f"{wording.many(closed, 'objection', 'objections')}, all settled")
    return met("没有异议", "no objections")


def noticed(case: Case, test: ListingTest) -> Found:
    """A notice has ended without an open objection, and what was published then is what would be published now."""
    found = notices(case)
    if not found:
        remedy = Text("等候公示。", "Wait for the public notice.")
        return not_met(Text("尚未公示", "no public notice yet"), remedy)
    ended = [one for one in found if one[1].end < case.on]
    if not ended:
        entry, notice, _ = found[-1]
        value = Text(
            f"公示中，{notice.end} 结束：{entry.name.zh}", f"on notice until {notice.end}: {entry.name.of('en')}"
        )
        return not_met(value, Text(f"等候公示期满，即 {notice.end} 之后。", f"Wait until {notice.end} has passed."))
    clear = [one for one in ended if not one[2].objections_open]
    if not clear:
        still = sum(line.objections_open for _, _, line in ended)
        value = Text(
            f"公示期满，{still} 件异议未办结",
            f"the notice has ended with {wording.many(still, 'objection', 'objections')} open",
        )
        return not_met(value, Text("办结异议。", "Have the objections settled."))
    now = fingerprint(row_of(case.entry, case.project, case.on))
    # A notice that kept no fingerprint speaks for the listing only until a later one has ended.
    same = [one for one in clear if one[2].fingerprint == now or (one is clear[-1] and one[2].fingerprint is None)]
    if not same:
        value = Text("公示后有变化，须重新公示", "changed after the notice; needs a new one")
        remedy = Text(
            "改回公示时的内容，或请主管部门重新公示。", "Go back to what was noticed, or ask for a new notice."
        )
        return not_met(value, remedy)
    entry, notice, line = same[-1]
    kept = Text("内容未变", "unchanged since") if line.fingerprint else Text("未记指纹", "without a fingerprint")
    return met(
        f"{entry.name.zh}，{notice.end} 期满，{kept.zh}", f"{entry.name.of('en')}, ended {notice.end}, {kept.en}"
    )


def _suspect(case: Case, claim: Claim) -> bool:
    """Whether the provision is gone from the draft, or has changed since the claim kept its fingerprint."""
    draft = case.project.drafts.get(claim.standard)
    if draft is None or claim.edition != DRAFT:
        return False
    now = next((one.fingerprint for one in draft.provisions if one.id == claim.provision), None)
    return now is None or claim.fingerprint not in (None, now)
