"""As much of an object store as the engine asks for: a bucket in memory, spoken to as S3 is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

BUCKET = "reports"


@contextmanager
def bucket(objects: dict[str, bytes], denied: set[str]) -> Iterator[str]:
    """The URL of a store with a bucket of objects by key; `denied` may be listed and not fetched."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            key, asked = self._asked()
            if not key:
                self._answer(200, _listing(objects, asked).encode(), "application/xml")
            elif key in denied:
                self._answer(403, b"<Error><Code>AccessDenied</Code></Error>", "application/xml")
            elif key not in objects:
                self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>", "application/xml")
            else:
                span = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
                data = objects[key]
                part = data[int(span[1]) : int(span[2]) + 1] if span else data
                self._answer(206 if span else 200, part)

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_PUT(self) -> None:
            key, asked = self._asked()
            data = self.rfile.read(int(self.headers["Content-Length"]))
            if "chunked" in self.headers.get("Content-Encoding", ""):
                data = _unchunked(data)
            objects[f"{key}.part{asked['partNumber'][0]}" if "partNumber" in asked else key] = data
            self._answer(200, b"")

        def do_POST(self) -> None:
            key, asked = self._asked()
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if "delete" in asked:
                for gone in re.findall(rb"<Key>(.*?)</Key>", body):
                    objects.pop(gone.decode(), None)
                self._answer(200, b"<DeleteResult/>", "application/xml")
            elif "uploads" in asked:
                self._answer(200, _result("InitiateMultipartUpload", key, "<UploadId>1</UploadId>"), "application/xml")
            else:
                parts = sorted(
                    (k for k in objects if k.startswith(f"{key}.part")), key=lambda k: int(k.rpartition("t")[2])
                )
                objects[key] = b"".join(objects.pop(part) for part in parts)
                self._answer(200, _result("CompleteMultipartUpload", key, '<ETag>"1"</ETag>'), "application/xml")

        def do_DELETE(self) -> None:
            objects.pop(self._asked()[0], None)
            self._answer(204, b"")

        def _asked(self) -> tuple[str, dict[str, list[str]]]:
            url = urlsplit(self.path)
            return unquote(url.path).removeprefix(f"/{BUCKET}").removeprefix("/"), parse_qs(url.query, True)

        def _answer(self, status: int, data: bytes, kind: str = "application/octet-stream") -> None:
            self.send_response(status)
            for name, value in (("Content-Type", kind), ("Content-Length", str(len(data))), ("ETag", '"1"')):
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        def log_message(self, *told: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _listing(objects: dict[str, bytes], asked: dict[str, list[str]]) -> str:
    prefix, delimiter = (asked.get(name, [""])[0] for name in ("prefix", "delimiter"))
    keys, folders = [], set()
    for key in sorted(k for k in objects if k.startswith(prefix)):
        folder, found, _ = key[len(prefix) :].partition(delimiter) if delimiter else (key, "", "")
        if found:
            folders.add(prefix + folder + delimiter)
        else:
            keys.append(key)
    inside = "".join(
        f"<Contents><Key>{escape(key)}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>1</ETag>"
        f"<Size>{len(objects[key])}</Size></Contents>"
        for key in keys
    ) + "".join(f"<CommonPrefixes><Prefix>{escape(folder)}</Prefix></CommonPrefixes>" for folder in sorted(folders))
    return (
        f"<ListBucketResult><Name>{BUCKET}</Name><Prefix>{escape(prefix)}</Prefix><IsTruncated>false</IsTruncated>"
        f"<KeyCount>{len(keys) + len(folders)}</KeyCount>{inside}</ListBucketResult>"
    )


def _result(what: str, key: str, inside: str) -> bytes:
    return f"<{what}Result><Bucket>{BUCKET}</Bucket><Key>{escape(key)}</Key>{inside}</{what}Result>".encode()


def _unchunked(data: bytes) -> bytes:
    """The content of a body in signed chunks: `SIZE;...` a line, then as many bytes."""
    content = b""
    while True:
        line, _, data = data.partition(b"\r\n")
        size = int(line.split(b";")[0], 16)
        if not size:
            return content
        content, data = content + data[:size], data[size + 2 :]
