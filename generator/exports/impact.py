"""What a change would touch: of an entry, or of one provision of a standard."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.graph import Affected, Link
from generator.model.words import word
from generator.project import Entry, Project
from generator.texts import Lang


def impact(project: Project, entry: Entry, provision: str = "") -> tuple[Affected, ...]:
    """Everything that a change would touch, nearest first; of one provision, only through what names it."""
    if not provision:
        return project.graph.impact(entry.id)
    return project.graph.impact(entry.id, lambda link: _naming(project, link).get("provision") == provision)


def provisions(project: Project, entry: Entry) -> tuple[str, ...]:
    """The provisions that a standard has or had, and those that somebody names, sorted."""
    draft, lock = project.drafts.get(entry.slug), project.locks.get(entry.slug)
    known = {provision.id for provision in draft.provisions} if draft else set()
    if lock:
        known |= {*lock.provisions, *lock.removed}
    named = (_naming(project, link).get("provision") for link in project.backlinks(entry.id))
    return tuple(sorted(known | {name for name in named if name}))


def impact_data(project: Project, entry: Entry, provision: str = "") -> dict[str, Any]:
    """For JSON: the entry, and all that is touched with the way there; of a provision, each claim with what it says."""
    found = []
    for one in impact(project, entry, provision):
        name = project.entries[one.id].name
        found.append(
            {
                "id": one.id,
                "name": {"zh": name.zh, "en": name.en or None},
                "distance": len(one.path),
                "path": [
                    {"source": link.source, "relation": link.relation.name, "target": link.target} for link in one.path
                ],
            }
        )
    if not provision:
        return {"id": entry.id, "affected": found}
    named = [
        {"source": link.source, "pointer": list(link.pointer[:-1]), **_said(_naming(project, link))}
        for link in _links_naming(project, entry, provision)
    ]
    return {"id": entry.id, "provision": provision, "named_by": named, "affected": found}


def impact_lines(project: Project, entry: Entry, lang: Lang, provision: str = "") -> Iterator[str]:
    """For people: each entry with its name, and the way there below it."""
    start = f"{entry.id}#{provision}" if provision else entry.id
    said: dict[str, list[str]] = {}
    for link in _links_naming(project, entry, provision) if provision else ():
        said.setdefault(link.source, []).append(_in_words(_naming(project, link), lang))
    for one in impact(project, entry, provision):
        yield f"{one.id}  {project.entries[one.id].name.of(lang)}"
        steps = [f"{link.source} ({link.relation.label.of(lang)})" for link in one.path]
        if words := [text for text in said.get(one.path[0].source, ()) if text]:
            steps[0] = (
                f"{steps[0][:-1]}{'：' if lang == 'zh' else ': '}{'；'.join(words) if lang == 'zh' else '; '.join(words)})"
            )
        yield "    " + " ← ".join([start, *steps])


def _links_naming(project: Project, entry: Entry, provision: str) -> tuple[Link, ...]:
    return tuple(link for link in project.backlinks(entry.id) if _naming(project, link).get("provision") == provision)


def _naming(project: Project, link: Link) -> Mapping[str, Any]:
    """The claim, or the criterion of a level, that holds a link to a standard; empty for other links."""
    data: Any = project.entries[link.source].data
    for part in link.pointer[:-1]:
        data = data[part]
    return data if isinstance(data, dict) and "provision" in data else {}


def _said(naming: Mapping[str, Any]) -> dict[str, Any]:
    return {key: naming[key] for key in ("edition", "result", "id") if key in naming}


def _in_words(naming: Mapping[str, Any], lang: Lang) -> str:
    """What a claim says, or which criterion it is."""
    if "result" not in naming:
        return str(naming.get("id", ""))
    result = word("result", naming["result"])
    edition = "草案" if (lang, naming["edition"]) == ("zh", "draft") else naming["edition"]
    said = result.of(lang) if result else naming["result"]
    return f"{edition}，{said}" if lang == "zh" else f"{edition}, {said}"
