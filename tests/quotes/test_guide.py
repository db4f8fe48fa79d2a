"""The guide's worked example is what the program prints for the request that stands beside it."""

import re
from pathlib import Path

import pytest

from generator.cli.quoting import table
from generator.loader import load
from generator.loader.layout import TOPS
from generator.source.reader import read_data
from generator.source.tree import FolderTree
from generator.texts import Lang
from generator.vouchers.calculator import listed_on
from generator.vouchers.programme import gather
from generator.vouchers.request import read_request
from generator.vouchers.subsidy import quote

ON = "2026-10-20"


@pytest.mark.parametrize(("lang", "guide"), [("zh", "docs/guide/enterprise.md"), ("en", "docs/en/guide/enterprise.md")])
def test_the_worked_example(root: Path, lang: Lang, guide: str) -> None:
    section = (root / guide).read_text(encoding="utf-8").partition("{#quote}")[2].partition("\n## ")[0]
    asked, printed = re.findall(r"```(?:yaml|text)\n(.*?)```", section, re.DOTALL)
    data, problems = read_data("request.yaml", asked.encode())
    assert not problems
    project = load(FolderTree(root, TOPS), ON)[0]
    programmes = gather(project, ON, listed_on(project, ON), ("example-5g-intranet-voucher",))
    found = quote(programmes, read_request(data, ON, project.vocabularies))
    assert "\n".join(table(found, programmes, lang)) + "\n" == printed
