"""Plain data to bytes and back: msgpack with exact decimals and the two-language texts of findings.

msgpack and not pickle, because unpickling a foreign cache would run its code.
"""

from decimal import Decimal
from typing import Any

import msgpack

from generator.texts import Text

_DECIMAL, _TEXT, _INTEGER = 1, 2, 3


def pack(data: Any) -> bytes:
    packed: bytes = msgpack.packb(data, default=_out, use_bin_type=True)
    return packed


def unpack(blob: bytes) -> Any:
    """Raises ValueError for bytes that `pack` did not write."""
    return msgpack.unpackb(blob, ext_hook=_in, strict_map_key=False)


def _out(value: Any) -> msgpack.ExtType:
    if isinstance(value, Decimal):
        return msgpack.ExtType(_DECIMAL, str(value).encode())
    if isinstance(value, Text):
        return msgpack.ExtType(_TEXT, msgpack.packb([value.zh, value.en]))
    if isinstance(value, int):  # one of more than 64 bits
        return msgpack.ExtType(_INTEGER, str(value).encode())
    raise TypeError(f"cannot pack {type(value).__name__}")


def _in(kind: int, blob: bytes) -> Any:
    if kind == _DECIMAL:
        return Decimal(blob.decode())
    if kind == _TEXT:
        return Text(*msgpack.unpackb(blob))
    if kind == _INTEGER:
        return int(blob)
    raise ValueError(f"unknown extension {kind}")
