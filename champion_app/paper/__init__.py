"""Everything that leaves the printer. Plain data in (`blocks`), a tagged PDF out (`page.build`).

The only part of Champion that imports ReportLab, pikepdf, pypdfium2 and uharfbuzz. Text from data is drawn letter by
letter and never read as markup, so nothing a champion types can become a tag, a link, a picture or a font.
"""
