"""LibreOffice opens what we write, and nothing is lost on the way to the printer."""

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from generator.drafts.changes import accepted
from generator.standards.word.write import standard_docx
from tests.conftest import program
from tests.standards.word.reading import File, text_of
from tests.standards.word.samples import document, large, marked


@pytest.mark.full
@pytest.mark.parametrize("name", ["torture", "changed", "large"])
def test_it_is_opened_and_printed_whole(name: str, soffice: str, tmp_path: Path):
    pdftotext = program("pdftotext", package="poppler-utils")
    draft = {"torture": None, "changed": accepted(marked()), "large": large(4)}[name]
    content = standard_docx(document(draft))
    (tmp_path / "a.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "a.docx"],
        check=True,
        capture_output=True,
        timeout=180,
    )
    run = subprocess.run([pdftotext, tmp_path / "a.pdf", "-"], check=True, capture_output=True, timeout=60)
    file = File(content)
    assert len(list(file.body.iter(qn("w:p")))) > 50
    # Lines, pages and columns break the text, so the letters are counted, not the words sought.
    lost = _letters("".join(map(text_of, file.paragraphs()))) - _letters(run.stdout.decode())
    assert not lost


def _letters(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w", text))
