"""The command voucher quote: what a contract is paid, from a file that says who, what and when."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared import Settings, Usage, content_given, day_of, pass_settings, project_of, say, shared
from generator.cli.voucher import programme_named, voucher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.texts import Lang, Text
    from generator.vouchers.programme import Programmes
    from generator.vouchers.subsidy import Quote, QuoteLine

_MOST_BYTES = 1024 * 1024


@voucher.command()
@shared
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--voucher", "programme", metavar="ID", help="只用这个服务券方案 / this voucher programme only")
@click.option("--on", metavar="YYYY-MM-DD", help="申领日，默认今天 / the day of the claim, today by default")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="输出格式 / output",
    show_default=True,
)
@pass_settings
def quote(settings: Settings, file: Path, programme: str | None, on: str | None, form: str) -> None:
    """按企业、合同和产品测算奖补 / work out what vouchers pay for a contract, and which step limited it."""
    from generator.diagnostics import Diagnostic, Location
    from generator.source.reader import read_data, read_positions
    from generator.vouchers.calculator import check_names, listed_on, quote_data
    from generator.vouchers.programme import gather
    from generator.vouchers.request import NotARequest, read_request
    from generator.vouchers.subsidy import quote as quote_of

    lang = settings.language()
    day = day_of(settings, on, "--on") if on else settings.day()
    project = project_of(settings)
    content = content_given(settings, file, _MOST_BYTES)
    data, problems = read_data(file.name, content)
    if data is None or problems:
        code, finding = problems[0]
        line, column = finding.position or (1, 1)
        told = Diagnostic(Location(str(file), line, column), code, code.severity, finding.values)
        raise Usage(f"{told.location}: {told.message(lang)}")
    only = (programme_named(settings, project, programme).slug,) if programme else None
    programmes = gather(project, day, listed_on(project, day), only)
    try:
        request = read_request(data, day, project.vocabularies)
        check_names(project, request)
        found = quote_of(programmes, request)
    except NotARequest as error:
        line, column = read_positions(file.name, content).locate(error.pointer, error.on_key)
        raise Usage(f"{Location(str(file), line, column)}: {error.text.of(lang)}") from error
    if form == "json":
        import json

        click.echo(json.dumps(quote_data(found), ensure_ascii=False, indent=2))
        return
    for text in table(found, programmes, lang):
        click.echo(text)


def table(found: "Quote", programmes: "Programmes", lang: "Lang") -> "Iterator[str]":
    """Plain text: each line with its steps, the sums, what is wanted as evidence, programmes that cannot be used."""
    from generator.vouchers.reasons import REASONS

    names = {one.id: one.name.of(lang) for one in programmes.vouchers}
    for line in found.lines:
        yield from _line(line, lang)
    paid, share, base = yuan(found.subsidy), yuan(found.share), yuan(found.base)
    zh = f"合计 {base} 元：奖补 {paid} 元（申领 {found.claims} 项），企业自付 {share} 元。"
    yield say(lang, zh, f"CNY {base} in all: {paid} paid ({found.claims} claims), {share} the enterprise's share.")
    if found.proof == "exact":
        yield say(lang, "已证明没有更好的申领组合。", "Proven: no other choice of claims is better.")
    elif found.bound == found.subsidy:
        zh, en = (
            "奖补已是最多；申领项数是否最少没有逐一证明。",
            "No choice pays more; whether fewer claims would do is not proven.",
        )
        yield say(lang, zh, en)
    else:
        most = yuan(found.bound)
        zh = f"没有逐一证明；任何组合都不超过 {most} 元。"
        yield say(lang, zh, f"Not proven; no choice of claims can exceed CNY {most}.")
    for used in found.programmes:
        if used.claims:
            zh = f"{names[used.voucher]}：{used.claims} 项，{yuan(used.subsidy)} 元。兑现材料："
            yield say(lang, zh, f"{names[used.voucher]}: {used.claims} claims, CNY {yuan(used.subsidy)}. Evidence:")
            yield from (f"  - {text.of(lang)}" for text in used.evidence)
        elif used.reasons:
            why = say(lang, "；", "; ").join(REASONS[reason].of(lang) for reason in used.reasons)
            yield say(lang, f"{names[used.voucher]}：不能使用：{why}", f"{names[used.voucher]}: cannot be used: {why}")


def _line(line: "QuoteLine", lang: "Lang") -> "Iterator[str]":
    from generator.quantities import shown as decimal
    from generator.vouchers.reasons import LIMIT_NAMES, REASONS

    base = say(lang, "无金额", "no amount") if line.base is None else yuan(line.base)
    under = line.listing or (REASONS[line.reason].of(lang) if line.reason else "")
    yield f"{line.id}  {line.product}  {base} → {yuan(line.subsidy)}  [{under}]"
    names: dict[str, Text] = dict([*LIMIT_NAMES.items(), *REASONS.items()])
    for step in line.steps:
        # A limit that cut nothing is not worth a line.
        if step.step == "ratio" and line.ratio is not None:
            percent = decimal(Decimal(line.ratio) / 10_000)
            yield f"    {names[step.step].of(lang)} {percent} %: {yuan(step.before)} → {yuan(step.after)}"
        elif step.cut and step.step != "ratio":
            yield f"    {names[step.step].of(lang)}: {yuan(step.before)} → {yuan(step.after)} (−{yuan(step.cut)})"


def yuan(fen: int) -> str:
    """分 as yuan with two decimals and thousands apart."""
    return f"{fen // 100:,}.{fen % 100:02}"
