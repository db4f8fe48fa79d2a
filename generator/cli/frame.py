"""Help and errors of the command in one language: what click itself would say in English, and help without cuts.

A help text holds both languages, "中文 / English"; the one asked for is shown.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, cast

import click

from generator.texts import LANGS, Lang


class Speaker(Protocol):
    """What a command's context holds."""

    def language(self) -> Lang: ...


def lang_in(context: click.Context | None) -> Lang:
    speaker = cast("Speaker | None", context.find_root().obj) if context else None
    return speaker.language() if speaker else LANGS[0]


def asked_lang(arguments: Sequence[str]) -> Lang | None:
    """The language that `--lang` asks for, wherever it stands: help and errors may come before it is parsed."""
    found = None
    for option, value in zip(arguments, [*arguments[1:], ""], strict=False):
        for lang in LANGS:
            if (option, value) == ("--lang", lang) or option == f"--lang={lang}":
                found = lang
    return found


def say(lang: Lang, zh: str, en: str) -> str:
    return en if lang == "en" else zh


def one_of(text: str | None, lang: Lang) -> str:
    """The part of "中文 / English" in that language."""
    zh, _, en = (text or "").strip().partition(" / ")
    return say(lang, zh, (en or zh).removesuffix("."))


class Command(click.Command):
    """A command whose help is in one language."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这一说明 / show this text"
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        takes_more = ctx.allow_extra_args
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not takes_more and not ctx.resilient_parsing:
            raise Surplus(rest, ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = lang_in(ctx)
        pieces = [self._piece(piece, lang) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=say(lang, "用法：", "Usage: "))

    @staticmethod
    def _piece(piece: str, lang: Lang) -> str:
        chinese = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]...", "ID": "编号"}
        return chinese.get(piece, piece) if lang == "zh" else piece

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(one_of(self.help, lang_in(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = lang_in(ctx)
        rows = []
        for option in self.get_params(ctx):
            record = option.get_help_record(ctx) if isinstance(option, click.Option) else None
            if record:
                extra = record[1].removeprefix(str(cast(click.Option, option).help))
                rows.append(
                    (_in_lang(record[0], lang), one_of(cast(click.Option, option).help, lang) + _extra(extra, lang))
                )
        with formatter.section(say(lang, "选项", "Options")):
            formatter.write_dl(rows)


class Group(Command, click.Group):
    """A group of such commands. Its list cuts no text short, and a mistyped command gets a hint."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return click.Group.parse_args(self, ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        lang = lang_in(ctx)
        rows = [(name, one_of(self.commands[name].help, lang)) for name in self.list_commands(ctx)]
        with formatter.section(say(lang, "命令", "Commands")):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise Unknown(args[0], self.list_commands(ctx), ctx)
        return super().resolve_command(ctx, args)


class Surplus(click.UsageError):
    """More arguments than a command takes."""

    def __init__(self, arguments: Iterable[str], context: click.Context) -> None:
        super().__init__(" ".join(map(str, arguments)), context)


class Unknown(click.UsageError):
    """A command that there is not."""

    def __init__(self, name: str, known: Iterable[str], context: click.Context) -> None:
        super().__init__(name, context)
        self.known = tuple(known)


def shown(error: click.ClickException, lang: Lang) -> str:
    """What went wrong, as it is printed: for a slip in the command's form with its usage before it."""
    sentence = say(lang, f"错误：{_sentence(error, lang)}", f"Error: {_sentence(error, lang)}")
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return sentence
    context = error.ctx
    usage = context.get_usage()
    help_ = say(lang, f"查看说明：{context.command_path} --help", f"For help: {context.command_path} --help")
    return f"{usage}\n{help_}\n\n{sentence}"


def _sentence(error: click.ClickException, lang: Lang) -> str:
    match error:
        case Unknown():
            from generator.diagnostics import allowed, nearest

            hint = nearest(error.message, error.known).of(lang) or allowed(error.known, most=20).of(lang)
            return say(lang, f"没有命令 {error.message}。{hint}", f"there is no command {error.message}; {hint}")
        case Surplus():
            return say(lang, f"多出了 {error.message}", f"{error.message} is more than it takes")
        case click.NoSuchOption():
            hint = "、".join(error.possibilities or ()) if lang == "zh" else ", ".join(error.possibilities or ())
            zh = f"没有选项 {error.option_name}" + (f"，是否想写 {hint}？" if hint else "")
            return say(
                lang, zh, f"there is no option {error.option_name}" + (f"; did you mean {hint}?" if hint else "")
            )
        case click.BadOptionUsage():
            name = error.option_name
            if "not take" in error.message:
                return say(lang, f"选项 {name} 不带值", f"the option {name} takes no value")
            return say(lang, f"选项 {name} 后面缺少值", f"the option {name} needs a value")
        case click.MissingParameter():
            name = _in_lang(_name(error), lang)
            return say(lang, f"缺少 {name}", f"{name} is missing")
        case click.BadParameter():
            name, wanted = _in_lang(_name(error), lang), _wanted(error, lang)
            return (
                say(lang, f"{name} 应为{wanted}", f"{name} is to be {wanted}") if wanted else f"{name}: {error.message}"
            )
        case _:
            return error.format_message()


def _name(error: click.BadParameter) -> str:
    """How a parameter is typed: its longest option, or the word for an argument in the usage."""
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.human_readable_name if error.param else ""


def _in_lang(name: str, lang: Lang) -> str:
    """A parameter as it is shown: the id of an entry is called 编号 in Chinese."""
    return re.sub(r"\bID\b", "编号", name) if lang == "zh" else name


def _wanted(error: click.BadParameter, lang: Lang) -> str:
    match error.param.type if error.param else None:
        case click.Choice(choices=choices):
            names = [str(choice) for choice in choices]
            return say(lang, f" {'、'.join(names)} 之一", f"one of {', '.join(names)}")
        case click.IntRange(min=least, max=most):
            return say(lang, f" {least} 到 {most} 的整数", f"a whole number from {least} to {most}")
        case click.Path(exists=True):
            return say(lang, "已有的目录", "a folder that exists")
        case click.Path():
            return say(lang, "目录", "a folder")
        case _:
            return ""


def _extra(text: str, lang: Lang) -> str:
    return text.replace("default: ", "默认 ") if lang == "zh" else text
