"""The content security policy of the pages: what their own scripts hash to, and nothing else.

The policy is computed from a *frame*, before anything is stamped into it, so that a script which came
in with an entry could never be allowed. `frame-ancestors` cannot stand in a meta element.
"""

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""type\s*=\s*["']?application/(ld\+)?json""", re.IGNORECASE)


def hashes(html: str) -> tuple[str, ...]:
    """The CSP sources of the inline scripts that `html` would execute, sorted, each once."""
    found = set()
    for script in _SCRIPT.finditer(html):
        attributes = script["attributes"]
        if not re.search(r"\bsrc\s*=", attributes) and not _DATA.search(attributes):
            digest = hashlib.sha256(script["code"].encode()).digest()
            found.add(f"'sha256-{base64.b64encode(digest).decode()}'")
    return tuple(sorted(found))


def policy(html: str) -> str:
    """The policy for a page that holds just the inline scripts of `html`.

    The worker is the search's; `data:` images are the icons in the theme's CSS.
    """
    scripts = " ".join(("'self'", *hashes(html)))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "worker-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def meta(html: str) -> str:
    """The element that states the policy; the first in `<head>` after the character set."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
