"""Takes the README's picture: the built home page as Chromium shows it.

    python -m tools.screenshot site docs/images/home.png

The site is served from this machine for as long as that takes.
"""

import argparse
import functools
import shutil
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.system_packages import NEEDS

WIDTH, HEIGHT = 1280, 860


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


def main() -> None:
    options = argparse.ArgumentParser(description="Take a picture of a built site's home page.")
    options.add_argument("site", type=Path)
    options.add_argument("picture", type=Path)
    options.add_argument("--page", default="", help="address of the page below the site's root")
    given = options.parse_args()
    browser = chromium_path()
    if not (given.site / "index.html").is_file():
        sys.exit(f"screenshot: no site in {given.site}; run `make site` first")
    given.picture.parent.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=given.site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    take(browser, f"http://127.0.0.1:{server.server_port}/{given.page}", given.picture)
    server.shutdown()
    print(f"{given.picture}: {given.picture.stat().st_size // 1024} KB")


def chromium_path() -> str:
    """Where Chromium is; ends the program where it is not."""
    browser = next((found for name in NEEDS["chromium"].programs if (found := shutil.which(name))), None)
    return browser or sys.exit("Chromium is missing")


def take(browser: str, address: str, picture: Path) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, locale="zh-CN", color_scheme="light", reduced_motion="reduce"
        )
        page.goto(address, wait_until="networkidle")
        page.screenshot(path=picture, animations="disabled")
        chromium.close()


if __name__ == "__main__":
    main()
