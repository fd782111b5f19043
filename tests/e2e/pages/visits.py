"""Visits to our pages, and what people do there."""

from typing import Any

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}


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
