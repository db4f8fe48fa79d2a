"""A Word file that another program opened and saved is still the same draft."""

import subprocess
from pathlib import Path

import pytest

from tests.standards.word_in.files import docx_of, taken

DRAFT = Path(__file__).parents[3] / "standards/e2e-5g-intranet/draft.md"


@pytest.mark.full
def test_what_libreoffice_saved_changes_nothing(soffice: str, tmp_path: Path) -> None:
    source = DRAFT.read_text("utf-8")
    figures = {f"figures/{one.name}": one.read_bytes() for one in DRAFT.parent.glob("figures/*")}
    (tmp_path / "a.docx").write_bytes(docx_of(source, figures))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    form = "docx:MS Word 2007 XML"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", form, "--outdir", tmp_path / "out", tmp_path / "a.docx"],
        check=True,
        capture_output=True,
        timeout=180,
    )
    found = taken((tmp_path / "out" / "a.docx").read_bytes(), source)
    assert [(edit.id, edit.old, edit.new) for edit in found.edits] == []
    assert found.merged is not None
    assert found.merged.text == source
