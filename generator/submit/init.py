"""A new repository: empty, of the same shape, and buildable."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from generator.loader import code_lists
from generator.model.registry import KINDS
from generator.model.schema import schema_files
from generator.source.tree import MemoryTree
from generator.submit.refused import checked_name
from generator.submit.template import quoted

STARTER = files("generator") / "starter"
DEFAULT_NAME = "解决方案与团体标准目录"


def new_repository(name: str = "") -> dict[str, bytes]:
    """The files of a new repository by their path. `name`: the catalogue's name in Chinese. Raises Refused."""
    name = checked_name(name) or DEFAULT_NAME
    found = {f"catalog/{path}": content for path, content in _below(STARTER / "catalog")}
    found["catalog/programme.yaml"] = _filled("programme.yaml", quoted(name))
    found["README.md"] = _filled("README.md", name)
    found[".gitignore"] = (STARTER / "gitignore").read_bytes()
    for kind in KINDS.values():
        folder = "standards" if kind.folder == "standards" else f"catalog/{kind.folder}"
        if not any(path.startswith(f"{folder}/") for path in found):
            found[f"{folder}/.gitkeep"] = b""
    found |= {f"schemas/{path}": content for path, content in schema_files(code_lists(MemoryTree(found)))}
    return dict(sorted(found.items()))


def _filled(file: str, name: str) -> bytes:
    return (STARTER / file).read_text("utf-8").replace("{name}", name).encode()


def _below(folder: Traversable, at: str = "") -> Iterator[tuple[str, bytes]]:
    for child in folder.iterdir():
        if child.is_dir():
            yield from _below(child, f"{at}{child.name}/")
        else:
            yield f"{at}{child.name}", child.read_bytes()
