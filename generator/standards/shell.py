"""Pages of standards that are one file and need nothing else: no script, no other host, figures inside."""

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup

from generator.markup import fill
from generator.texts import Lang

_PICTURES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}
_STYLE = Path(__file__).with_name("shell.css")


def self_contained(title: str, lang: Lang, body: Markup, more_style: str = "") -> str:
    """An HTML file of `body`. `more_style`: style sheets of ours beside the one of every such page."""
    sheet = _STYLE.read_text("utf-8") + more_style
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return str(
        fill(
            '<!doctype html>\n<html lang="{}">\n<head>\n<meta charset="utf-8">\n'
            '<meta http-equiv="Content-Security-Policy" content="{}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
            '<meta name="color-scheme" content="light dark">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n'
            "{}</body>\n</html>\n",
            "en" if lang == "en" else "zh-CN",
            policy,
            title,
            Markup(sheet),  # noqa: S704 - our own style sheets
            body,
        )
    )


def picture_address(file: str, content: bytes) -> str:
    """A picture as a `data:` address, for a page that has no other files. Its kind is told by the name's ending."""
    kind = _PICTURES.get(file.rpartition(".")[2], "application/octet-stream")
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
