"""Takes the pictures of the province's guide: what the four commands leave, as readers see it.

    python -m tools.guide_pictures

The commands are run in a copy of this repository, on days at which the illustrative programme's notice can be held, and
its site is shown by Chromium; the official table is the first page of the released PDF.
"""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tools.screenshot import Quiet, chromium_path

ROOT = Path(__file__).resolve().parents[1]
VOUCHER, RELEASE, DAY = "example-5g-intranet-voucher", "example-2026-1", "2026-12-02"
COPIED = (
    "catalog",
    "standards",
    "docs",
    "schemas",
    "site_overrides",
    "mkdocs.yml",
    "mkdocs.en.yml",
    "requirements.lock",
    ".gitignore",
)
WHO = {name: value for role in ("AUTHOR", "COMMITTER") for name, value in (
    (f"GIT_{role}_NAME", "office"), (f"GIT_{role}_EMAIL", "office@example.org"), (f"GIT_{role}_DATE", f"{DAY}T00:00:00+0800"),
)}  # fmt: skip
SHOTS: tuple[tuple[str, str, str], ...] = (
    ("why", "products/example-agv-dispatch/", "section[aria-labelledby=listed]"),
    ("notice", "notices/example-notice-2026-3/", "article"),
    ("release", f"releases/{RELEASE}/", "article"),
    ("downloads", f"releases/{RELEASE}/", "section[aria-labelledby=downloads]"),
)
"""Name, page, and the part of it that is shown, at most MOST pixels high."""

WIDTH, MOST = 1100, 560


def main() -> None:
    browser = chromium_path()
    with tempfile.TemporaryDirectory() as folder:
        root, site = Path(folder) / "root", Path(folder) / "site"
        released(root, site)
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for lang, docs in (("zh", ROOT / "docs"), ("en", ROOT / "docs" / "en")):
                out = docs / "guide" / "images"
                out.mkdir(parents=True, exist_ok=True)
                page = chromium.new_page(
                    viewport={"width": WIDTH, "height": MOST}, color_scheme="light", reduced_motion="reduce",
                    locale="zh-CN" if lang == "zh" else "en-GB",
                )  # fmt: skip
                base = f"http://127.0.0.1:{server.server_port}/{'en/' if lang == 'en' else ''}"
                for name, address, part in SHOTS:
                    take(page, base + address, part, out / f"{name}.png")
                table(root / "releases" / RELEASE / "files" / "catalogue.pdf", out / "table.png")
                page.close()
            chromium.close()
            server.shutdown()


def released(root: Path, site: Path) -> None:
    """The four commands, and the site as of the day of the release."""
    root.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        else:
            shutil.copy(source, root)
    environment = {**os.environ, **WHO, "PYTHONPATH": str(ROOT)}

    def run(*command: str) -> None:
        subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL)

    def commit() -> None:
        run("git", "add", "-A")
        run("git", "commit", "-qm", "change")

    catalog = (sys.executable, "-m", "generator")
    run("git", "init", "-qb", "main")
    commit()
    run(*catalog, "voucher", "notice", "--voucher", VOUCHER, "--start", "2026-11-23")
    commit()
    run(*catalog, "release", "create", RELEASE, "--voucher", VOUCHER, "--on", DAY)
    commit()
    run("git", "tag", "-am", "release", f"release/{RELEASE}")
    run(*catalog, "--today", DAY, "build", "--out", str(site))


def take(page: Page, address: str, part: str, picture: Path) -> None:
    """The upper part of an element."""
    page.goto(address, wait_until="networkidle")
    box = page.locator(part).first.bounding_box()
    if box is None:
        sys.exit(f"guide_pictures: {address} has no {part}")
    clip = {
        "x": max(box["x"] - 12, 0),
        "y": max(box["y"] - 8, 0),
        "width": box["width"] + 24,
        "height": min(box["height"] + 16, MOST),
    }
    page.screenshot(path=picture, clip=clip, full_page=True, animations="disabled")  # type: ignore[arg-type]
    print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1024} KB")


def table(document: Path, picture: Path) -> None:
    """The page of the PDF that has the official table, behind cover, contents and introduction."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "pdftoppm",
            "-r",
            "80",
            "-f",
            "3",
            "-l",
            "3",
            "-x",
            "0",
            "-y",
            "0",
            "-W",
            "936",
            "-H",
            "345",
            "-png",
            "-singlefile",
            str(document),
            f"{folder}/page",
        ]
        subprocess.run(command, check=True)
        shutil.move(f"{folder}/page.png", picture)
    print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
