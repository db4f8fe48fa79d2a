"""Attacks by contribution: each was tried against a built site, and each of these did harm before."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.cli import main
from generator.cli.shared import Settings, Usage
from generator.git import history
from generator.loader.cache import came_along
from generator.markup import prose
from generator.model.settings import EditPath, SiteUrl
from generator.output import Linked
from generator.reporters import REPORTERS, Report
from generator.rules.check import check_tree
from generator.site.frames import make_frames
from generator.site.linkcheck import check
from generator.site.mkdocs_plugin import CatalogPlugin
from generator.site.serving import server
from generator.source.tree import MemoryTree
from generator.texts import LANGS
from tests.conftest import ROOT

PAYLOAD = '"></title><script>alert(1)</script>@@BODY@@'


@pytest.mark.parametrize("key", ["site_name", "site_description", "copyright"])
def test_no_text_of_the_programme_becomes_markup_in_the_theme(key: str) -> None:
    jinja2 = pytest.importorskip("jinja2")
    plugin = CatalogPlugin()
    plugin.frames_dir = Path("frames")
    config: Any = pytest.importorskip("mkdocs.config.defaults").MkDocsConfig()
    config.update({"use_directory_urls": True, "repo_url": "https://example.org/@@BODY@@", key: PAYLOAD})
    plugin.on_config(config)
    # As the theme does it: nothing escaped, in one place a second time.
    shown = jinja2.Environment(autoescape=False).from_string("{{ text }}|{{ text | e }}").render(text=config[key])
    assert "<" not in shown
    assert "@@" not in shown + config["repo_url"]
    assert "&amp;lt;" not in shown


@pytest.mark.parametrize(
    "address",
    [
        'https://example.org/"><script>alert(1)</script>/',
        "https://example.org/@@TITLE@@/",
        "https://user:secret@example.org/",
        "https://[::1/",
        "https://example.org/a?b#c/",
        "https://example.org/{{7*7}}/",
        "https://example.org//",
        "javascript:alert(1)//",
        "//example.org/",
    ],
)
def test_an_address_of_the_site_holds_no_markup(address: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(SiteUrl).validate_python(address)


@pytest.mark.parametrize("path", ["javascript:alert(1)//", "//evil.example/", "/edit/", "https://evil.example/", "a:/"])
def test_an_edit_link_stays_in_the_repository(path: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(EditPath).validate_python(path)


@pytest.mark.parametrize("address", ["https://example.org/", "http://localhost:8000/a-b/%E5%B9%BF/c.d/"])
def test_usual_addresses_are_accepted(address: str) -> None:
    assert TypeAdapter(SiteUrl).validate_python(address) == address
    assert TypeAdapter(EditPath).validate_python("-/edit/main/") == "-/edit/main/"


TABLE = "|a" * 800 + "\n" + "|-" * 800 + "\n" + "x\n" * 900
"""A table whose short rows are filled up to the width of its head: a thousand times its own length."""


TEXTS = {
    "table": TABLE,
    "quotes": ">" * 10_000,
    "lists": "- " * 5_000,
    "brackets": "[" * 10_000,
    "emphasis": "*a " * 3_000,
    "references": "[a]: /" + "x" * 3_000 + "\n\n" + "[a]" * 2_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_becomes_little_html(name: str) -> None:
    assert len(prose(TEXTS[name])) <= 300_000


@pytest.mark.parametrize(
    "path",
    ["a" * 5_000 + "/index.html", "/etc/passwd", "a\0b", "x" * 300],
    ids=["long", "absolute", "zero", "long name"],
)
def test_a_strange_link_is_only_a_broken_one(path: str, tmp_path: Path) -> None:
    assert [broken.missing for broken in check(tmp_path, {(path, ""): ("index.html", "x")})] == [path]


@pytest.mark.parametrize("seconds", ["99999999999999", "253402300800", "18446744073709551615", "-1", "x"])
def test_a_commit_with_an_impossible_date_breaks_nothing(seconds: str, tmp_path: Path) -> None:
    def git(*arguments: str, text: str = "") -> str:
        done = subprocess.run(
            ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
            input=text, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    git("init", "-q")
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog" / "a.yaml").write_text("a: 1\n")
    git("add", "catalog")
    who = f"x <x@example.org> {seconds} +0000"
    commit = f"tree {git('write-tree')}\nauthor {who}\ncommitter {who}\n\nx\n"
    git("update-ref", "HEAD", git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", text=commit))
    (tmp_path / "catalog" / "b.yaml").write_text("b: 1\n")
    git("add", "catalog")
    git("commit", "-q", "-m", "x")
    assert "catalog/b.yaml" in history(tmp_path, ["catalog"])


def plain(root: Path) -> None:
    (root / ".cache" / "search").mkdir(parents=True)


def linked(root: Path) -> None:
    (root / "elsewhere").mkdir()
    (root / ".cache").symlink_to(root / "elsewhere")


def linked_inside(root: Path) -> None:
    plain(root)
    (root / ".cache" / "search" / "zh").symlink_to(root / "catalog")


def in_git(root: Path) -> None:
    plain(root)
    (root / ".cache" / "entries.msgpack").write_bytes(b"")
    subprocess.run(["git", "-C", str(root), "init", "-q"], check=True)
    subprocess.run(["git", "-C", str(root), "add", "-f", ".cache"], check=True)


@pytest.mark.parametrize(
    ("make", "refused"),
    [(plain, False), (linked, True), (linked_inside, True), (in_git, True)],
    ids=["plain", "linked", "linked inside", "in git"],
)
def test_a_work_folder_that_came_along_is_refused(make: Any, refused: bool, tmp_path: Path) -> None:
    (tmp_path / "catalog").mkdir()
    make(tmp_path)
    assert came_along(tmp_path) is refused
    settings = Settings()
    settings.root = tmp_path
    if refused:
        with pytest.raises(Usage):
            settings.found_root()
    else:
        assert settings.found_root() == tmp_path.resolve()


FORGED = "::error::x"


@pytest.mark.parametrize("form", ["text", "github"])
@pytest.mark.parametrize("end", ["\\n", "\\r", "\\r\\n", "\\u2028", "\\x85"], ids=["n", "r", "rn", "2028", "85"])
def test_no_name_of_a_key_or_value_writes_a_line_of_its_own(form: str, end: str) -> None:
    written = f'name: {{zh: x}}\ntypes: ["a{end}{FORGED}"]\n"k{end}{FORGED}": 1\n'
    tree = MemoryTree({"catalog/organisations/x.yaml": written.encode()})
    checked = check_tree(tree, "2026-07-01")
    assert len(checked.diagnostics) >= 2
    for lang in LANGS:
        report = REPORTERS[form](Report(checked.diagnostics, 1, lang))
        assert "error::x" in report
        assert not [line for line in report.splitlines() if line.startswith(FORGED)]


class Reads:
    """Stands for the live site: gives any file it is asked for, as joining paths would."""

    def answer(self, path: str) -> bytes | None:
        found = Path("/nowhere") / path
        return b"secret" if found.is_absolute() and not found.is_relative_to("/nowhere") else b"page"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    web = server(Reads(), 0, "/catalog/")  # type: ignore[arg-type]
    threading.Thread(target=web.serve_forever, daemon=True).start()
    yield web.server_address[1]
    web.shutdown()
    web.server_close()


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/catalog/a", "127.0.0.1:{}", 200),
        ("/catalog//etc/passwd", "localhost:{}", 403),
        ("/catalog/%2Fetc%2Fpasswd", "localhost:{}", 403),
        ("/catalog/%2e%2e/%2e%2e/x", "localhost:{}", 403),
        ("/catalog/..%5c..%5cx", "localhost:{}", 403),
        ("/catalog/C:/x", "localhost:{}", 403),
        ("/catalog/%00", "localhost:{}", 403),
        ("/catalog/a%0d%0aX-Evil:1", "localhost:{}", 403),
        ("/catalog/a", "evil.example:{}", 403),
        ("/catalog/a", "localhost.evil.example", 403),
        ("/catalog/a", "", 403),
    ],
)
def test_the_preview_gives_only_its_own_files_to_its_own_pages(path: str, host: str, status: int, port: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.putrequest("GET", path, skip_host=True)
    connection.putheader("Host", host.format(port))
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == status
    assert b"secret" not in answer.read()
    assert answer.getheader("X-Evil") is None
    connection.close()


@pytest.mark.parametrize(
    "place", ["docs", "docs/leak.txt", "docs/guide", "docs/en/guide/leak.md", "site_overrides/leak.html"]
)
def test_nothing_is_published_through_a_link(tmp_path: Path, place: str) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    (outside / "secret.md").write_text("secret", "utf-8")
    (root / "catalog").mkdir(parents=True)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        (root / name).write_text((ROOT / name).read_text("utf-8"), "utf-8")
    (root / "site_overrides").mkdir()
    link = root / place
    if place != "docs":
        (root / "docs").mkdir()
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside / "secret.md" if link.suffix else outside)
    with pytest.raises(Linked, match=place.rpartition("/")[2]):
        make_frames(root, tmp_path / "work", site_url="https://example.org/")
    assert not (tmp_path / "work").exists()


@pytest.mark.parametrize("place", ["docs/leak.txt", "site_overrides/leak.html"])
def test_mkdocs_alone_publishes_nothing_through_a_link(tmp_path: Path, place: str) -> None:
    for name in ("catalog", "docs", "site_overrides"):
        (tmp_path / name).mkdir()
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        (tmp_path / name).write_text((ROOT / name).read_text("utf-8"), "utf-8")
    (tmp_path / place).symlink_to("/etc/hostname")
    told = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert told.returncode == 1
    assert "symbolic link" in told.stderr
    assert not (tmp_path / "site").exists()


def test_a_link_among_the_guides_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    for name in ("catalog", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "docs" / "leak.txt").symlink_to("/etc/hostname")
    (tmp_path / "catalog" / "programme.yaml").write_bytes((ROOT / "catalog/programme.yaml").read_bytes())
    monkeypatch.setattr(sys, "argv", ["catalog", "--lang", "zh", "build", "--root", str(tmp_path)])
    with pytest.raises(SystemExit) as done:
        main()
    assert done.value.code == 1
    assert "leak.txt 是符号链接" in capsys.readouterr().err
