"""A line of the mobile network, and what is fetched over it."""

from base64 import b64decode

import brotli

QUALITY = 5  # what proxies take for pages made on demand
DENSE = ("font/", "image/jpeg", "image/png")  # compressed as they are


class Line:
    """Counts what a page fetches, at the speed of a slow line when told so."""

    def __init__(self, page):
        self.tools = page.context.new_cdp_session(page)
        self.asked, self._kinds, self._whole = [], {}, []
        self.tools.on("Network.requestWillBeSent", self._sent)
        self.tools.on("Network.responseReceived", self._received)
        self.tools.on("Network.loadingFinished", lambda e: self._whole.append(e["requestId"]))
        self.tools.send("Network.enable")

    def slow(self):
        """Go on at 400 kbit/s, with 400 ms to the server and back."""
        speed = 400_000 / 8
        self.tools.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": 400,
                "downloadThroughput": speed,
                "uploadThroughput": speed,
            },
        )

    def anew(self):
        """Forget what was counted and what the browser keeps: the next view is a first one."""
        self.tools.send("Network.clearBrowserCache")
        self.asked.clear()
        self._kinds.clear()
        self._whole.clear()

    @property
    def weight(self):
        """Bytes of everything that came, texts compressed as a server or a proxy does it."""
        return sum(self._size(one) for one in self._whole if one in self._kinds)

    def _size(self, number):
        told = self.tools.send("Network.getResponseBody", {"requestId": number})
        body = b64decode(told["body"]) if told["base64Encoded"] else told["body"].encode()
        is_dense = self._kinds[number].startswith(DENSE)
        return len(body if is_dense else brotli.compress(body, quality=QUALITY))

    def _sent(self, event):
        if event["request"]["url"].startswith("http"):  # data addresses fetch nothing
            self.asked.append(event["request"]["url"])

    def _received(self, event):
        if event["response"]["url"].startswith("http"):
            self._kinds[event["requestId"]] = event["response"]["mimeType"]
