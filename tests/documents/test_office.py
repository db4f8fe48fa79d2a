"""LibreOffice opens what we write."""

import subprocess
from pathlib import Path

import pytest

from generator.documents.docx import docx
from generator.documents.xlsx import xlsx
from tests.documents.samples import BOOK, document


@pytest.mark.full
@pytest.mark.parametrize(("name", "content"), [("a.xlsx", xlsx(BOOK)), ("a.docx", docx(document("说明。")))])
def test_it_is_opened_and_printed(name: str, content: bytes, soffice: str, tmp_path: Path):
    (tmp_path / name).write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / name],
        check=True,
        capture_output=True,
        timeout=180,
    )
    made = (tmp_path / "a.pdf").read_bytes()
    assert made.startswith(b"%PDF-")
    assert len(made) > 10_000
