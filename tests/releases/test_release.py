"""A release from end to end: made, verified in another clone, tampered with, compared, corrected."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.loader.frozen import frozen_files
from generator.loader.manifest import manifest_bytes, read_manifest
from tests.releases.conftest import Clerk, commit, git, repository

CREATE = ("release", "create")
FIRST = (*CREATE, "2026-1", "--voucher", "port-equipment", "--on", "2026-04-20")
FOLDER = "releases/2026-1"
READER = "catalog/products/box-reader.yaml"


@pytest.fixture
def released(clerk: Clerk) -> Clerk:
    """A repository with a notice that has ended and a release, committed and tagged."""
    clerk.done("voucher", "notice", "--voucher", "port-equipment", "--start", "2026-03-10")
    clerk.commit()
    clerk.done(*FIRST)
    clerk.commit()
    git(clerk.root, "tag", "-am", "first", "release/2026-1")
    return clerk


def manifest(root: Path, name: str = "2026-1") -> dict[str, object]:
    data = json.loads((root / "releases" / name / "manifest.json").read_bytes())
    assert isinstance(data, dict)
    return data


def test_what_is_frozen(released: Clerk) -> None:
    found = manifest(released.root)
    assert [line["listing"] for line in found["listed"]] == ["container-reader", "converter", "crane-desk"]  # type: ignore[attr-defined]
    assert (found["excluded"], found["on"], found["voucher"]) == (3, "2026-04-20", "vouchers/port-equipment")
    trees = {folder: git(released.root, "rev-parse", f"HEAD~1:{folder}") for folder in ("catalog",)}
    assert found["trees"] == {**trees, "standards": None}
    assert found["commit"] == git(released.root, "rev-parse", "HEAD~1")
    frozen = released.root / FOLDER
    assert (frozen / READER).read_bytes() == (released.root / READER).read_bytes()
    reasons = json.loads((frozen / "data" / "assessments.json").read_bytes())["assessments"]
    why = {
        one["listing"]: [r["criterion"] for r in one["results"] if r["outcome"] in ("not-met", "not-stated")]
        for one in reasons
    }
    assert why["listings/gate-terminal"] == ["posted", "unopposed"]
    assert why["listings/mooring"] == ["priced"]
    rows = json.loads((frozen / "data" / "rows.json").read_bytes())["rows"]
    assert [row["values"]["ceiling"] for row in rows] == ["60000.00", "350000.00", "200000.00"]


def test_it_is_verified_in_another_clone(released: Clerk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    git(tmp_path, "clone", "-q", str(released.root), str(other))
    assert "2026-1 holds." in released.at(other).done("release", "verify", "2026-1")
    shutil.rmtree(other / "releases")
    said = released.at(other).done("release", "verify", "2026-1", "--from-tag", "release/2026-1")
    assert "files are the same byte for byte" in said
    assert "the tag release/2026-1 is not signed" in said


def test_two_creations_are_the_same_byte_for_byte(released: Clerk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    git(tmp_path, "clone", "-q", str(released.root), str(other))
    git(other, "checkout", "-q", "HEAD~1")
    git(other, "tag", "-d", "release/2026-1")
    released.at(other).done(*FIRST)
    for path in sorted((released.root / FOLDER).rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (other / path.relative_to(released.root)).read_bytes(), path


@pytest.mark.parametrize(
    ("harm", "code", "said"),
    [
        (lambda f: (f / "data/rows.json").write_text("{}"), "V401", "a released file has changed"),
        (lambda f: (f / "data/rows.json").unlink(), "V402", "is missing from the release"),
        (lambda f: (f / "data/more.json").write_text("{}"), "V403", "does not list this file"),
        (lambda f: (f / "manifest.json").write_text("{}"), "V404", "cannot be trusted"),
        (lambda f: (f / "manifest.json").unlink(), "V404", "cannot be trusted"),
        (lambda f: (f / "data/more.json").symlink_to("rows.json"), "X011", "not a regular file"),
        (lambda f: f.rename(f.with_name("2026-9")), "V404", "there is no release"),
    ],
    ids=["changed", "missing", "added", "empty manifest", "no manifest", "link", "renamed"],
)
def test_tampering_is_found(released: Clerk, harm, code: str, said: str) -> None:
    harm(released.root / FOLDER)
    failed, report = released("validate")
    assert failed == 1
    assert f"error {code}" in report
    assert f"{FOLDER[:9]}" in report
    failed, verdict = released("release", "verify", "2026-1")
    assert failed in (1, 2)
    assert said in verdict


def test_files_and_manifest_changed_together_are_found(released: Clerk) -> None:
    """By the rebuild, by the tag, and by the manifest of the next release."""
    folder = released.root / FOLDER
    honest = (folder / "manifest.json").read_bytes()
    released.done(*CREATE, "2026-2", "--voucher", "port-equipment", "--on", "2026-04-21")
    rows = folder / "data" / "rows.json"
    rows.write_bytes(rows.read_bytes().replace(b"60000.00", b"90000.00"))
    files = {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name != "manifest.json"
    }
    forged = manifest_bytes(read_manifest(honest).model_copy(update={"files": frozen_files(files)}))
    (folder / "manifest.json").write_bytes(forged)
    failed, report = released("validate")
    assert failed == 1
    assert "releases/2026-2/manifest.json:1:1: error V406" in report
    failed, said = released("release", "verify", "2026-1")
    assert failed == 1
    assert "the tag release/2026-1 holds another manifest" in said
    assert "data/rows.json: rebuilt, it differs" in said


def test_a_listing_that_changed_after_its_notice_is_excluded(released: Clerk) -> None:
    released.edit(READER, "category:", 'version: "9"\ncategory:')
    released.commit()
    said = released.done(*CREATE, "2026-2", "--voucher", "port-equipment", "--on", "2026-04-21")
    assert "container-reader: changed after the notice; needs a new one (Posted for 10 days)" in said
    said = released.done("release", "diff", "2026-1", "2026-2")
    assert said.splitlines()[0] == "2026-1 → 2026-2: 0 added, 1 removed, 0 fields changed"
    assert said.splitlines()[1].startswith("- listings/container-reader")


def test_a_price_that_changed_is_noticed_again_and_compared(released: Clerk) -> None:
    amount, dearer = "36666.66", "38499.99"
    released.edit(READER, amount, dearer)
    said = released.done("voucher", "notice", "--voucher", "port-equipment", "--start", "2026-05-01")
    assert "1 listing, 2026-05-01 to 2026-05-10" in said
    released.commit()
    released.done(*CREATE, "2026-2", "--voucher", "port-equipment", "--on", "2026-05-20")
    said = released.done("release", "diff", "2026-1", "2026-2")
    assert f"{amount} → {dearer} (+5.0 %)" in said
    assert "holds" in released.done("release", "verify", "2026-2")
    found = json.loads(released.done("release", "diff", "2026-1", "2026-2", "--format", "json"))
    assert {
        "listing": "listings/container-reader",
        "field": "price-once",
        "old": amount,
        "new": dearer,
        "percent": "+5.0",
    } in found["changed"]


def test_an_amending_release(released: Clerk) -> None:
    before = (released.root / FOLDER / "manifest.json").read_bytes()
    amending = (*CREATE, "2026-1a", "--voucher", "port-equipment", "--on", "2026-05-01", "--amends", "2026-1")
    assert "--reason" in released.refused(*amending)
    released.done(*amending, "--reason", "wrong ratio", "--evidence", "decision 7")
    assert (released.root / FOLDER / "manifest.json").read_bytes() == before
    amends = manifest(released.root, "2026-1a")["amends"]
    assert isinstance(amends, dict)
    assert (amends["release"], amends["reason"], amends["evidence"]) == ("2026-1", "wrong ratio", "decision 7")
    assert "amended by 2026-1a" in released.done("release", "list").splitlines()[0]
    assert "amended by 2026-1a" in released.done("release", "verify", "2026-1")
    again = released.refused(
        *CREATE, "2026-1b", "--voucher", "port-equipment", "--on", "2026-05-02",
        "--amends", "2026-1", "--reason", "x", "--evidence", "y",
    )  # fmt: skip
    assert "amend 2026-1a" in again
    assert released("validate")[0] == 0


def test_what_is_refused(clerk: Clerk) -> None:
    clerk.done("voucher", "notice", "--voucher", "port-equipment", "--start", "2026-03-10")
    assert "not committed" in clerk.refused(*FIRST)
    clerk.commit()
    assert "the id '2026_1'" in clerk.refused(*CREATE, "2026_1", "--voucher", "port-equipment", "--on", "2026-04-20")
    assert "no voucher programme" in clerk.refused(*CREATE, "2026-1", "--voucher", "port", "--on", "2026-04-20")
    assert "do not begin with example-" in clerk.refused(
        *CREATE, "example-1", "--voucher", "port-equipment", "--on", "2026-04-20"
    )
    assert "--on 2026-02-30" in clerk.refused(*CREATE, "2026-1", "--voucher", "port-equipment", "--on", "2026-02-30")
    assert "no listing qualifies" in clerk.refused(
        *CREATE, "2026-1", "--voucher", "port-equipment", "--on", "2026-02-26"
    )
    clerk.done(*FIRST)
    assert "never changes" in clerk.refused(*FIRST)
    assert "is before 2026-04-20" in clerk.refused(
        *CREATE, "2026-0", "--voucher", "port-equipment", "--on", "2026-04-01"
    )


def test_no_repository_no_release(tmp_path: Path, clerk: Clerk) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(clerk.root / "catalog", bare / "catalog")
    assert "made from a commit of Git" in clerk.at(bare).refused(*FIRST)


def test_another_version_of_the_tool_says_how_to_install_that_one(
    released: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.releases.verify.__version__", "9.9.9")
    said = released.done("release", "verify", "2026-1")
    assert "made by catalogue-generator 1.0.0" in said or "the release was made by" in said
    assert "--require-hashes -r requirements.lock" in said


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs ssh-keygen")
def test_a_detached_signature(released: Clerk, tmp_path: Path) -> None:
    key, path = tmp_path / "key", released.root / FOLDER / "manifest.json"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", "file", str(path)], check=True)
    assert "is signed, but there is no releases/allowed_signers" in released.done("release", "verify", "2026-1")
    public = (tmp_path / "key.pub").read_text("utf-8")
    (released.root / "releases" / "allowed_signers").write_text(f"programme-office {public}", "utf-8")
    assert "manifest.json.sig has a good signature" in released.done("release", "verify", "2026-1")
    assert released("validate")[0] == 0
    other = tmp_path / "other"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(other)], check=True)
    (released.root / FOLDER / "manifest.json.sig").unlink()
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", str(other), "-n", "file", str(path)], check=True)
    failed, said = released("release", "verify", "2026-1")
    assert failed == 1
    assert "bad signature" in said


def test_a_release_within_its_notice_is_an_error(released: Clerk) -> None:
    """It is never made so; one that was forged is found."""
    path = released.root / FOLDER / "manifest.json"
    path.write_bytes(manifest_bytes(read_manifest(path.read_bytes()).model_copy(update={"on": "2026-03-19"})))
    failed, report = released("validate")
    assert failed == 1
    assert "error V405" in report
    assert "2026-03-19" in report


def test_files_beside_releases(released: Clerk) -> None:
    (released.root / "releases" / "notes.txt").write_text("x", "utf-8")
    (released.root / "releases" / "Bad_Name").mkdir()
    (released.root / "releases" / "Bad_Name" / "manifest.json").write_text("{}", "utf-8")
    failed, report = released("validate")
    assert failed == 1
    assert "releases/notes.txt:1:1: error X013" in report
    assert "releases/Bad_Name/manifest.json:1:1: error X012" in report


def test_released_bytes_survive_git(released: Clerk, tmp_path: Path) -> None:
    """A table's line ends are part of its hash, whatever Git is set to."""
    other = tmp_path / "other"
    subprocess.run(["git", "-c", "core.autocrlf=true", "clone", "-q", str(released.root), str(other)], check=True)
    assert b"\r\n" in b"".join(path.read_bytes() for path in (other / FOLDER).rglob("*.csv"))
    said = released.at(other).done("release", "verify", "2026-1")
    assert "holds" in said


def test_the_root_may_lie_below_the_top_of_gits(tmp_path: Path, clerk: Clerk) -> None:
    top = repository(tmp_path / "top")
    (top / "data").mkdir()
    shutil.move(top / "catalog", top / "data" / "catalog")
    commit(top)
    below = clerk.at(top / "data")
    below.done(*FIRST)
    commit(top)
    assert "holds" in below.done("release", "verify", "2026-1")


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs ssh-keygen")
def test_a_signed_tag(released: Clerk, tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    git(released.root, "tag", "-d", "release/2026-1")
    git(released.root, "-c", "gpg.format=ssh", "-c", f"user.signingkey={key}", "tag", "-sm", "first", "release/2026-1")
    assert "is signed, but there is no releases/allowed_signers" in released.done("release", "verify", "2026-1")
    signers = released.root / "releases" / "allowed_signers"
    signers.write_text(f"programme-office {(tmp_path / 'key.pub').read_text('utf-8')}", "utf-8")
    assert "the tag release/2026-1 has a good signature" in released.done("release", "verify", "2026-1")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "other")], check=True)
    signers.write_text(f"programme-office {(tmp_path / 'other.pub').read_text('utf-8')}", "utf-8")
    assert released("release", "verify", "2026-1")[0] == 1


def test_nothing_is_written_through_a_link(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (clerk.root / "releases").symlink_to(tmp_path / "outside")
    assert clerk(*FIRST)[0] == 2
    assert list((tmp_path / "outside").iterdir()) == []


def test_history_that_was_rewritten(released: Clerk, tmp_path: Path) -> None:
    """The folders' ids find the same catalogue in another commit; where it is nowhere, that is said."""
    other = tmp_path / "other"
    git(tmp_path, "clone", "-q", "--depth=1", "--no-tags", f"file://{released.root}", str(other))
    clone = released.at(other)
    head = git(other, "rev-parse", "HEAD")
    assert f"rebuilt from the commit {head[:12]}" in clone.done("release", "verify", "2026-1")
    clone.edit(READER, "category:", 'version: "9"\ncategory:')
    git(other, "checkout", "-q", "--orphan", "anew")
    commit(other)
    failed, said = clone("release", "verify", "2026-1")
    assert failed == 1
    assert "git fetch --unshallow --tags" in said


def test_a_programme_that_does_not_name_the_notice_in_its_criteria(clerk: Clerk) -> None:
    """Its rules of the notice are enough: nothing unnoticed, objected to or changed since is released."""
    path = clerk.root / "catalog" / "vouchers" / "port-equipment.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(line for line in lines if "id: posted" not in line and "id: unopposed" not in line), "utf-8"
    )
    clerk.commit()
    said = clerk.done(*FIRST)
    assert "converter: no public notice yet" in said
    assert "gate-terminal: the notice has ended with 1 objection open" in said
    assert said.splitlines()[0].startswith("releases/2026-1: 2 listed, 4 excluded")


def test_totals_that_are_not_those_of_the_lists_are_found(released: Clerk) -> None:
    """A manifest that counts another number than the frozen lists hold, in the very form that the tool writes."""
    path = released.root / FOLDER / "manifest.json"
    honest = read_manifest(path.read_bytes())
    for forged in ({"excluded": honest.excluded + 1}, {"listed": honest.listed[1:]}):
        path.write_bytes(manifest_bytes(honest.model_copy(update=forged)))
        failed, report = released("validate")
        assert failed == 1
        assert "error V407" in report, forged
