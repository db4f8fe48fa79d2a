"""Frames: the blank pages that MkDocs (or ProperDocs) makes once, for thousands of pages to be stamped into.

Two processes run side by side, one for each language, with the project's own mkdocs.yml. What they
leave, the frames, the hand-written guides and the theme's files, is kept in a folder named by the hash
of everything it was made from, so that the next build of the same theme and guides starts no MkDocs.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from generator.model.registry import KINDS
from generator.output import refuse_links, swap_in, write_file
from generator.site.naming import Naming
from generator.site.page import Page, folder_of
from generator.site.stamping import Frame, FrameError, cut, stamp
from generator.texts import LANGS, Lang

Engine = Literal["mkdocs", "properdocs"]
CONFIG: Mapping[Lang, str] = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
EDIT_ROOT = "edit-root.txt"
_MANIFEST = "frames.json"
_PACKAGES = ("mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "pygments")
_UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers", "assets/images/favicon.png")


@dataclass(frozen=True, slots=True)
class FrameSpec:
    """A frame to make: its name, and the place in docs/ where MkDocs believes its source to be.

    `products/_frame.md` gives a frame for pages two folders deep, `products/index.md` one for the
    page `products/` itself, `index.md` the home page's.
    """

    name: str
    source: str

    @property
    def depth(self) -> int:
        return self.source.count("/") + (not self.source.endswith("index.md"))

    @property
    def folder(self) -> str:
        return self.source.rpartition("/")[0]

    @property
    def template(self) -> str:
        return "home.html" if self.name == "home" else "frame.html"


def default_specs(folders: Sequence[str] = tuple(KINDS)) -> tuple[FrameSpec, ...]:
    """The home page, search, rules, releases, the calculator, what belongs to a standard, and two frames for each kind's folder."""
    specs = [FrameSpec("home", "index.md"), FrameSpec("search", "search/index.md")]
    specs += [FrameSpec("rules", "rules/index.md"), FrameSpec("rule", "rules/_frame.md")]
    specs += [FrameSpec("releases", "releases/index.md"), FrameSpec("release", "releases/_frame.md")]
    specs.append(FrameSpec("quote", "quote/index.md"))
    specs.append(FrameSpec("standard", "standards/_standard/_frame.md"))
    for folder in folders:
        specs += [FrameSpec(f"index:{folder}", f"{folder}/index.md"), FrameSpec(folder, f"{folder}/_frame.md")]
    return tuple(specs)


@dataclass(frozen=True, slots=True)
class FrameSet:
    """All frames of a site.

    `static`: a folder laid out like the site, to be copied there first: guides, 404.html, assets.
    `guides`: the addresses of the hand-written pages in it, for each language.
    """

    frames: Mapping[tuple[Lang, str], Frame]
    static: Path
    guides: Mapping[Lang, tuple[str, ...]]

    def stamp(self, page: Page) -> bytes:
        """The bytes of the page's file. FrameError if there is no such frame or it does not fit."""
        frame = self.frames.get((page.lang, page.frame))
        if frame is None:
            raise FrameError(f"the page '{page.address}' asks for a frame '{page.frame}' that does not exist")
        return stamp(frame, page)

    def static_files(self) -> Iterator[str]:
        """The paths below `static`, sorted."""
        for path in sorted(self.static.rglob("*")):
            if path.is_file():
                yield path.relative_to(self.static).as_posix()


def share_folder() -> Path:
    """Where the default mkdocs.yml and site_overrides/ are: beside the package, or inside an installed one."""
    package = Path(__file__).resolve().parent.parent
    packed = package / "share"
    return packed if packed.is_dir() else package.parent


def make_frames(
    root: Path,
    work: Path,
    *,
    site_url: str | None,
    sections: Sequence[FrameSpec] = (),
    naming: Naming | None = None,
    langs: Sequence[Lang] = LANGS,
    engine: Engine = "mkdocs",
) -> FrameSet:
    """The frames of these languages, from `work` where they are kept, else made there by `engine`.

    `root`: holds docs/ and, if it has its own, mkdocs.yml, mkdocs.en.yml and site_overrides/.
    `site_url`: the address of the Chinese site, with a slash at its end; None leaves out what needs it.
    `sections`: the frames wanted; none means `default_specs()`. `naming`: what replaces MkDocs' own settings.
    FrameError says what MkDocs said.
    """
    with framing(
        root, work, site_url=site_url, sections=sections, naming=naming, langs=langs, engine=engine
    ) as finished:
        return finished()


@contextmanager
def framing(
    root: Path,
    work: Path,
    *,
    site_url: str | None,
    sections: Sequence[FrameSpec] = (),
    naming: Naming | None = None,
    langs: Sequence[Lang] = LANGS,
    engine: Engine = "mkdocs",
) -> Iterator[Callable[[], FrameSet]]:
    """The same, begun here and waited for when the function is called: meanwhile there is other work to do.

    Raises Linked for a symbolic link among the guides or the theme's files: MkDocs would publish what it leads to.
    """
    specs = tuple(sections) or default_specs()
    home = root if (root / CONFIG["zh"]).is_file() else share_folder()
    refuse_links(root / "docs", home / "site_overrides")
    key = _key(root, home, (engine, site_url, naming, specs, tuple(langs)))
    kept = work / key
    if (kept / _MANIFEST).is_file():
        yield lambda: load_frames(kept)
        return
    fresh = work / f"{key}.{os.getpid()}"
    runs = _started(root, home, fresh, specs, site_url, naming or {}, langs, engine)

    def finished() -> FrameSet:
        _finish(runs, fresh, specs, site_url, engine)
        _drop_others(work)
        swap_in(fresh, kept)
        return load_frames(kept)

    try:
        yield finished
    finally:
        for run in runs.values():
            run.kill()
            run.wait()
            if run.stdout:
                run.stdout.close()
        shutil.rmtree(fresh, ignore_errors=True)


def load_frames(kept: Path) -> FrameSet:
    """The frames that `make_frames` left in a folder."""
    manifest = json.loads((kept / _MANIFEST).read_text("utf-8"))
    frames: dict[tuple[Lang, str], Frame] = {}
    langs: list[Lang] = manifest["langs"]
    for lang in langs:
        for spec in (FrameSpec(*pair) for pair in manifest["specs"]):
            html = (kept / "frames" / lang / file_name(spec.name)).read_text("utf-8")
            site = {"site_url": manifest["site_url"], "edit_root": manifest["edit_root"][lang]}
            frames[lang, spec.name] = cut(html, name=spec.name, lang=lang, depth=spec.depth, **site)
    static = kept / "site"
    return FrameSet(frames, static, {lang: guide_addresses(static, lang) for lang in langs})


def guide_addresses(site: Path, lang: Lang) -> tuple[str, ...]:
    """The addresses of the pages that MkDocs itself left in a folder laid out like the site."""
    base = site / folder_of(lang)
    found = (path.relative_to(base).as_posix().removesuffix("index.html") for path in base.rglob("index.html"))
    others = tuple(folder_of(other) for other in LANGS if other != lang and folder_of(other))
    return tuple(sorted(address for address in found if not address.startswith(others)))


def unused(site: Path) -> Iterator[Path]:
    """What the theme brings and no page asks for: source maps, and the search that is switched off."""
    yield from (site / name for name in _UNUSED if (site / name).exists())
    yield from sorted((site / "assets").glob("**/*.map"))


def _started(
    root: Path,
    home: Path,
    fresh: Path,
    specs: Sequence[FrameSpec],
    site_url: str | None,
    naming: Naming,
    langs: Sequence[Lang],
    engine: Engine,
) -> dict[Lang, subprocess.Popen[bytes]]:
    runs: dict[Lang, subprocess.Popen[bytes]] = {}
    for lang in langs:
        docs = root / "docs" if lang == "zh" else root / "docs" / lang
        if not docs.is_dir():
            docs = fresh / "docs" / lang
            docs.mkdir(parents=True)
        order = {
            "engine": engine,
            "config": str(home / CONFIG[lang]),
            "docs_dir": str(docs),
            "site_dir": str(fresh / "site" if lang == "zh" else fresh / lang),
            "frames_dir": str(fresh / "frames" / lang),
            "site_url": f"{site_url}{folder_of(lang)}" if site_url else "",
            "naming": dict(naming.get(lang, {})),
            "specs": [(spec.name, spec.source) for spec in specs],
        }
        command = [sys.executable, "-m", "generator.site.mkdocs_run", json.dumps(order)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **QUIET}
        runs[lang] = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
    return runs


def _finish(
    runs: Mapping[Lang, subprocess.Popen[bytes]],
    fresh: Path,
    specs: Sequence[FrameSpec],
    site_url: str | None,
    engine: Engine,
) -> None:
    said = {lang: run.communicate()[0].decode(errors="replace") for lang, run in runs.items()}
    for lang, run in runs.items():
        if run.returncode:
            text = said[lang].strip()[-4000:]
            last = text.rpartition("\n")[2]
            raise FrameError(f"{engine} could not make the frames ({CONFIG[lang]}): {last}\n{text}")
    if "en" in runs:
        (fresh / "en").rename(fresh / "site" / "en")
        (fresh / "site" / "en" / "404.html").unlink(missing_ok=True)
    edit_root = {lang: (fresh / "frames" / lang / EDIT_ROOT).read_text("utf-8") for lang in runs}
    manifest = {
        "langs": list(runs),
        "specs": [(s.name, s.source) for s in specs],
        "site_url": site_url or "",
        "edit_root": edit_root,
    }
    write_file(fresh / _MANIFEST, json.dumps(manifest, ensure_ascii=False).encode())


QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "0"}
"""Keeps advertising banners out of the log, and the clock out of the pages."""


def file_name(name: str) -> str:
    """The file that a frame is kept in."""
    return name.replace(":", "-") + ".html"


def _drop_others(work: Path) -> None:
    """Keeps two finished folders beside the new one, so that branches may alternate."""
    finished = sorted((p for p in work.iterdir() if (p / _MANIFEST).is_file()), key=lambda p: p.stat().st_mtime)
    for old in finished[:-2]:
        if "." not in old.name:
            shutil.rmtree(old, ignore_errors=True)


def _key(root: Path, home: Path, settings: object) -> str:
    """Names everything that the frames depend on: files, versions, settings, and this code."""
    digest = hashlib.sha256(repr(settings).encode())
    for package in (*_PACKAGES, "mkdocs"):
        digest.update(f"{package} {version(package)}\n".encode())
    here = Path(__file__).parent
    code = (here / name for name in ("frames.py", "csp.py", "mkdocs_plugin.py", "mkdocs_run.py", "stamping.py"))
    configs = (home / name for name in CONFIG.values())
    folders = (home / "site_overrides", root / "docs")
    for path in (*code, *configs, *(p for folder in folders for p in sorted(folder.rglob("*")))):
        if path.is_file():
            digest.update(f"{path.name} {path}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:20]
