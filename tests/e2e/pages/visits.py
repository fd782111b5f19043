"""Visits to our pages, what people do there, and what no page may do to them."""

from pathlib import Path
from typing import Any

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
SMALLEST = {"width": 320, "height": 568}
#: Changed on an open page these need `reduced_motion`: colours would fade from one into the other.
SCHEMES = ("light", "dark")
#: WCAG 2.2: text 4.5 to 1 (level AA); targets of 44 px are level AAA, and what a thumb needs.
CONTRAST, TARGET = 4.5, 44
CONTRASTS = (Path(__file__).parent / "contrast.js").read_text("utf-8")


class Visits:
    """Opens pages, and remembers what went wrong in them."""

    def __init__(self, *, browser: Any, address: str) -> None:
        self.address = address
        self.mistakes: list[str] = []
        self.failures_expected = False  # requests that fail are part of the test
        self._browser = browser
        self._contexts: list[Any] = []

    async def open(self, path: str, size: dict[str, int] = DESKTOP, **options: Any) -> Any:
        """A page in a browser of its own."""
        context = await self._browser.new_context(viewport=size, **options)
        self._contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: self.mistakes.append(f"script: {error}"))
        page.on("console", self._console)
        page.on("request", self._request)
        await page.goto(self.address + path)
        return page

    async def close(self) -> None:
        for context in self._contexts:
            await context.close()

    def _console(self, message: Any) -> None:
        failed_request = "Failed to load resource" in message.text
        if message.type in ("error", "warning") and not (self.failures_expected and failed_request):
            self.mistakes.append(f"console: {message.text}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith(self.address):
            self.mistakes.append(f"another host: {request.url}")


async def say(window: Any, text: str) -> None:
    """Type a message and send it."""
    field = window.locator("textarea")
    await field.fill(text)
    await field.press("Enter")


def bubbles(window: Any) -> Any:
    """What both sides said, without what is still being sent."""
    return window.locator(".chat-messages .bubble-text")


async def overflow(page: Any) -> set[int]:
    """By how many pixels the page and its conversations are wider than they may be."""
    widths = await page.evaluate(
        "[document.documentElement, ...document.querySelectorAll('.chat-log')]"
        ".filter((node) => node.clientWidth).map((node) => node.scrollWidth - node.clientWidth)"
    )
    return set(widths)


async def too_small(page: Any) -> list[str]:
    """Whatever can be tapped and is too small for a thumb; a box is as large as the label around it."""
    found: list[str] = await page.evaluate(
        """(least) => [...document.querySelectorAll("button, a, input, textarea, label:has(input)")]
            .filter((node) => node.offsetParent)
            .filter((node) => !node.closest(".bubble-text, .sr-only, label:has(input) > input"))
            .map((node) => [node.outerHTML.slice(0, 60), node.getBoundingClientRect()])
            .filter(([, box]) => box.width < least || box.height < least)
            .map(([html, box]) => `${html} ${box.width}x${box.height}`)""",
        TARGET,
    )
    return found


async def too_faint(page: Any, *, at_least: int) -> list[Any]:
    """The texts that stand out too little; there have to be `at_least` so many texts."""
    contrasts = await page.evaluate(CONTRASTS)
    assert len(contrasts) >= at_least
    return [found for found in contrasts if found[0] < CONTRAST]
