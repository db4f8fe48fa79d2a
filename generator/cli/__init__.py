"""The command `catalog`: parses options, calls one function, prints, exits.

Exit codes: 0 no error, 1 at least one error in the data, 2 wrong use or a fault of the tool itself.
Only this package prints, exits and reads the clock and the environment. Everything heavy is imported
by the command that needs it, so that `--help` is quick.
"""

import os
import sys

import click

from generator.cli import checking, editing, linking, publishing  # noqa: F401 - each module brings its commands
from generator.cli.shared import catalog


def main() -> None:
    """Run the command. A fault of the tool itself is one line and exit 2, never a traceback."""
    try:
        catalog(prog_name="catalog", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)
    except Exception as error:
        if os.environ.get("CATALOG_DEBUG"):
            raise
        click.echo(
            f"内部错误 / internal error: {type(error).__name__}: {str(error).partition(chr(10))[0]}（CATALOG_DEBUG=1 显示详情 / shows more）",
            err=True,
        )
        sys.exit(2)
