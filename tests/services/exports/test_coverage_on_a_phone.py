"""The web page of coverage in a real browser at the size of a telephone: no network, no script, nothing beyond the edge."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sponsor_app.domain.report import CoverageReport
from sponsor_app.services import Services, coverage
from tests.services.exports.test_coverage_files import large, monday

__all__ = ["large", "monday"]

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
WIDE, HIGH = 390, 844
PATIENCE = 90
HARNESS = """<!doctype html><meta charset="utf-8"><body>
<iframe id="phone" width="{wide}" height="{high}" sandbox="allow-same-origin" srcdoc="{page}"></iframe>
<script>
document.getElementById("phone").onload = function () {{
  var page = this.contentDocument, root = page.documentElement, small = 0, cut = 0;
  page.querySelectorAll("body *").forEach(function (part) {{
    if (!part.firstChild || part.firstChild.nodeType !== 3) return;
    if (parseFloat(getComputedStyle(part).fontSize) < 12) small += 1;
    var box = part.getBoundingClientRect();
    if (box.right > root.clientWidth + 1 && !part.closest(".scroll, thead")) cut += 1;
  }});
  var said = document.createElement("pre");
  said.id = "said";
  said.textContent = JSON.stringify({{
    wide: root.scrollWidth, room: root.clientWidth, words: page.body.innerText, small: small, cut: cut,
    bars: page.querySelectorAll("svg rect").length,
    name: page.querySelector("svg title").textContent,
    asked: page.defaultView.performance.getEntriesByType("resource").length
  }});
  document.body.appendChild(said);
}};
</script>"""


@pytest.fixture(autouse=True)
def browser() -> str:
    if BROWSER is None:
        reason = "chromium is not installed: the page was not opened at the size of a telephone"
        print(reason)
        pytest.skip(reason)
    return BROWSER


def opened(browser: str, page: Path) -> str:
    """What a page is once it is there."""
    flags = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--dump-dom",
        f"--window-size={WIDE},{HIGH}",
    )
    profile = f"--user-data-dir={page.parent / 'browser'}"
    done = subprocess.run(
        [browser, *flags, profile, page.as_uri()],
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    return done.stdout.decode()


def measured(
    browser: str, app: Services, report: CoverageReport, folder: Path
) -> dict[str, object]:
    page = coverage.write(app, report, folder / "c.html").read_text("utf-8")
    harness = folder / "harness.html"
    harness.write_text(HARNESS.format(wide=WIDE, high=HIGH, page=html.escape(page)), "utf-8")
    found = re.search(r'<pre id="said">(.*?)</pre>', opened(browser, harness), re.DOTALL)
    assert found
    return json.loads(html.unescape(found[1]))


def test_it_fits_the_telephone_asks_for_nothing_and_is_read_without_any_script(
    browser: str, app: Services, folder: Path, monday: CoverageReport
) -> None:
    said = measured(browser, app, monday, folder)
    assert said["wide"] == said["room"]
    assert (said["small"], said["cut"], said["asked"]) == (0, 0, 0)
    assert said["bars"] == 5
    assert said["name"] == "1 covered, 1 due, 2 overdue, 1 never met, 1 no cadence"
    words = str(said["words"])
    assert f"{monday.totals.overdue} of {monday.totals.with_cadence}" in words
    assert [row.account for row in monday.rows if row.account not in words] == []


def test_ten_thousand_accounts_fit_as_well(
    browser: str, app: Services, folder: Path, large: CoverageReport
) -> None:
    said = measured(browser, app, large, folder)
    assert said["wide"] == said["room"]
