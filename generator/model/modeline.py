"""The first line of a file, which tells editors its schema."""

from generator.model.schema import VERSION

MODELINE = "# yaml-language-server:"


def modelines(path: str, name: str) -> tuple[str, str]:
    """For the file at `path` of the kind or settings file `name`: the line to write, and the one for older editors."""
    schemas = f"{'../' * path.count('/')}schemas/{VERSION}"
    recent, older = (f"{MODELINE} $schema={schemas}/{form}{name}.schema.json" for form in ("", "draft-07/"))
    return recent, older
