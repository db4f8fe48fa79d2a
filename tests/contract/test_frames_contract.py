"""The theme and its two engines still do what the frames rest on.

When a hash differs, read what changed in the theme's file, carry over what matters to ours in
site_overrides/, then put the new hash here.
"""

import hashlib
import re
import shutil
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from generator.markup import Html
from generator.site import csp
from generator.site.frames import FrameSet, default_specs, make_frames
from generator.site.naming import Naming
from generator.site.page import Page
from generator.texts import LANGS

ROOT = Path(__file__).resolve().parents[2]
SITE_URL = "https://catalogue.example/sub/path/"

REPLACED = {
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
    "partials/path.html": "cbde0642861fe91597825d03c1c8cf6876f1fd079045579edea5bf578075d2ca",
    "partials/source.html": "6847616d67be4920d39c278c2799bf20222bbc02ee2a8393aca85e3eaa518752",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/nav-item.html": "89895208f22d68ce405a4bcb6649b9150eba5bbb04663a6cb3f93f02daf1d2f7",
    "partials/palette.html": "fb935107ae7d3d7475965019eec36c1ad72bf1d154254dab2474921fcd2710e3",
}
"""Files of the theme that ours replace, or lean on by their blocks and markup: SHA-256."""

NAMING: Naming = {
    "zh": {"site_name": "目录", "repo_url": "https://example.org/catalog/repository", "edit_uri": "edit/main/docs/"},
    "en": {
        "site_name": "Catalogue",
        "repo_url": "https://example.org/catalog/repository",
        "edit_uri": "edit/main/docs/en/",
    },
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FrameSet]:
    work = tmp_path_factory.mktemp("frames")
    root = work / "root"
    (root / "docs" / "en").mkdir(parents=True)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / "site_overrides", root / "site_overrides")
    for folder in ("docs", "docs/en"):
        (root / folder / "guide").mkdir()
        (root / folder / "guide" / "vendor.md").write_text("# Guide\n\n## Part\n\nText `code`.\n", "utf-8")
    return {
        engine: make_frames(root, work / engine, site_url=SITE_URL, naming=NAMING, engine=engine)
        for engine in ("mkdocs", "properdocs")
    }


@pytest.mark.parametrize("name", sorted(REPLACED))
def test_the_themes_file_is_the_one_that_ours_was_made_for(name: str) -> None:
    content = (files("material") / "templates" / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == REPLACED[name]


def test_both_engines_make_the_same_frames(made: dict[str, FrameSet]) -> None:
    assert made["mkdocs"].frames == made["properdocs"].frames


def test_both_engines_leave_the_same_files(made: dict[str, FrameSet]) -> None:
    def content(engine: str) -> dict[str, bytes]:
        static = made[engine].static
        return {path: (static / path).read_bytes() for path in made[engine].static_files()}

    assert content("mkdocs") == content("properdocs")


def test_every_frame_is_there_in_both_languages(made: dict[str, FrameSet]) -> None:
    wanted = {(lang, spec.name) for lang in LANGS for spec in default_specs()}
    assert set(made["mkdocs"].frames) == wanted


def test_every_frame_has_its_places_and_no_other(made: dict[str, FrameSet]) -> None:
    for (_, name), frame in made["mkdocs"].frames.items():
        places = Counter(frame.places)
        assert places["BODY"] == places["HEAD"] == places["DESC"] == 1, name
        assert places["TITLE"] >= 1, name
        assert places["ADDRESS"] == 2, name
        assert places["EDIT"] == (name != "home"), name
        assert places["TOC"] >= 1, name
        assert not re.search(rb"@@[A-Z_]+@@", b"".join(frame.literals)), name


def test_an_entrys_frame_shows_where_it_stands(made: dict[str, FrameSet]) -> None:
    html = b"".join(made["mkdocs"].frames["zh", "parks"].literals).decode()
    assert re.search(r'md-tabs__item--active">\s*<a href="\.\./"[^>]*>\s*园区与主体', html)
    assert '<a href="../" class="kinds__link kinds__link--active" aria-current="true">应用示范园区</a>' in html
    assert [" ".join(t.split()) for t in re.findall(r'md-path__link">\s*<span[^>]*>([^<]*)', html)] == [
        "首页",
        "园区与主体",
        "应用示范园区",
    ]
    assert '<a href="#top" class="md-skip">' in html


def test_no_frame_stands_in_another_ones_navigation(made: dict[str, FrameSet]) -> None:
    for frame in made["mkdocs"].frames.values():
        assert b"_frame" not in b"".join(frame.literals)


def test_links_of_frames_and_guides_stay_inside_the_site(made: dict[str, FrameSet]) -> None:
    """Relative everywhere, whatever the path the site is served below; 404.html alone cannot be."""
    static = made["mkdocs"].static
    pages = {
        path: (static / path).read_text("utf-8")
        for path in made["mkdocs"].static_files()
        if path.endswith("index.html")
    }
    frames = {str(key): b"".join(frame.literals).decode() for key, frame in made["mkdocs"].frames.items()}
    assert pages
    for name, html in {**pages, **frames}.items():
        own = re.sub(r'<link rel="(canonical|alternate )"[^>]*>', "", html)
        foreign = re.findall(r'\s(?:href|src)="((?:https?:)?/[^"]*)"', own)
        assert all(link.startswith("https://example.org/catalog/repository") for link in foreign), (name, foreign)


def test_the_policy_comes_first_and_fits_the_scripts_of_the_frame(made: dict[str, FrameSet]) -> None:
    policies = set()
    for frame in made["mkdocs"].frames.values():
        html = b"".join(frame.literals).decode()
        stated = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert stated is not None
        assert not re.search(r"<(script|link|style)\b", html[: stated.start()])
        assert stated[1] == csp.policy(html)
        assert not re.search(r"<style\b|\sstyle=", html)
        assert not re.search(r"\son[a-z]+=", html)
        policies.add(stated[1])
    assert len(policies) == 1


def test_the_themes_search_and_source_maps_are_gone(made: dict[str, FrameSet]) -> None:
    paths = list(made["mkdocs"].static_files())
    assert not [path for path in paths if path.endswith(".map") or "lunr" in path or "workers" in path]
    assert "en/404.html" not in paths
    assert "404.html" in paths
    assert not [path for path in paths if "sitemap" in path]
    for frame in made["mkdocs"].frames.values():
        html = b"".join(frame.literals)
        assert b'data-md-component="search"' not in html
        assert b'data-md-component="source"' not in html
        assert b"data-catalog-search" in html


def test_guides_switch_language_in_place_and_keep_the_policy(made: dict[str, FrameSet]) -> None:
    guide = (made["mkdocs"].static / "guide/vendor/index.html").read_text("utf-8")
    english = (made["mkdocs"].static / "en/guide/vendor/index.html").read_text("utf-8")
    assert 'class="md-header__button lang-switch" href="../../en/guide/vendor/"' in guide
    assert 'class="md-header__button lang-switch" href="../../../guide/vendor/"' in english
    assert f'hreflang="en" href="{SITE_URL}en/guide/vendor/"' in guide
    assert f'<link rel="canonical" href="{SITE_URL}en/guide/vendor/">' in english
    assert "Content-Security-Policy" in guide
    assert '<html lang="en"' in english
    assert made["mkdocs"].guides == {"zh": ("guide/vendor/",), "en": ("guide/vendor/",)}


def test_a_second_call_starts_nothing(made: dict[str, FrameSet], monkeypatch: pytest.MonkeyPatch) -> None:
    kept = made["mkdocs"].static.parent
    monkeypatch.setattr("generator.site.frames._started", lambda *_: pytest.fail("MkDocs was started"))
    again = make_frames(kept.parents[1] / "root", kept.parent, site_url=SITE_URL, naming=NAMING)
    assert again.frames == made["mkdocs"].frames


def test_a_stamped_page_is_small(made: dict[str, FrameSet]) -> None:
    page = Page("products/x/", "zh", "products", "网关", "摘要", Html("<h1>网关</h1>"))
    assert len(made["mkdocs"].stamp(page)) < 25_000
