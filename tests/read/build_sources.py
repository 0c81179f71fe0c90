"""Builds the files in ``sources/`` from the invented stories: ``python -m tests.read.build_sources``.

The files are committed; ``test_sources_are_fresh`` builds the text ones again and compares.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from html import escape
from pathlib import Path

from tests.read.stories import BRIDGE, HARBOUR, STORIES, Story

SOURCES = Path(__file__).parent / "sources"
SHORT = {"judul": "title", "isi": "text", "tanggal_terbit": "published", "penulis": "author", "tautan": "url"}


def modern_page(story: Story) -> str:
    """A page of today: JSON-LD in a graph, meta tags, furniture between the paragraphs."""
    graph = [
        {"@type": "WebSite", "name": "Kabar Ambar", "url": "https://www.kabar.example/"},
        {
            "@type": "ItemList",
            "itemListElement": [{"@type": "NewsArticle", "datePublished": "2031-01-01", "headline": "Lain"}],
        },
        {
            "@type": ["NewsArticle", "Article"],
            "headline": story.title,
            "datePublished": story.published,
            "dateModified": "2024-09-01T08:00:00+07:00",
            "author": [{"@type": "Person", "name": story.author}],
            "publisher": {"@type": "NewsMediaOrganization", "name": "Kabar Ambar"},
            "inLanguage": "id-ID",
        },
    ]
    paragraphs = [f"<p>{escape(p, quote=False)}</p>" for p in story.paragraphs]
    paragraphs.insert(
        2, '<p><strong>Baca juga: <a href="/lain">Nelayan Ambar Kembali Melaut</a></strong></p>'
    )
    return f"""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8">
<title>{story.title} - Kabar Ambar</title>
<link rel="canonical" href="{story.url}">
<meta property="og:site_name" content="Kabar Ambar">
<meta property="og:title" content="{story.title} - Kabar Ambar">
<meta property="article:published_time" content="{story.published}">
<meta name="content_author" content="{story.author}">
<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@graph": graph})}</script>
<script>var a = "<p>bukan teks</p>";</script>
</head><body>
<header><nav><a href="/">Beranda</a> <a href="/dunia">Dunia</a> <a href="/ekonomi">Ekonomi</a></nav></header>
<main><article><h1>{story.title}</h1>
<div class="date">Rabu, 3 Juli 2024 | 19:41 WIB</div>
<div class="article-body">
{chr(10).join(paragraphs)}
</div></article></main>
<aside><h3>Populer</h3><ul><li><a href="/1">Harga ikan naik</a> 9 Juli 2024 10:00 WIB</li></ul></aside>
<footer>© 2024 Kabar Ambar</footer>
</body></html>
"""


def old_page(story: Story) -> str:
    """A page as sites had them long ago: tables, Windows-1252, no metadata but the visible line."""
    body = "<br><br>\n".join(escape(p, quote=False) for p in story.paragraphs)
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<title>{story.title} | Warta Selat</title></head>
<body bgcolor="#ffffff"><table><tr><td><a href="/">Depan</a></td><td><a href="/arsip">Arsip</a></td></tr></table>
<table width="100%"><tr><td>
<h1>{story.title}</h1>
<div>Kamis, 04/07/2024 - 12.15 WIB</div>
<div>Penulis: {story.author}</div>
<div>Diperbarui: Jumat, 5 Juli 2024, 09.00 WIB</div>
<div id="isi">{body}</div>
</td></tr></table></body></html>
"""


def broken_page(story: Story) -> str:
    """A small site's page: JSON-LD no parser takes, stamps that disagree, text that ends in dots."""
    paragraphs = "\n".join(f"<p>{escape(p, quote=False)}</p>" for p in story.paragraphs)
    return f"""<!doctype html><html><head><title>{story.title}</title>
<meta property="article:published_time" content="2021-02-03T10:00:00+07:00">
<script type='application/ld+json'>
{{ "@type": "NewsArticle", "headline": "{story.title}", "datePublished": "{story.published}",
   "author": {{ "@type": "Person", "name": "{story.author}" }}, "description": "Ia berkata "ya" kemarin", }}
</script></head><body><div class="entry-content"><h1>{story.title}</h1>
{paragraphs}
<p>Pembahasan tentang dermaga baru akan dilanjutkan pada pertemuan berikutnya di Lontara, sementara para nelayan...</p>
</div><a rel="next" href="?page=2">Halaman 2</a></body></html>
"""


def write_texts() -> dict[str, bytes]:
    """Sources that are plain bytes, by their names."""
    return {
        "pelabuhan.html": modern_page(HARBOUR).encode(),
        "jembatan.html": old_page(BRIDGE).encode("cp1252"),
        "rusak.html": broken_page(HARBOUR).encode(),
        "pelabuhan.txt": f"{HARBOUR.title}\n\n{HARBOUR.body}\n".encode(),
        "jembatan.txt": mangle(
            f"{BRIDGE.title}\n\n“Kapal pertama siap”, kata Bayu.\n{BRIDGE.body}\n"
        ).encode(),
        "kabar.rss": rss().encode(),
        "selat.atom": atom().encode(),
        "kabar-sitemap.xml": sitemap("news").encode(),
        "selat-sitemap.xml": sitemap("n").encode(),
        "artikel.jsonl": json_lines().encode(),
        "artikel.json": json.dumps({"articles": [english(story) for story in STORIES]}, indent=1).encode(),
        "titik-koma.csv": table(";", SHORT, "\r\n").encode("utf-8-sig"),
        "tab.tsv": table("\t", {"headline": "title", "body": "text", "date": "published"}, "\n").encode(),
        "arsip.warc": archive(),
        "arsip.warc.gz": b"".join(gzip.compress(part, mtime=0) for part in records()),
        "pelabuhan.pdf": pdf(HARBOUR),
        "jembatan.pdf": pdf(BRIDGE),
    }


def mangle(text: str) -> str:
    """Text as it looks after UTF-8 was read as Windows-1252 once, with a soft hyphen."""
    return text.encode().decode("cp1252", "ignore").replace("perairan", "per\u00adairan")


def rss() -> str:
    """Feed with the full text, its dates written in Indonesian."""
    items = "".join(
        f"<item><title>{story.title}</title><link>{story.url}</link><dc:creator>{story.author}</dc:creator>"
        f"<pubDate>Rabu, 03 Juli 2024 19:41:07 WIB</pubDate><description>Ringkasan saja.</description>"
        f"<content:encoded><![CDATA[{''.join(f'<p>{p}</p>' for p in story.paragraphs)}]]></content:encoded></item>"
        for story in STORIES
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Kabar Ambar</title>'
        f"{items}</channel></rss>\n"
    )


def atom() -> str:
    """Feed with summaries alone."""
    entries = "".join(
        f"<entry><title>{story.title}</title><link href='{story.url}'/><id>{story.url}</id>"
        f"<published>{story.published}</published><updated>2024-08-01T00:00:00Z</updated>"
        f"<author><name>{story.author}</name></author><summary>{story.paragraphs[0]}</summary></entry>"
        for story in STORIES
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Warta Selat</title>{entries}</feed>\n'


def sitemap(prefix: str) -> str:
    """News sitemap whose news fields have that prefix; its last entry has no title."""
    urls = "".join(
        f"<url><loc>{story.url}</loc><lastmod>2024-07-09</lastmod><{prefix}:news><{prefix}:publication>"
        f"<{prefix}:name>Kabar Ambar</{prefix}:name><{prefix}:language>id</{prefix}:language></{prefix}:publication>"
        f"<{prefix}:publication_date>{story.published}</{prefix}:publication_date>"
        f"<{prefix}:title>{story.title}</{prefix}:title></{prefix}:news></url>"
        for story in STORIES
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:{prefix}="http://www.google.com/schemas/sitemap-news/0.9">{urls}'
        "<url><loc>https://www.kabar.example/tentang</loc></url></urlset>\n"
    )


def english(story: Story) -> dict[str, object]:
    """Fields as English collections name them."""
    return {
        "url": story.url,
        "title": story.title,
        "publish_date": story.published,
        "text": story.body,
        "authors": [story.author],
        "source": "Kabar Ambar",
    }


def json_lines() -> str:
    """Two articles, a line that is no JSON, and one without text."""
    good = [json.dumps(english(story), ensure_ascii=False) for story in STORIES]
    return (
        "\n".join([good[0], '{"text": "terputus', json.dumps({"title": "Kosong", "text": ""}), good[1]])
        + "\n"
    )


def table(separator: str, columns: dict[str, str], end: str) -> str:
    """Table of the stories; texts hold line ends, quotation marks and separators."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=separator, lineterminator=end)
    rows.writerow(columns)
    for story in STORIES:
        fields = {**story._asdict(), "text": f'{story.body}\n"Selesai"; titik,\tkoma'}
        rows.writerow([fields[field] for field in columns.values()])
    return out.getvalue()


def records() -> list[bytes]:
    """Records of an archive: information, two pages, and what is to be passed over."""
    return [
        _record("warcinfo", "", b"software: tulisan\r\n", "application/warc-fields"),
        response(HARBOUR.url, modern_page(HARBOUR).encode()),
        response("https://www.kabar.example/logo.png", b"\x89PNG", kind="image/png"),
        response("https://www.kabar.example/hilang", b"<html>tidak ada</html>", status="404 Not Found"),
        response(
            BRIDGE.url,
            gzip.compress(old_page(BRIDGE).encode("cp1252"), mtime=0),
            extra="Content-Encoding: gzip\r\n",
        ),
    ]


def archive() -> bytes:
    """The records one after the other, not packed."""
    return b"".join(records())


def response(
    url: str, body: bytes, kind: str = "text/html", status: str = "200 OK", extra: str = ""
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(body)}\r\n\r\n"
    return _record("response", url, head.encode() + body, "application/http; msgtype=response")


def _record(kind: str, url: str, block: bytes, content_type: str) -> bytes:
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2024-07-10T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(block):012}>\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def pdf(story: Story) -> bytes:
    """Clipping of one page whose lines are broken at 70 characters, as columns break them."""
    lines = [story.title, ""]
    for paragraph in story.paragraphs:
        lines += _break(paragraph, 70)
    shown = b"".join(b"(%s) Tj T*\n" % _escape(line) for line in lines)
    page = b"BT /F1 10 Tf 12 TL 50 780 Td\n" + shown + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    return _assemble(objects)


def _escape(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _break(paragraph: str, width: int) -> list[str]:
    lines = [""]
    for word in paragraph.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _assemble(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def write_parquet(folder: Path) -> None:
    """Two Parquet tables, with English and with Indonesian names."""
    import pyarrow as pa
    from pyarrow import parquet

    rows = [english(story) for story in STORIES]
    parquet.write_table(pa.Table.from_pylist(rows), folder / "artikel.parquet")
    names = {"judul": "title", "isi_berita": "text", "tgl": "published", "penulis": "author"}
    local = [{name: story_field(story, field) for name, field in names.items()} for story in STORIES]
    parquet.write_table(pa.Table.from_pylist(local), folder / "berita.parquet")


def story_field(story: Story, field: str) -> str:
    """Field of a story by name."""
    return story.body if field == "text" else str(story._asdict()[field])


def main() -> None:
    """Write all sources."""
    SOURCES.mkdir(exist_ok=True)
    for name, data in write_texts().items():
        (SOURCES / name).write_bytes(data)
    write_parquet(SOURCES)


if __name__ == "__main__":
    main()
