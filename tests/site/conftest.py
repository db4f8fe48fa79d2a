"""What the tests of pages share."""

import pytest

from generator.project import Project
from generator.rules.check import check_tree
from generator.source.tree import FolderTree
from tests.conftest import ROOT, TODAY


@pytest.fixture(scope="session")
def project() -> Project:
    """The catalogue of this repository."""
    return check_tree(FolderTree(ROOT), TODAY.isoformat()).project
