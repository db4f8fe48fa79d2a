"""Runs of pandoc that are kept from one time to the next, and that have a time for all of them together.

A contribution may hold any number of drafts that take as long as they are let: one run of the tool gives all of
them together no more than the budget, and what took too long is not tried again while its text is the same.
"""

import time
from collections.abc import Callable, Sequence
from hashlib import blake2b

from generator.drafts import pandoc
from generator.texts import Text

BUDGET = 60.0
"""Seconds for all drafts of one run of the tool that are not in the cache."""

Get = Callable[[bytes], bytes | None]
Put = Callable[[bytes, bytes], None]


class Runs:
    """A runner of pandoc. `get` and `put` are a store of bytes by key; the default keeps nothing."""

    def __init__(
        self,
        get: Get = lambda key: None,
        put: Put = lambda key, value: None,
        *,
        budget: float = BUDGET,
        run: pandoc.Runner = pandoc.run,
    ) -> None:
        self._get, self._put, self._run = get, put, run
        self._budget, self._left = budget, budget

    def __call__(self, arguments: Sequence[str], text: bytes, timeout: float) -> bytes:
        """What pandoc prints. Raises PandocTimeout, also for what took too long before; PandocError."""
        digest = blake2b(repr(tuple(arguments)).encode() + text, digest_size=16).digest()
        output = self._get(b"pandoc" + digest)
        if output is not None:
            return output
        late = b"pandoc-timeout" + digest
        if self._get(late) is not None:
            raise pandoc.PandocTimeout(_seconds(timeout))
        if self._left <= 0:
            raise pandoc.PandocTimeout(_all(self._budget))
        start = time.monotonic()
        try:
            output = self._run(arguments, text, min(timeout, self._left))
        except pandoc.PandocTimeout:
            if self._left < timeout:  # the others have used up the time: this text may be a quick one
                raise pandoc.PandocTimeout(_all(self._budget)) from None
            self._put(late, b"")
            raise
        finally:
            self._left -= time.monotonic() - start
        self._put(b"pandoc" + digest, output)
        return output


def _seconds(limit: float) -> Text:
    return Text(f"{limit:g} 秒", f"{limit:g} s")


def _all(limit: float) -> Text:
    return Text(f"全部草案共用的 {limit:g} 秒", f"the {limit:g} s that all drafts have together")
