"""The guides say only what is so: commands exist, rules exist, samples are read, both languages have the same pages."""

import re
import shlex
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
import pytest

from generator.cli.shared import catalog
from generator.loader import code_lists
from generator.loader.layout import TOPS
from generator.model.parts import Price
from generator.model.registry import kind_named
from generator.pricing import amount
from generator.quantities import meets
from generator.rules.check import all_codes
from generator.source.reader import read_data
from generator.source.tree import FolderTree
from tests.docs.samples import PRICES, VERDICTS, quantity, requirement, units

ROOT = Path(__file__).resolve().parents[2]
TOP = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
PAGES = tuple(sorted([*(ROOT / "docs").rglob("*.md"), *(ROOT / name for name in TOP)]))
GUIDES = tuple(path for path in PAGES if path.parent.name == "guide")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
CODE = re.compile(r"\b([YSCGLVDPX]\d{3})\b")
ABSOLUTE = re.compile(r"(?<![\w.:/*~…<\]])/(?!tmp/)[a-z][\w.-]*/[\w.-]")
HOSTS = {"127.0.0.1", "creativecommons.org", "pre-commit.com"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def commands() -> list[str]:
    """Every `catalog …` and `make …` in the pages: lines of shell blocks, and code within sentences."""
    found: set[str] = set()
    for path in PAGES:
        text = path.read_text("utf-8")
        lines = [line for kind, block in FENCE.findall(text) if kind == "sh" for line in block.splitlines()]
        found |= {line.partition("  #")[0].strip() for line in (*lines, *INLINE.findall(FENCE.sub("", text)))}
    return sorted(line.removeprefix(".venv/bin/") for line in found if re.match(r"(\.venv/bin/)?(catalog|make) ", line))


def test_the_map_of_the_program_names_every_part():
    parts = {path.name + "/" * path.is_dir() for path in (ROOT / "generator").iterdir() if path.name[0] not in "_."}
    for half in (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## English"):
        named = {one for line in half.splitlines() if line.startswith("| `") for one in INLINE.findall(line)}
        assert parts - named == {"starter/"}


def parse(line: str) -> None:
    """Let click parse a command line; of one without arguments the name is enough. Raises click.UsageError."""
    words = shlex.split(line.partition(" > ")[0])[1:]
    command = catalog.commands.get(words[0])
    if command is None and words != ["--help"]:
        raise click.UsageError(f"there is no command {words[0]}")
    if command is None or len(words) == 1:
        return
    while isinstance(command, click.Group) and len(words) > 1:
        words = words[1:]
        if words[0] not in command.commands:
            raise click.UsageError(f"there is no command {words[0]}")
        command = command.commands[words[0]]
    if len(words) == 1 and any(parameter.required for parameter in command.params):
        return
    with command.make_context(words[0], words[1:], parent=click.Context(catalog)):
        if words[0] == "new":
            assert kind_named(words[1]), words[1]


@pytest.mark.parametrize("line", commands(), ids=ascii)
def test_commands_exist_with_these_options(line: str) -> None:
    if line.startswith("make "):
        targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert line.split()[1] in targets
    else:
        parse(line)


def test_a_wrong_command_is_noticed() -> None:
    for line in ("catalog bild", "catalog build --colour", "catalog graph --format png", "catalog voucher elect"):
        with pytest.raises(click.UsageError):
            parse(line)


def test_codes_and_rule_names_exist() -> None:
    known = {code.code for code in all_codes()}
    names = {code.name for code in all_codes()}
    for path in GUIDES:
        text = path.read_text("utf-8")
        assert set(CODE.findall(text)) <= known, name(path)
        assert set(re.findall(r"rule: ([a-z-]+)", text)) <= names, name(path)


def test_both_languages_have_the_same_guides_and_sections() -> None:
    chinese, english = ROOT / "docs" / "guide", ROOT / "docs" / "en" / "guide"
    assert [p.name for p in sorted(chinese.glob("*.md"))] == [p.name for p in sorted(english.glob("*.md"))]
    for path in chinese.glob("*.md"):
        one, other = path.read_text("utf-8"), (english / path.name).read_text("utf-8")
        sections = [re.findall(r"^#+ .*\{#([a-z-]+)\}$", FENCE.sub("", text), re.MULTILINE) for text in (one, other)]
        assert sections[0] == sections[1], path.name
        shown = [[block for kind, block in FENCE.findall(text) if kind in ("sh", "json")] for text in (one, other)]
        without_comments = [[re.sub(r" +#.*", "", block) for block in blocks] for blocks in shown]
        assert without_comments[0] == without_comments[1], path.name


@pytest.mark.parametrize("path", GUIDES, ids=name)
def test_yaml_samples_are_read_and_whole_entries_fit_their_model(path: Path) -> None:
    lists = code_lists(FolderTree(ROOT, TOPS))
    for kind, block in FENCE.findall(path.read_text("utf-8")):
        if kind != "yaml" or not re.search(r"^[a-z]", block, re.MULTILINE):
            continue
        data, problems = read_data("sample.yaml", block.encode())
        assert problems == (), block
        if schema := re.match(r"# yaml-language-server: \$schema=(?:\.\./)+schemas/v1/([a-z]+)\.schema\.json\n", block):
            found = kind_named(schema[1])
            assert found is not None
            context = {key: dict.fromkeys(terms) for key, terms in lists.items()}
            found.model.model_validate(data, context=context)


def test_files_that_guides_link_to_exist() -> None:
    for path in PAGES:
        text = FENCE.sub("", path.read_text("utf-8"))
        for target in re.findall(r"\]\(([^)#\s]+)", INLINE.sub("", text)):
            if "://" in target or target.endswith("/index.md"):
                continue
            assert (path.parent / target).exists(), f"{name(path)}: {target}"


def test_guides_link_to_lists_of_kinds_that_exist() -> None:
    for path in GUIDES:
        for folder in re.findall(r"\]\(\.\./([a-z]+)/index\.md\)", path.read_text("utf-8")):
            assert folder in ("rules", "releases", "quote") or kind_named(folder), f"{name(path)}: {folder}"


def test_paths_that_are_named_exist() -> None:
    """Code in sentences that looks like a path of the program or of the catalogue's own files."""
    for path in PAGES:
        text = FENCE.sub("", path.read_text("utf-8"))
        for found in INLINE.findall(text):
            if re.fullmatch(r"(generator|tests|site_overrides|tools|perf|docs)/[\w./-]+", found):
                assert (ROOT / found).exists(), f"{name(path)}: {found}"


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_paths_of_somebodys_machine_and_no_unknown_hosts(path: Path) -> None:
    text = path.read_text("utf-8")
    assert ABSOLUTE.findall(text) == []
    assert set(re.findall(r"https?://([\w.-]+)", text)) <= HOSTS


@pytest.mark.parametrize(("prices", "units_", "expected"), PRICES)
def test_worked_prices(prices: dict[str, Any], units_: int, expected: str) -> None:
    assert amount(Price.model_validate(prices), Decimal(units_)) == Decimal(expected)


@pytest.mark.parametrize(("stated", "needed", "expected"), VERDICTS)
def test_worked_verdicts(stated: dict[str, Any], needed: dict[str, Any], expected: str) -> None:
    assert meets(requirement(needed), [quantity(stated)], units(ROOT)).outcome == expected


def test_the_picture_is_small_enough_for_a_page() -> None:
    assert 0 < (ROOT / "docs" / "images" / "home.png").stat().st_size <= 300_000


@pytest.mark.parametrize("page", ["docs/guide/committee.md", "docs/en/guide/committee.md"])
def test_a_committee_finds_every_command_for_standards_at_the_top(page: str) -> None:
    table = (ROOT / page).read_text("utf-8").partition("{#commands}")[2].partition("\n## ")[0]
    shown = [line.split("`")[1] for line in table.splitlines() if line.startswith("| ") and "`" in line]
    assert len(shown) == len(set(shown))

    def names(group: click.Group, above: str) -> set[str]:
        found: set[str] = set()
        for name, command in group.commands.items():
            within = f"{above} {name}"
            found |= names(command, within) if isinstance(command, click.Group) else {within}
        return found

    standard = catalog.commands["standard"]
    assert isinstance(standard, click.Group)
    known = names(standard, "catalog standard")
    missing = {one for one in known if not any(line == one or line.startswith(f"{one} ") for line in shown)}
    assert not missing


def test_the_committees_guides_have_the_same_commands_in_the_same_order() -> None:
    def shown(page: str) -> list[str]:
        return [
            line.strip()
            for kind, block in FENCE.findall((ROOT / page).read_text("utf-8"))
            if kind == "sh"
            for line in block.splitlines()
        ]

    assert shown("docs/guide/committee.md") == shown("docs/en/guide/committee.md")
