"""What is asked for a quote: the enterprise, its contract and its lines, in 分; read from a file in yuan."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import TypeAdapter

from generator.diagnostics import Diagnostic, Location, Pointer, Severity
from generator.model.fields import Count, Date, Flag, Id, Integer, Model, Money, PartialDate, Positive
from generator.model.links import Term
from generator.model.parts import City
from generator.model.validate import validate
from generator.texts import Text
from generator.vouchers.claims import Earlier, Used

MOST_MONEY = 8_000_000_000_000
"""分: what the lines of a request may come to, so that the browser's numbers stay whole."""


class NotARequest(ValueError):
    """The file does not say what a quote needs: why, and at which place of it."""

    def __init__(self, text: Text, pointer: Pointer = (), on_key: bool = False) -> None:
        super().__init__(text.zh)
        self.text, self.pointer, self.on_key = text, pointer, on_key


@dataclass(frozen=True, slots=True)
class Enterprise:
    """Who claims. None: not stated. `founded_on` may leave out day and month; `revenue` 分."""

    city: str | None = None
    industry: str | None = None
    nature: str | None = None
    legal_person: bool | None = None
    founded_on: str | None = None
    revenue: int | None = None
    clean_record_years: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A product of the contract: its amount, 分, or how much of each billing dimension (decimals as text)."""

    id: str
    product: str
    amount: int | None = None
    quantities: Mapping[str, str] | None = None
    other_funding: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """A quote is asked for the claim of a contract on the day `on`."""

    on: str
    lines: tuple[Line, ...]
    enterprise: Enterprise = Enterprise()
    signed_on: str | None = None
    other_funding: bool = False
    earlier: tuple[Earlier, ...] = ()
    used: tuple[Used, ...] = ()


class _Enterprise(Model):
    city: City | None = None
    industry: Annotated[Id, Term("gbt4754")] | None = None
    nature: Annotated[Id, Term("organisation-natures")] | None = None
    legal_person: Flag | None = None
    founded_on: PartialDate | None = None
    revenue: Money | None = None
    clean_record_years: Count | None = None


class _Contract(Model):
    signed_on: Date | None = None
    other_funding: Flag = False


class _Earlier(Model):
    voucher: Id
    category: Id
    amount: Money
    year: Integer


class _Used(Model):
    voucher: Id
    supplier: Id | None = None
    amount: Money


class _Line(Model):
    id: Id
    product: Id
    quantities: dict[Id, Positive] | None = None
    amount: Money | None = None
    other_funding: Flag = False


class _File(Model):
    enterprise: _Enterprise = _Enterprise()
    contract: _Contract = _Contract()
    earlier: tuple[_Earlier, ...] = ()
    used: tuple[_Used, ...] = ()
    lines: tuple[_Line, ...]


_ADAPTER: TypeAdapter[Request] = TypeAdapter(Request)


def request_of(data: dict[str, Any]) -> Request:
    """A request from its own plain data (分). Raises pydantic's ValidationError."""
    return _ADAPTER.validate_python(data)


def read_request(data: object, on: str, lists: Mapping[str, Any] | None = None) -> Request:
    """A request from a file's data (yuan). `lists`: code lists by name. Raises NotARequest."""
    file, problems = validate(_File, data, lists or {}, "")
    if file is None:
        code, finding = problems[0]
        told = Diagnostic(Location(""), code, Severity.ERROR, finding.values)
        text = Text(*(f"{told.message(lang)} {told.help(lang)}".strip() for lang in ("zh", "en")))
        raise NotARequest(text, finding.pointer, finding.on_key)
    ids = [line.id for line in file.lines]
    for number, line in enumerate(file.lines):
        if line.id in ids[:number]:
            raise NotARequest(
                Text(f"编号 {line.id} 写了两次", f"the id {line.id} stands twice"), ("lines", number, "id")
            )
        if (line.amount is None) == (line.quantities is None):
            text = Text("请写 amount 或 quantities 之一", "write one of 'amount' and 'quantities'")
            raise NotARequest(text, ("lines", number))
    who = file.enterprise
    return Request(
        on=on,
        lines=tuple(
            Line(
                line.id,
                line.product,
                None if line.amount is None else _fen(line.amount, ("lines", number, "amount")),
                None if line.quantities is None else {key: format(n, "f") for key, n in line.quantities.items()},
                line.other_funding,
            )
            for number, line in enumerate(file.lines)
        ),
        enterprise=Enterprise(
            who.city,
            who.industry,
            who.nature,
            who.legal_person,
            who.founded_on,
            None if who.revenue is None else _fen(who.revenue, ("enterprise", "revenue")),
            who.clean_record_years,
        ),
        signed_on=file.contract.signed_on,
        other_funding=file.contract.other_funding,
        earlier=tuple(
            Earlier(one.voucher, one.category, _fen(one.amount, ("earlier", n, "amount")), one.year)
            for n, one in enumerate(file.earlier)
        ),
        used=tuple(
            Used(one.voucher, _fen(one.amount, ("used", n, "amount")), one.supplier) for n, one in enumerate(file.used)
        ),
    )


def too_much(pointer: Pointer) -> NotARequest:
    """The error for amounts beyond what is computed."""
    most = f"{MOST_MONEY // 100:,}"
    return NotARequest(Text(f"金额超过 {most} 元", f"more than CNY {most}"), pointer)


def _fen(yuan: Decimal, pointer: Pointer) -> int:
    if yuan * 100 % 1:
        raise NotARequest(Text("金额最多两位小数", "an amount has two decimals at most"), pointer)
    if yuan * 100 > MOST_MONEY:
        raise too_much(pointer)
    return int(yuan * 100)
