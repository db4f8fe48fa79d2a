"""The command `catalog`: parses options, calls one function, prints, exits.

Exit codes: 0 no error, 1 at least one error in the data, 2 wrong use or a fault of the tool itself.
Only this package prints, exits and reads the clock and the environment. Everything heavy is imported
by the command that needs it, so that `--help` is quick.
"""

import gc
import os
import sys
from typing import NoReturn

import click

from generator.cli import (  # noqa: F401 - each brings its commands
    checking,
    editing,
    grading,
    importing,
    linking,
    noticing,
    publishing,
    quoting,
    release,
    standard,
    standard_comments,
    standard_comments_in,
    standard_import,
    standard_pdf,
    standard_redline,
    standard_stages,
    standard_word,
    voucher,
)
from generator.cli.frame import asked_lang, say, shown
from generator.cli.shared import Settings, catalog
from generator.output import Linked, NotOurs, Outside


def run() -> NoReturn:
    """What the installed command runs: `main`, and out.

    The process is short and keeps what it reads: nothing is collected on the way, and at the end nothing is taken
    apart object by object (a third of the time that the check of a large catalogue takes).
    """
    gc.disable()
    code: object = 0
    try:
        main()
    except SystemExit as done:
        code = done.code
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = 0
    os._exit(code if isinstance(code, int) else 0)


def main() -> None:
    """Run the command. A fault of the tool itself is one line and exit 2, never a traceback."""
    settings = Settings()
    settings.lang = asked_lang(sys.argv[1:])
    lang = settings.language()
    try:
        catalog(prog_name="catalog", standalone_mode=False, obj=settings)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.message, err=True)
        sys.exit(2)
    except click.Abort:
        sys.exit(2)
    except click.ClickException as error:
        click.echo(shown(error, lang), err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)
    except Outside as error:
        zh = f"错误：{error} 是通到仓库之外的链接，不向那里写文件；请先删除该链接。"
        en = (
            f"Error: {error} leads out of the repository through a link, and nothing is written there. Remove the link."
        )
        click.echo(say(lang, zh, en), err=True)
        sys.exit(2)
    except Linked as error:
        zh = f"错误：{error} 是符号链接，它所指的文件会随网站公开；请换成文件本身。"
        en = f"Error: {error} is a symbolic link, and what it leads to would be published. Put the file itself there."
        click.echo(say(lang, zh, en), err=True)
        sys.exit(1)
    except NotOurs as error:
        zh = f"错误：{error} 不是本工具建立的，不替换；请先移走它，或用 --out 另选一个空目录。"
        en = f"Error: this tool did not make {error} and does not replace it. Move it away, or name an empty folder with --out."
        click.echo(say(lang, zh, en), err=True)
        sys.exit(2)
    except Exception as error:
        if os.environ.get("CATALOG_DEBUG"):
            raise
        what = f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
        zh = f"内部错误：{what}（CATALOG_DEBUG=1 显示详情）"
        click.echo(say(lang, zh, f"internal error: {what} (CATALOG_DEBUG=1 shows more)"), err=True)
        sys.exit(2)
