"""The MkDocs plugin: puts the frames among the pages, takes them out again, hands them to the build.

It holds nothing that matters: `catalog build` uses it only to collect frames, and `mkdocs build` or
`mkdocs serve` reach the same functions through `generator.build.stamp_into`. ProperDocs answers to
the `mkdocs` imports here as well.
"""

import importlib
import logging
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

from markupsafe import Markup, escape
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from generator.clock import today
from generator.loader.cache import came_along
from generator.output import Linked, refuse_links, write_file
from generator.site import csp, frames
from generator.site.naming import naming_at
from generator.site.page import folder_of
from generator.site.stamping import Frame, alternates, cut
from generator.texts import Lang

log = logging.getLogger("mkdocs.plugins.catalog")

_CSP = "@@CSP@@"
_ADDRESS = "@@ADDRESS@@"
_PLACE = re.compile("@@[A-Z_]+@@")
_SOURCE = """---
title: "@@TITLE@@"
description: "@@DESC@@"
template: {template}
frame: {name}
hide: {hidden}
---
# top

## contents
"""
"""A frame's Markdown. The headings are never printed: they make the theme offer contents and a skip link."""


class Options(Config):
    lang = config_options.Choice(("zh", "en"), default="zh")


class CatalogPlugin(BasePlugin[Options]):
    """One run makes one language; the Chinese run of a plain `mkdocs build` starts the English one."""

    frames_dir: Path | None = None
    """Only put the frames there; stamp nothing."""

    def __init__(self) -> None:
        self.specs = {spec.source: spec for spec in frames.default_specs()}
        self.found: dict[str, str] = {}
        self.serving = False

    @property
    def lang(self) -> Lang:
        return "zh" if self.config.lang == "zh" else "en"

    def order_frames(self, specs: Iterable[tuple[str, str]]) -> None:
        self.specs = {source: frames.FrameSpec(name, source) for name, source in specs}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        if not config.use_directory_urls:
            raise PluginError("use_directory_urls must stay true: the ids of entries are folders of the site")
        self.found = {}
        # A plain `mkdocs build` has no `catalog build` before it that says what the site is called.
        if self.frames_dir is None:
            root = Path(config.config_file_path).parent
            if came_along(root):
                raise PluginError(
                    f"{root}/.cache is the catalogue's own: it is a folder, no link, and not in Git. Remove it"
                )
            try:
                refuse_links(
                    Path(config.docs_dir),
                    *(Path(folder) for folder in (getattr(config.theme, "custom_dir", None),) if folder),
                )
            except Linked as error:
                raise PluginError(f"{error} is a symbolic link; put the file itself there") from None
            for key, value in naming_at(root)[self.lang].items():
                if key == "extra":
                    config.extra.update(value)
                else:
                    config[key] = value
        if "short_name" in config.extra:
            config.extra["short_name"] = _shown(config.extra["short_name"])
        for key in ("site_name", "site_description", "copyright"):
            if config[key]:
                config[key] = _shown(config[key])
        if config.repo_url:
            config.repo_url = config.repo_url.replace("@@", "%40%40")

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """A change of an entry rebuilds as well, as far as the folders exist."""
        root = Path(config.config_file_path).parent
        for name in ("catalog", "standards", frames.CONFIG["en"]):
            if (root / name).exists():
                server.watch(str(root / name))
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for source, spec in self.specs.items():
            if source in files.src_uris:
                raise PluginError(f"{source}: the catalogue makes this page itself; use another name")
            hidden = "[navigation, toc]" if spec.name in ("home", "search") else "[navigation]"
            content = _SOURCE.format(template=spec.template, name=spec.name.replace(":", "-"), hidden=hidden)
            # Pages that nav names are in it all the same; this keeps the others from being reported.
            files.append(File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        config.nav = _existing(config.nav, files)
        return files

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        spec = self.specs.get(page.file.src_uri)
        if spec is None:
            twin = page.url.removeprefix("./") if self._has_twin(page.file.src_uri, config) else None
            self._add_links(context, twin or "")
            if twin is not None and config.site_url:
                context["hreflang"] = alternates(self._site_url(config), twin)
            return context
        page.canonical_url = page.edit_url = page.previous_page = page.next_page = None
        section = _section_of(f"{spec.folder}/index.md", nav.items)
        if page.parent is None and section and spec.source.endswith("/_frame.md"):
            page.parent = section
            page.active = True
            section.children.append(page)
        self._add_links(context, _ADDRESS)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        spec = self.specs.get(page.file.src_uri)
        if spec is None:
            return self._finish(output, page.content or "", page.file.src_uri)
        if page.parent and spec.source.endswith("/_frame.md"):
            page.active = False
            page.parent.children.remove(page)
            page.parent = None
        self.found[spec.name] = self._finish(output)
        return ""

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        self._add_links(context, "")
        return context

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name.startswith("sitemap"):
            return ""  # ours holds the stamped pages and both languages
        return self._finish(output_content, "", template_name)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        for path in [*frames.unused(Path(config.site_dir))]:
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        if self.frames_dir is not None:
            for name, html in self.found.items():
                write_file(self.frames_dir / frames.file_name(name), html.encode())
            write_file(self.frames_dir / frames.EDIT_ROOT, _edit_root(config).encode())
            return
        site = Path(config.site_dir)
        guides = frames.guide_addresses(site.parent if self.lang == "en" else site, self.lang)
        made = frames.FrameSet(dict(self._cut_all(config)), site, {self.lang: guides})
        build = importlib.import_module("generator.build")
        build.stamp_into(config.config_file_path, config.site_dir, self.lang, made, today())
        if self.lang == "zh":
            self._build_english(config)

    def _build_english(self, config: MkDocsConfig) -> None:
        """The other language, into its folder; after ours, because MkDocs empties the folder it builds."""
        path = Path(config.config_file_path).with_name(frames.CONFIG["en"])
        if not path.is_file():
            return
        site_url = f"{config.site_url}{folder_of('en')}" if config.site_url else ""
        site_dir = Path(config.site_dir) / folder_of("en")
        english = load_config(config_file=str(path), site_dir=str(site_dir), site_url=site_url)
        english.plugins.on_startup(command="serve" if self.serving else "build", dirty=False)
        importlib.import_module("mkdocs.commands.build").build(english)
        english.plugins.on_shutdown()
        (site_dir / "404.html").unlink(missing_ok=True)

    def _add_links(self, context: Any, address: str) -> None:
        """What the header needs: the same page in the other language, and the root that both share."""
        base = context["base_url"].rstrip("/")
        root = base if self.lang == "zh" else f"{base}/.."
        context["site_root"] = root or "/"
        context["twin"] = f"{root}/{folder_of('en') if self.lang == 'zh' else ''}{address}"
        context["lang_folder"] = folder_of(self.lang)

    def _finish(self, output: str, content: str = "", source: str = "") -> str:
        """Puts the policy in, made from the template's own scripts; none while serving, which adds a script."""
        bare = output.replace(content, "") if content else output
        if source and (left := set(_PLACE.findall(bare)) - {_CSP}):
            raise PluginError(f"{source}: {', '.join(sorted(left))} left; every page in nav needs a title there")
        return output.replace(_CSP, "" if self.serving else csp.meta(bare), 1)

    def _has_twin(self, source: str, config: MkDocsConfig) -> bool:
        docs = Path(config.docs_dir)
        return ((docs / "en" if self.lang == "zh" else docs.parent) / source).is_file()

    def _site_url(self, config: MkDocsConfig) -> str:
        """The address of the whole site: MkDocs knows only this language's."""
        return (config.site_url or "").removesuffix(folder_of(self.lang))

    def _cut_all(self, config: MkDocsConfig) -> Iterator[tuple[tuple[Lang, str], Frame]]:
        for spec in self.specs.values():
            frame = cut(
                self.found[spec.name],
                name=spec.name,
                lang=self.lang,
                depth=spec.depth,
                site_url=self._site_url(config),
                edit_root=_edit_root(config),
            )
            yield (self.lang, spec.name), frame


def _shown(text: str) -> Markup:
    """A text of programme.yaml for the theme's templates, which escape nothing; no place of a frame either."""
    return Markup(str(escape(text)).replace("@@", "&#64;&#64;"))  # noqa: S704 - escaped here


def _edit_root(config: MkDocsConfig) -> str:
    """Where files of the repository are edited: MkDocs' own address without docs/ at its end."""
    if not (config.repo_url and config.edit_uri):
        return ""
    address = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri)
    return re.sub(r"docs/(en/)?$", "", address)


def _existing(nav: Any, files: Files) -> Any:
    """The configured navigation without pages that are not there: a new repository has no guides yet."""
    if isinstance(nav, list):
        kept = [_existing(item, files) for item in nav]
        return [item for item in kept if item] or None
    if isinstance(nav, dict):
        return {title: kept for title, item in nav.items() if (kept := _existing(item, files))} or None
    if isinstance(nav, str) and nav.endswith(".md") and nav not in files.src_uris:
        log.warning("nav names %s, which does not exist: left out", nav)
        return None
    return nav


def _section_of(source: str, items: Sequence[Any]) -> Section | None:
    """The innermost section of the navigation that holds this page."""
    for item in items:
        if isinstance(item, Section):
            if any(isinstance(child, Page) and child.file.src_uri == source for child in item.children):
                return item
            if found := _section_of(source, item.children):
                return found
    return None
