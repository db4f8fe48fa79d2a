"""Who vouches for a release: a signed Git tag `release/<name>`, or a detached signature of the manifest by ssh-keygen.

A signature is checked where there is one; that there is none is said. Whom to believe stands in
`releases/allowed_signers` of the reader's own working folder, never in what is being verified.
"""

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Literal

from generator.git import GitError, commit_id, run_git
from generator.loader.released import SIGNERS

NAMESPACE = "file"
"""What ssh-keygen signs for; `ssh-keygen -Y sign -n file`."""

_TIME_LIMIT = 60
_MARKS = (b"-----BEGIN SSH SIGNATURE-----", b"-----BEGIN PGP SIGNATURE-----")

Signed = Literal["absent", "good", "bad", "no-signers", "no-tool"]


def tag_of(name: str) -> str:
    """The tag that belongs to a release."""
    return f"release/{name}"


def tag_commit(root: Path, tag: str) -> str | None:
    """The commit that a tag names, None where there is no such tag."""
    try:
        return commit_id(root, f"refs/tags/{tag}")
    except GitError:
        return None


def tag_signature(root: Path, tag: str) -> Signed:
    """Whether a tag carries a good signature."""
    try:
        if run_git(root, "cat-file", "-t", f"refs/tags/{tag}").strip() != b"tag":
            return "absent"
        content = run_git(root, "cat-file", "tag", f"refs/tags/{tag}")
        mark = next((mark for mark in _MARKS if mark in content), None)
        if mark is None:
            return "absent"
        signers = root / SIGNERS
        if mark is _MARKS[0] and not signers.is_file():
            return "no-signers"
        run_git(root, "-c", f"gpg.ssh.allowedSignersFile={signers}", "tag", "-v", "--", tag)
    except GitError:
        return "bad"
    return "good"


def file_signature(root: Path, content: bytes, signature: bytes) -> Signed:
    """Whether a detached signature is one of `content` by somebody who may sign."""
    signers = root / SIGNERS
    if not signers.is_file():
        return "no-signers"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "manifest.json.sig"
        path.write_bytes(signature)
        base = ["ssh-keygen", "-Y"]
        try:
            who = _run([*base, "find-principals", "-f", str(signers), "-s", str(path)], b"")
            principal = who.decode("utf-8", "replace").splitlines()[0].strip()
            _run([*base, "verify", "-f", str(signers), "-I", principal, "-n", NAMESPACE, "-s", str(path)], content)
        except FileNotFoundError:
            return "no-tool"
        except (subprocess.SubprocessError, IndexError, OSError):
            return "bad"
    return "good"


def _run(command: list[str], given: bytes) -> bytes:
    done = subprocess.run(
        command, input=given, capture_output=True, check=True, timeout=_TIME_LIMIT, env=os.environ | {"LC_ALL": "C"}
    )
    return done.stdout
