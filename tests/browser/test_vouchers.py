"""From the illustrative programme: notice, release and its tables, verified in another clone, and what the site then says."""

import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.test_site import DESKTOP, PHONE, Visit, axed, browser, violations, visit
from tests.releases.conftest import WHO, commit, git
from tests.site.building import DATA
from tests.site.web import served

__all__ = ["browser"]
pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
VOUCHER = "example-5g-intranet-voucher"
ON = "2026-12-23"
PAGES = ("releases/", "releases/example-2026-1/", "releases/example-2026-2/", f"vouchers/{VOUCHER}/", "quote/")
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass
class Office:
    """A repository with two releases and a correction, its site, and what the commands said."""

    root: Path
    site: Path
    said: dict[str, str]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / "office"
    with (base / "office.lock").open("w") as lock:
        # Whichever worker comes first does the work; the others wait for its site.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "said.json").exists():
            shutil.rmtree(folder, ignore_errors=True)
            (folder / "said.json").write_text(json.dumps(worked(folder)))
    return Office(folder / "root", folder / "site", json.loads((folder / "said.json").read_text()))


def worked(base: Path) -> dict[str, str]:
    """What the commands said that made the repository and the site below `base`."""
    root = base / "root"
    root.mkdir(parents=True)
    said: dict[str, str] = {}
    for name in (*DATA, "requirements.lock", ".gitignore"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        else:
            shutil.copy(source, root)
    git(base, "init", "-qb", "main", str(root))
    commit(root)

    def run(name: str, *arguments: str, at: Path = root) -> None:
        command = [sys.executable, "-m", "generator", *arguments]
        environment = {**os.environ, **WHO, "PYTHONPATH": str(ROOT), "LC_ALL": "zh_CN.UTF-8"}
        done = subprocess.run(command, cwd=at, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        said[name] = done.stdout

    # The four commands of the guide.
    run("eligible", "voucher", "eligible", "--voucher", VOUCHER, "--on", "2026-12-02")
    run("notice", "voucher", "notice", "--voucher", VOUCHER, "--start", "2026-11-23")
    commit(root)
    run("create", "release", "create", "example-2026-1", "--voucher", VOUCHER, "--on", "2026-12-02")
    commit(root)
    git(root, "tag", "-am", "release", "release/example-2026-1")
    other = base / "other"
    git(base, "clone", "-q", str(root), str(other))
    run("verify", "release", "verify", "example-2026-1", "--from-tag", "release/example-2026-1", at=other)
    # A price changes, which takes a new notice, and a supplier leaves, which takes a correction.
    product = root / "catalog" / "products" / "example-gateway-5.yaml"
    product.write_text(product.read_text("utf-8").replace("amount: 3200.00", "amount: 3100.00"), "utf-8")
    run("again", "voucher", "notice", "--voucher", VOUCHER, "--start", "2026-12-03")
    commit(root)
    run("second", "release", "create", "example-2026-2", "--voucher", VOUCHER, "--on", "2026-12-20")
    commit(root)
    run(
        "amended", "release", "create", "example-2026-2a", "--voucher", VOUCHER, "--on", "2026-12-22",
        "--amends", "example-2026-2", "--reason", "更正<b>", "--evidence", "决定第1号",
    )  # fmt: skip
    commit(root)
    run("build", "--today", ON, "build", "--out", str(base / "site"))
    return said


@pytest.fixture(scope="module")
def address(office: Office) -> Iterator[str]:
    with served(office.site) as address:
        yield address


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def reader(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    size: ViewportSize = request.param
    with browser.new_context(viewport=size) as context:
        made = visit(context, address)
        yield made
        assert (made.said, made.foreign()) == ([], [])


@pytest.fixture
def desktop(browser: Browser, address: str) -> Iterator[Visit]:
    with browser.new_context(viewport=DESKTOP) as context:
        made = visit(context, address)
        yield made
        assert (made.said, made.foreign()) == ([], [])


def test_four_commands_and_another_clone(office: Office) -> None:
    assert "9 个目录条目，2026-11-23 至 2026-12-01" in office.said["notice"]
    assert "列入 8 个，未列入 7 个" in office.said["create"]
    assert "example-2026-1：核对通过。" in office.said["verify"]
    files = office.root / "releases" / "example-2026-1" / "files"
    assert {path.suffix for path in files.iterdir()} == {".xlsx", ".docx", ".pdf", ".csv", ".json", ".jsonld"}


@pytest.mark.parametrize("at", ["", "en/"], ids=["zh", "en"])
def test_pages_are_quiet_and_fit(reader: Visit, at: str) -> None:
    for path in PAGES:
        page = reader.go(at + path)
        page.wait_for_load_state("networkidle")
        assert reader.said == [], path
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_the_vendor_reads_why_the_product_is_missing(desktop: Visit) -> None:
    wanted = "不在入库供应商名单中"
    for path in ("products/example-agv-dispatch/", "listings/example-agv-dispatch/", "releases/example-2026-1/"):
        page = desktop.go(path)
        row = page.locator("tr", has_text=wanted).first
        expect(row).to_contain_text("第五条")
        expect(row).to_contain_text("提交入库申请")


def test_a_release_shows_what_it_froze(desktop: Visit, office: Office) -> None:
    page = desktop.go("releases/example-2026-2/")
    expect(page.locator(".banner--warn")).to_contain_text("example-2026-2a")
    expect(page.locator(".banner--example")).to_be_visible()
    expect(page.locator("[data-filter-item]")).to_have_count(8)
    page.fill("#filter", "网关 终端")
    expect(page.locator("[data-filter-item]:visible")).to_have_count(2)
    expect(page.locator("section[aria-labelledby=changes]")).to_contain_text("-2.8%")
    expect(page.locator("section[aria-labelledby=rules]")).to_contain_text("企业年度")
    expect(page.locator("section[aria-labelledby=verify]")).to_contain_text("catalog release verify example-2026-2")
    page = desktop.go("releases/example-2026-2a/")
    expect(page.locator(".banner--info")).to_contain_text("更正<b>")
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")


def test_every_download_is_there_with_its_size_and_checksum(desktop: Visit, office: Office) -> None:
    for path in ("releases/example-2026-1/", f"vouchers/{VOUCHER}/"):
        page = desktop.go(path)
        rows = page.locator(".table--downloads tbody tr").all()
        assert len(rows) >= 10
        for row in rows:
            href = row.locator("a").get_attribute("href") or ""
            file = (office.site / path / href).resolve()
            content = file.read_bytes()
            assert row.locator("code").inner_text() == sha256(content).hexdigest()
            size = row.locator("td").nth(2).inner_text()
            assert (
                abs(float(size.split()[0]) * {"B": 1, "KB": 1024, "MB": 1024**2}[size.split()[1]] - len(content))
                <= 60_000
            )


def test_released_files_are_served_byte_for_byte(office: Office) -> None:
    folder = office.root / "releases" / "example-2026-1"
    manifest = json.loads((folder / "manifest.json").read_bytes())
    for file in manifest["files"]:
        assert (office.site / "releases" / "example-2026-1" / file["path"]).read_bytes() == (
            folder / file["path"]
        ).read_bytes()


def fill(page: Page) -> None:
    """The example of the guide for enterprises."""
    for name, value in (("city", "foshan"), ("industry", "c38"), ("nature", "private"), ("legal_person", "true")):
        page.select_option(f"[name={name}]", value)
    for name, value in (("founded_on", "2012-05"), ("revenue", "86,000,000.00"), ("clean_record_years", "5")):
        page.fill(f"[name={name}]", value)
    page.fill("[name=signed_on]", "2026-10-12")
    page.locator("details.calc__earlier > summary").click()
    page.click("[data-quote-add=earlier]")
    page.select_option("[data-part=voucher]", VOUCHER)
    page.select_option("[data-part=category]", "dev-sensing")
    page.fill("[data-part=drawn]", "120000")
    for number, (product, amount) in enumerate(
        (("示例车间5G室内覆盖服务", "800000"), ("example-gateway-5", ""), ("example-slice-service", "240000"), ("example-compact-upf", "900,000.00"))
    ):  # fmt: skip
        if number:
            page.click("[data-quote-add=line]")
        line = page.locator("[data-quote-lines] > li").nth(number)
        line.locator("[data-part=product]").fill(product)
        if amount:
            line.locator("[data-part=amount]").fill(amount)
        else:
            line.locator("[data-dimension=device]").fill("60")


def test_the_calculator_says_what_the_command_says(reader: Visit, office: Office, tmp_path: Path) -> None:
    page = reader.go("quote/")
    fill(page)
    page.click(".calc__submit")
    expect(page.locator(".calc__sums")).to_be_visible()
    guide = (ROOT / "docs" / "guide" / "enterprise.md").read_text("utf-8")
    request = tmp_path / "request.yaml"
    found = re.search(r"```yaml\n(enterprise:.*?)```", guide, re.DOTALL)
    assert found
    request.write_text(found[1], "utf-8")
    command = [sys.executable, "-m", "generator", "--today", ON, "voucher", "quote", str(request), "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quote = json.loads(
        subprocess.run(command, cwd=office.root, env=environment, capture_output=True, check=True).stdout
    )
    yuan = [f"{quote[name] / 100:,.2f}" for name in ("base", "subsidy", "share")]
    assert page.locator(".calc__sums dd").all_inner_texts() == [*yuan, str(quote["claims"])]
    paid = [f"{line['subsidy'] / 100:,.2f}" for line in sorted(quote["lines"], key=lambda line: line["product"])]
    shown = page.locator(".calc__paid").all_inner_texts()
    assert sorted(one.split()[-1] for one in shown) == sorted(paid)
    result = page.locator("[data-quote-result]")
    expect(result).to_contain_text("已证明没有更好的申领组合")
    expect(result).to_contain_text("支付凭证，实付不低于合同金额的90%")
    expect(result).to_contain_text("均为虚构")


def test_the_calculator_pays_out_of_what_is_left_only(reader: Visit) -> None:
    page = reader.go("quote/")
    fill(page)
    page.locator("details.calc__used > summary").click()
    page.click("[data-quote-add=used]")
    line = page.locator("[data-quote-used] > li")
    line.locator("[data-part=voucher]").select_option(VOUCHER)
    line.locator("[data-part=amount]").fill("59990000")
    page.click(".calc__submit")
    # The programme's total is 60 million yuan: ten thousand are left.
    expect(page.locator(".calc__sums dd").nth(1)).to_have_text("10,000.00")
    assert line.locator("[data-part=supplier] option").count() > 1


def test_the_calculator_says_what_to_mend(desktop: Visit) -> None:
    page = desktop.go(f"en/quote/?voucher={VOUCHER}")
    expect(page.locator("[data-quote-vouchers]")).to_have_value(VOUCHER)
    page.locator("[data-part=amount]").fill("12.345")
    page.click(".calc__submit")
    expect(page.locator("[data-quote-status]")).to_have_text("2 fields need to be corrected.")
    expect(page.locator("[data-part=product]")).to_be_focused()
    expect(page.locator(".calc__error")).to_have_count(2)
    page.locator("[data-part=product]").fill("example-gateway-5")
    page.locator("[data-part=amount]").fill("100,000")
    page.click(".calc__submit")
    # Nothing is known of the enterprise, so the programme cannot be used, and each reason is named.
    expect(page.locator("[data-quote-result]")).to_contain_text("the enterprise's city is not stated")


def test_the_feed_and_the_calendar(desktop: Visit, office: Office) -> None:
    for lang, folder in (("zh", ""), ("en", "en/")):
        feed = ElementTree.fromstring((office.site / folder / "releases" / "feed.xml").read_bytes())
        names = [(entry.findtext(f"{ATOM}title") or "").rpartition(" ")[2] for entry in feed.findall(f"{ATOM}entry")]
        assert names == ["example-2026-2a", "example-2026-2", "example-2026-1"], lang
        for entry in feed.findall(f"{ATOM}entry"):
            link = entry.find(f"{ATOM}link")
            assert link is not None
            place = link.get("href", "").removeprefix("https://example.org/catalog/")
            assert place.startswith(folder)
            assert (office.site / place / "index.html").is_file()
    for path in ("calendar.ics", "calendar.en.ics"):
        content = (office.site / "exports" / "vouchers" / path).read_bytes()
        lines = content.decode().replace("\r\n ", "").split("\r\n")
        assert "\n" not in content.decode().replace("\r\n", "")
        assert max(len(line) for line in content.split(b"\r\n")) <= 75
        assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") >= 5
        at = lines.index("UID:notices-example-notice-2026-3-notice@example.org")
        assert lines[at + 2 : at + 4] == ["DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261202"]
    page = desktop.go("releases/")
    page.locator("main table a", has_text="example-2026-1").click()
    page.wait_for_url("**/releases/example-2026-1/")


@pytest.mark.parametrize(("scheme", "size"), [("light", "desktop"), ("dark", "phone")])
def test_no_serious_finding_of_axe(browser: Browser, address: str, scheme: str, size: str) -> None:
    found = []
    with axed(browser, scheme, size) as page:
        for path in ("releases/", "releases/example-2026-2/", f"vouchers/{VOUCHER}/", "quote/"):
            page.goto(address + path)
            if path == "quote/":
                fill(page)
                page.click(".calc__submit")
                page.locator(".calc__sums").wait_for()
            found += [f"{path} {violation}" for violation in violations(page)]
    assert found == []
