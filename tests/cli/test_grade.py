"""`catalog grade` and `catalog standard matrix` on the project's own catalogue."""

import json

from tests.cli.conftest import Run
from tests.conftest import ROOT

TODAY = ("--today", "2026-11-28", "--root", str(ROOT))


def test_a_product_is_graded_under_the_schemes_for_products_only(run: Run) -> None:
    done = run("grade", "example-gateway-5", "--format", "json", *TODAY)
    assert done.code == 0
    (found,) = json.loads(done.out)
    assert (found["scheme"], found["level"], found["next"]) == ("schemes/example-e2e-grading", "enhanced", "advanced")
    assert found["missing"]
    (other,) = json.loads(run("grade", "solutions/example-agv-line", "--format", "json", *TODAY).out)
    assert other["scheme"] == "schemes/example-e2e-solution-grading"


def test_what_is_missing_is_said_in_words(run: Run) -> None:
    done = run("grade", "example-gateway-5", "--lang", "zh", *TODAY)
    assert "示例端到端5G内网产品认证和等级评价：增强级" in done.out
    assert "升到“引领级”还缺：" in done.out


def test_wrong_use_names_what_is_right(run: Run) -> None:
    done = run("grade", "organisations/example-operator", "--lang", "en", *TODAY)
    assert (done.code, "is neither a product nor a solution" in done.err) == (2, True)
    done = run("grade", "example-gateway-5", "--scheme", "example-e2e-gradin", "--lang", "en", *TODAY)
    assert (done.code, "example-e2e-grading" in done.err) == (2, True)


def test_the_matrix_in_every_form(run: Run) -> None:
    found = json.loads(
        run("standard", "matrix", "e2e-5g-intranet", "--edition", "draft", "--format", "json", *TODAY).out
    )
    assert sum(found["counts"].values()) == len(found["provisions"])
    suspect = run("standard", "matrix", "e2e-5g-intranet", "--edition", "draft", "--state", "suspect", *TODAY)
    assert suspect.code == 0
    assert suspect.out.count("存疑") >= found["counts"]["suspect"]
    done = run("standard", "matrix", "e2e-5g-intranet", "--edition", "2019", "--lang", "en", *TODAY)
    assert (done.code, "2025" in done.err) == (2, True)
