"""One run of MkDocs or ProperDocs in a process of its own: `python -m generator.site.mkdocs_run ORDER`.

ORDER is the JSON that `frames.make_frames` writes. ProperDocs has to be imported before any
`mkdocs` module, because it puts itself in their place; hence a process that decides first.
"""

import importlib
import json
import sys
from pathlib import Path
from typing import Any


def run(order: dict[str, Any]) -> None:
    engine: str = order["engine"]
    if engine == "properdocs":
        importlib.import_module("properdocs.replacement")
    load_config = importlib.import_module(f"{engine}.config").load_config
    build = importlib.import_module(f"{engine}.commands.build").build
    settings = {key: order[key] for key in ("docs_dir", "site_dir", "site_url")}
    naming = dict(order["naming"])
    extra = naming.pop("extra", {})  # added to what mkdocs.yml has there; a setting would replace all of it
    config = load_config(config_file=order["config"], **settings, **naming)
    config.extra.update(extra)
    plugin = config.plugins["catalog"]
    plugin.frames_dir = Path(order["frames_dir"])
    plugin.order_frames(order["specs"])
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()


if __name__ == "__main__":
    run(json.loads(sys.argv[1]))
