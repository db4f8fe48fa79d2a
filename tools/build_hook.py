"""Puts the default look of a site into the wheel: `generator/share/` holds the theme and mkdocs.yml.

In a checkout they stand at the root, where an editable install finds them; a wheel needs its own copy.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DEFAULTS = ("mkdocs.yml", "mkdocs.en.yml", "site_overrides")


class DefaultsHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds what exists of `DEFAULTS`, except to an editable install."""
        if version == "editable":
            return
        for name in DEFAULTS:
            if (Path(self.root) / name).exists():
                build_data["force_include"][name] = f"generator/share/{name}"
