"""What aspects and classes of provisions are called: by the code list, and by the standard that defines them."""

from collections.abc import Mapping

from generator.drafts.model import ASPECTS
from generator.model.standard import Standard
from generator.project import Project
from generator.texts import Text


def aspect_names(project: Project) -> Mapping[str, Text]:
    """The names of aspects by id: of the code list, and of the five of the programme where it lacks one."""
    listed = project.vocabularies.get("standard-aspects", {})
    return {**ASPECTS, **{name: Text(term.name.zh, term.name.en or "") for name, term in listed.items()}}


def class_names(standard: Standard) -> Mapping[str, Text]:
    """The names of a standard's classes of provisions by id."""
    return {one.id: Text(one.name.zh, one.name.en or "") for one in standard.provision_classes}
