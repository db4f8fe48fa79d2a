"""The OpenAPI 3.1 document of the API, with every published type in it, so that clients can be generated from it alone."""

import json
from typing import Any

from generator.exports.api_schemas import DIALECT, definitions, entry_type
from generator.exports.api_types import SCHEMA_VERSION
from generator.exports.json_text import json_document
from generator.model.fields import ID_PATTERN
from generator.model.registry import KINDS, Kind
from generator.model.settings import Programme

_ABOUT = (
    "静态文件，只读，无须登录；每个键总在，未说明的为 null；金额为带两位小数的文本（元）。"
    "example 为 true 的条目是虚构的示例。同一版本内只会增加键。\n\n"
    "Static files, read only, no login. Every key is always there, null where nothing is stated; money is text with two "
    "decimals (CNY). Entries with example: true are invented. Within a version keys are only added."
)


def openapi(programme: Programme, base: str) -> bytes:
    """The document. `base`: where the API stands below the site."""
    paths: dict[str, Any] = {
        "/index.json": _path("getIndex", "目录 / Index", "Index"),
        "/graph.json": _path("getGraph", "依赖图 / Graph of links", "GraphFile"),
    }
    for kind in KINDS.values():
        paths |= _kind_paths(kind)
    info: dict[str, Any] = {"title": programme.name.zh, "version": SCHEMA_VERSION, "description": _ABOUT}
    if licence := programme.licence:
        info["license"] = {"name": licence.name.zh, "url": licence.url}
    document = {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": info,
        "servers": [{"url": (programme.site_url + base).rstrip("/")}],
        "tags": [
            {"name": kind.folder, "description": f"{kind.plural.zh} / {kind.plural.en}"} for kind in KINDS.values()
        ],
        "paths": paths,
        "components": {"schemas": json.loads(json.dumps(definitions()).replace("#/$defs/", "#/components/schemas/"))},
    }
    return json_document(document)


def _kind_paths(kind: Kind) -> dict[str, Any]:
    name, title = kind.model.__name__, f"{kind.title.zh} / {kind.title.en}"
    slug = {
        "name": "slug",
        "in": "path",
        "required": True,
        "description": "编号 / id within its kind",
        "schema": {"type": "string", "pattern": ID_PATTERN},
    }
    found = {
        f"/{kind.folder}.json": _path(f"list{name}", f"{kind.plural.zh} / {kind.plural.en}", "KindList", kind),
        f"/{kind.folder}/{{slug}}.json": {"parameters": [slug], **_path(f"get{name}", title, entry_type(kind), kind)},
        f"/{kind.folder}/{{slug}}.yaml": {
            "parameters": [slug],
            "get": _operation(f"get{name}Source", f"{title}：YAML", "application/yaml", {"type": "string"}, kind),
        },
    }
    if kind.folder == "standards":
        found[f"/{kind.folder}/{{slug}}.md"] = {
            "parameters": [slug],
            "get": _operation(f"get{name}Draft", f"{title}：Markdown", "text/markdown", {"type": "string"}, kind),
        }
    return found


def _path(operation: str, summary: str, published: str, kind: Kind | None = None) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{published}"}
    return {"get": _operation(operation, summary, "application/json", schema, kind)}


def _operation(name: str, summary: str, media: str, schema: dict[str, Any], kind: Kind | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": name,
        "summary": summary,
        "responses": {
            "200": {"description": "内容 / the content", "content": {media: {"schema": schema}}},
            "404": {"description": "没有这个文件 / there is no such file"},
        },
    }
    return {**found, "tags": [kind.folder]} if kind else found
