"""An Atom feed of releases in each language (RFC 4287). Its only times are the days of the releases."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from generator.loader.released import Released
from generator.project import Project
from generator.texts import LANGS, Lang, Text

MOST_ENTRIES = 100
_PATH = {"zh": "releases/feed.xml", "en": "en/releases/feed.xml"}
_NEVER = "1970-01-01"
_TITLE = Text("服务券产品目录的发布", "Releases of voucher catalogues")
_LISTED = Text("列入 {listed} 个，未列入 {excluded} 个。", "{listed} listed, {excluded} not listed.")
_EXAMPLE = Text("【示例】", "[Example] ")


def feeds(project: Project, releases: Sequence[Released]) -> Iterator[tuple[str, bytes]]:
    """Path and content for each language; `releases` by day, the latest last."""
    for lang in LANGS:
        yield _PATH[lang], feed(project, releases, lang)


def feed(project: Project, releases: Sequence[Released], lang: Lang) -> bytes:
    """The feed, the latest release first."""
    programme = project.settings.programme
    base = programme.site_url + ("en/" if lang == "en" else "")
    latest = tuple(reversed(releases))[:MOST_ENTRIES]
    own = programme.site_url + _PATH[lang]
    updated = latest[0].manifest.on if latest else _NEVER
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{"zh-CN" if lang == "zh" else "en"}">',
        f"<id>{escape(base)}releases/</id>",
        f"<title>{escape(_TITLE.of(lang))}</title>",
        f"<updated>{_time(updated)}</updated>",
        f"<author><name>{escape(programme.name.of(lang))}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(base + "releases/")}/>',
        *(line for one in latest for line in _entry(project, one, lang, base)),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entry(project: Project, one: Released, lang: Lang, base: str) -> Iterator[str]:
    manifest = one.manifest
    voucher = project.get(manifest.voucher)
    name = voucher.name.of(lang) if voucher else manifest.voucher
    mark = _EXAMPLE.of(lang) if manifest.example else ""
    summary = _LISTED.fill(lang, {"listed": len(manifest.listed), "excluded": manifest.excluded})
    if manifest.amends:
        before, reason = manifest.amends.release, manifest.amends.reason
        summary += Text(f"更正 {before}：{reason}", f" Amends {before}: {reason}").of(lang)
    page = f"{base}releases/{one.name}/"
    yield "<entry>"
    yield f"<id>{escape(page)}</id>"
    yield f"<title>{escape(f'{mark}{name} {one.name}')}</title>"
    yield f"<published>{_time(manifest.on)}</published>"
    yield f"<updated>{_time(manifest.on)}</updated>"
    yield f"<summary>{escape(summary)}</summary>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>'
    yield "</entry>"


def _time(day: str) -> str:
    return f"{day}T00:00:00+08:00"
