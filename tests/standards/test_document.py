"""What a standard's document shows on its cover, whatever format it is written in."""

from generator.project import DRAFT
from generator.source.tree import MemoryTree
from generator.standards.document import StandardDocument, document_of
from tests.conformance.standard import FOLDER, project_of

NUMBER = 'numbers:\n  - {number: "T/EX 001—2025", start: 2025-03-01}\n'
OLD = '--- standards/gateway-old/standard.yaml\nname: {zh: 旧网关技术要求}\nsociety: acme\nnumbers:\n  - {number: "T/EX 009—2020", start: 2020-03-01}\n'


def of(edition: str, more: str = "") -> StandardDocument:
    document = document_of(project_of(more), MemoryTree({}), "gateway-access", edition)
    assert document is not None
    return document


def test_the_draft_of_a_revision_has_no_number_yet_and_replaces_the_edition_before():
    document = of(DRAFT)
    assert (document.number, document.replaces) == ("T/XXX XXXX—XXXX", ("T/EX 001—2025",))


def test_an_edition_has_its_own_number_and_the_first_replaces_nothing():
    document = of("2025")
    assert (document.number, document.replaces) == ("T/EX 001—2025", ())


def test_a_standard_that_takes_the_place_of_others_names_them_too():
    standard = (
        f"--- {FOLDER}/standard.yaml\nname: {{zh: 示例网关技术要求}}\nsociety: acme\n{NUMBER}replaces: [gateway-old]\n"
    )
    assert of(DRAFT, OLD + standard).replaces == ("T/EX 001—2025", "T/EX 009—2020")


def test_the_first_draft_replaces_nothing():
    standard = f"--- {FOLDER}/standard.yaml\nname: {{zh: 示例网关技术要求}}\nsociety: acme\n"
    assert of(DRAFT, standard).replaces == ()
