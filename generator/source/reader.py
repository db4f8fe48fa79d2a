"""Reads one YAML file: text to plain data, with every refusal and every problem that can be told at once.

The meaning is that of YAML 1.2 core, less whatever tools read differently (see `scalars`). Two entry
points over one constructor: `read_data` for all files, fast; `read_positions` for those that have
something to report or to edit.
"""

from dataclasses import replace

from generator.diagnostics import Finding
from generator.source import codes
from generator.source.construct import Constructor, PlacesNeeded, Plain
from generator.source.events import YAMLError, event_source
from generator.source.positions import Positions, Recorder
from generator.source.problems import Problem, Problems, Stop
from generator.source.scan import Scanned, scan
from generator.source.syntax import fault_of

__all__ = ["Plain", "Positions", "Problem", "read_data", "read_positions"]


def read_data(path: str, content: bytes, pure: bool = False) -> tuple[dict[str, Plain] | None, tuple[Problem, ...]]:
    """The data of the file and its problems, by position. Never raises.

    None stands for a file that cannot be understood, always with a problem. Data that comes with
    problems is good for finding further ones (an unclear scalar is its text, a second value of a
    key is left out, a forbidden character is U+FFFD), but not for publishing. `pure` asks for the
    slow parser.
    """
    try:
        scanned = scan(content)
        problems = Problems(path)
        if not scanned.certain:
            scanned = replace(scanned, text=None)
        try:
            data = _construct(scanned, problems, None, pure)
        except PlacesNeeded:
            problems = Problems(path)
            data = _construct(scanned, problems, Recorder(scanned.text or ""), pure)
        return data, problems.found()
    except Exception as fault:  # noqa: BLE001 - the one boundary: a fault of ours is a diagnostic
        values: dict[str, object] = {"error": type(fault).__name__}
        return None, ((codes.INTERNAL_ERROR, Finding(path, values=values, position=(1, 1))),)


def read_positions(path: str, content: bytes, pure: bool = False) -> Positions:
    """Where the file's keys and values stand; of a faulty file, those before the fault. Never raises."""
    try:
        scanned = scan(content)
        recorder = Recorder(scanned.text or "")
        _construct(scanned, Problems(path), recorder, pure)
        return recorder.positions()
    except Exception:  # noqa: BLE001 - whatever it is, `read_data` reports it
        return Positions()


def _construct(scanned: Scanned, problems: Problems, recorder: Recorder | None, pure: bool) -> dict[str, Plain] | None:
    try:
        for code, values, position in scanned.faults:
            problems.add(code, position, values)
        if scanned.text is None:
            return None
        try:
            return Constructor(scanned.text, problems, recorder).run(event_source(scanned.text, pure))
        except YAMLError as error:
            code, values, position, noticed = fault_of(error, scanned.text)
            problems.forget_text_over(noticed)
            problems.add(code, position, values)
    except Stop:
        pass
    return None
