"""The words of fixed choices: none is missing, and each means one code of its field."""

from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from generator.model.registry import KINDS, SETTINGS
from generator.model.words import codes_named, word


def _choices(kind: Any) -> tuple[str, ...]:
    if get_origin(kind) is Literal:
        return get_args(kind)
    return next((found for part in get_args(kind) if (found := _choices(part))), ())


def _models(model: Any, seen: set[type[BaseModel]]) -> None:
    if isinstance(model, type) and issubclass(model, BaseModel) and model not in seen:
        seen.add(model)
        for info in model.model_fields.values():
            _models(info.annotation, seen)
    for part in get_args(model):
        _models(part, seen)


MODELS: set[type[BaseModel]] = set()
for top in (*(kind.model for kind in KINDS.values()), *SETTINGS.values()):
    _models(top, MODELS)
FIELDS = sorted(
    {
        (info.alias or name, found)
        for model in MODELS
        for name, info in model.model_fields.items()
        if (found := _choices(info.annotation))
    }
)


def test_there_are_choices_of_many_fields():
    assert len(FIELDS) > 20


@pytest.mark.parametrize(("field", "choices"), FIELDS, ids=lambda value: str(value)[:40])
def test_every_choice_has_a_word_that_means_it_alone(field, choices):
    for code in choices:
        text = word(field, code)
        assert text is not None, f"{field}: {code}"
        assert codes_named(field, text.zh, choices) == (code,)
        assert codes_named(field, text.en, choices) == (code,)


@pytest.mark.parametrize(
    ("field", "written", "codes"),
    [
        ("tax", "含税价", ("included",)),
        ("tax", "不含税价", ("excluded",)),
        ("period", "每年", ("year",)),
        ("basis", "计划", ("planned",)),
        ("basis", "measurd", ()),
        ("basis", "", ()),
        ("basis", "随便", ()),
    ],
)
def test_other_ways_of_saying_it(field, written, codes):
    assert codes_named(field, written, dict(FIELDS)[field]) == codes
