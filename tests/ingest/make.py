"""Documents made of paragraphs, one maker a format."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

FONTS = (
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    Path("/usr/share/fonts/TTF/DejaVuSans.ttf"),
    Path("/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf"),
    Path("/Library/Fonts/Arial Unicode.ttf"),
)
FONT = next((font for font in FONTS if font.is_file()), None)
"""A font with Cyrillic letters; PDFs are made only where there is one."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(members: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP, the same for the same members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def docx(paragraphs: Sequence[str], *, body: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """Return a Word document; ``body`` is XML that follows the paragraphs."""
    texts = "".join(f'<w:p><w:r><w:t xml:space="preserve">{html.escape(p)}</w:t></w:r></w:p>' for p in paragraphs)
    document = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{texts}{body}</w:body></w:document>'
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **(more or {})})


def odt(paragraphs: Sequence[str]) -> bytes:
    """Return an OpenDocument text."""
    office, text = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text"))
    body = "".join(f"<text:p>{html.escape(p)}</text:p>" for p in paragraphs)
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}" xmlns:text="{text}">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rtf(paragraphs: Sequence[str]) -> bytes:
    """Return an RTF document in cp1251, with Unicode escapes for what it lacks."""
    body = "\\par\n".join("".join(map(_rtf, paragraph)) for paragraph in paragraphs)
    return ("{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0 Arial;}}\n" + body + "\\par}").encode("ascii")


def _rtf(character: str) -> str:
    if character in "\\{}":
        return "\\" + character
    if character < "\x80":
        return character
    try:
        return f"\\'{character.encode('cp1251')[0]:02x}"
    except UnicodeEncodeError:
        return f"\\u{ord(character)}?"


def page(paragraphs: Sequence[str], *, encoding: str = "utf-8", published: str = "2023-02-14") -> bytes:
    """Return a web page with a menu, a sidebar with other dates, and a footer."""
    menu = "".join(f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(("Главная", "Новости", "Контакты")))
    aside = "".join(f'<li><a href="/n{day}">{day} мая 2019 года прошла ярмарка</a></li>' for day in range(1, 6))
    body = "\n".join(f"<p>{html.escape(p)}</p>" for p in paragraphs[1:])
    return (
        f'<!DOCTYPE html><html lang="ru"><head><meta charset="{encoding}"><title>{html.escape(paragraphs[0])}</title>'
        f'<meta property="article:published_time" content="{published}T10:00:00+03:00">'
        '<link rel="canonical" href="https://example.org/news/1"></head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{html.escape(paragraphs[0])}</h1>\n{body}"
        f"\n</article></main><aside><h2>Другие новости</h2><ul>{aside}</ul></aside>"
        "<footer><p>© 2011 Пресс-служба. Тел.: +7 495 123-45-67</p></footer></body></html>"
    ).encode(encoding)


def pdf(paragraphs: Sequence[str], *, columns: int = 2, hyphenate: bool = True) -> bytes:
    """Return a PDF set in columns with broken words, running heads and page numbers."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Body", str(FONT)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    width = (A4[0] - 100 - 20 * (columns - 1)) / columns
    lines = [line for paragraph in paragraphs for line in _set(paragraph, width, hyphenate=hyphenate)]
    column, height, number = 0, A4[1] - 80, 0
    for line in [*lines, None]:
        if number == 0 or height < 70 or line is None:
            if number and (column + 1 < columns) and line is not None:
                column, height = column + 1, A4[1] - 80
            else:
                if number:
                    canvas.showPage()
                if line is None:
                    break
                number, column, height = number + 1, 0, A4[1] - 80
                canvas.setFont("Body", 9)
                canvas.drawString(50, A4[1] - 40, "Вестник министерства, выпуск от 3 марта 2011 года")
                canvas.drawString(A4[0] / 2, 30, str(number))
        canvas.setFont("Body", 9)
        canvas.drawString(50 + column * (width + 20), height, line)
        height -= 12
    canvas.save()
    return buffer.getvalue()


def _set(paragraph: str, width: float, *, hyphenate: bool) -> list[str]:
    """Break a paragraph into lines; a long word that does not fit is broken before a consonant and a vowel."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines, line = [], "   "
    for word in paragraph.split():
        piece = word
        while stringWidth(f"{line} {piece}", "Body", 9) > width:
            cut = max((i for i in _breaks(piece) if stringWidth(f"{line} {piece[:i]}-", "Body", 9) <= width), default=0)
            if hyphenate and cut:
                lines.append(f"{line} {piece[:cut]}-")
                piece = piece[cut:]
                line = ""
            elif line:
                lines.append(line)
                line = ""
            else:
                break
        line = f"{line} {piece}" if line else piece
    return [*lines, line]


def _breaks(word: str) -> list[int]:
    vowels = "аеиоуыэюяё"
    if not word.isalpha() or not word.islower():
        return []
    return [
        i for i in range(3, len(word) - 2)
        if word[i] not in vowels + "ьъй" and word[i + 1] in vowels and any(v in word[:i] for v in vowels)
    ]  # fmt: skip
