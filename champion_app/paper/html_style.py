"""The look of an HTML copy: the colours of the paper, those of a dark screen: it grows with the reader's letters."""

from __future__ import annotations

from champion_app.paper.style import ACCENT, LINE, MUTED, ON_ACCENT, PAPER, SOFT, STRONG, TEXT, WARM

# Each name: by day (the colours of the paper), by night.
COLOURS = {
    "paper": (PAPER, "#14191C"),
    "text": (TEXT, "#E9EEEF"),
    "muted": (MUTED, "#AAB6BC"),
    "accent": (ACCENT, "#6FC8C1"),
    "on-accent": (ON_ACCENT, "#0E1A1B"),
    "soft": (SOFT, "#17393A"),
    "warm": (WARM, "#3A2F15"),
    "line": (LINE, "#3A464D"),
    "strong": (STRONG, "#7C8A92"),
}

# Lengths are in em and rem: everything grows with the reader's own letters, and no line is wider than the screen.
_RULES = """
*{box-sizing:border-box}
html{background:var(--paper);color:var(--text);font:1.125rem/1.5 "Atkinson Hyperlegible Next",Verdana,"Noto Sans",\
"Noto Naskh Arabic",sans-serif;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-width:42rem;margin:0 auto;padding:0 1rem 2rem;overflow-wrap:anywhere}
.band{background:var(--accent);color:var(--on-accent);font-weight:bold;margin:0 -1rem 1rem;padding:.4rem 1rem}
h1{font-size:1.7em;line-height:1.2;margin:1rem 0 .5rem}
h2{font-size:1.3em;line-height:1.25;color:var(--accent);margin:1.6em 0 .4em}
h3{font-size:1.1em;line-height:1.3;margin:1.2em 0 .3em}
p{margin:0 0 .7em}
.subtitle,.small,.checked,footer{color:var(--muted)}
.subtitle,.large{font-size:1.2em}
.bold,.name{font-weight:bold}
.centre{text-align:center}
.end{text-align:end}
a{color:var(--accent)}
a:focus-visible,.wide:focus-visible,input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
ul,ol{margin:0 0 1em;padding-inline-start:1.6em}
li{margin:0 0 .4em}
li>p:last-child,.box>:last-child{margin-bottom:0}
li[dir]{list-style-position:inside}
.cards,.ticks{list-style:none;padding:0}
.card{border:1px solid var(--line);border-inline-start:.25rem solid var(--accent);border-radius:.5rem;\
padding:.6rem .9rem;margin:0 0 .8rem}
.card p{margin:0}
.number{font-size:1.5em;font-weight:bold;line-height:1.3;color:var(--accent)}
.urgent{font-size:1.9em}
.box .card{border:0;border-radius:0;padding:0}
.box{background:var(--soft);border:1px solid var(--soft);border-radius:.5rem;padding:.8rem 1rem;margin:1em 0}
.box.warm{background:var(--warm);border-color:var(--warm)}
.box.plain{background:var(--paper);border-color:var(--line)}
.box.outlined{border-color:var(--strong)}
.box h2,.box h3{margin-top:.2em}
.ticks li{display:flex;gap:.6em;align-items:baseline}
.ticks label{flex:1}
.part{display:block}
.part+.part{margin-top:.5em}
input{width:1.1em;height:1.1em;flex:none;accent-color:var(--accent)}
.wide{overflow-x:auto;margin:0 0 1em}
table{border-collapse:collapse;width:100%;overflow-wrap:normal}
th,td{text-align:start;vertical-align:top;padding:.35em .5em;border-bottom:1px solid var(--line)}
.grid th,.grid td{border:1px solid var(--strong)}
thead th,.across th{background:var(--soft)}
.blank{height:2.6em}
td p,th p{margin:0 0 .3em}
.soft{background:var(--soft)}
.warm{background:var(--warm)}
.qr{display:flex;flex-wrap:wrap;gap:.8rem;align-items:center;margin:0 0 1em}
.qr svg{width:7rem;height:7rem;flex:none;display:block}
.qr p{margin:0}
img{max-width:100%;height:auto}
.logo img{max-height:5rem;width:auto}
.sign{margin:3em 0 1em;padding-top:.2em;border-top:1px solid var(--strong);color:var(--muted)}
.stamp{border:1px dashed var(--strong);color:var(--muted);min-height:7rem;width:16rem;max-width:100%;padding:.4rem}
footer{border-top:1px solid var(--line);margin-top:2em;padding-top:.5em}
"""

_PRINT = """
@media print{
html{font-size:12pt}
body{max-width:none;padding:0}
.band,.box,thead th{-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1,h2,h3{break-after:avoid}
.card,.box,.qr,tr{break-inside:avoid}
.wide{overflow:visible}
}
"""


def _named(by_night: bool) -> str:
    pairs = ";".join(f"--{name}:{colours[by_night]}" for name, colours in COLOURS.items())
    return f":root{{color-scheme:{'dark' if by_night else 'light'};{pairs}}}"


def style_sheet() -> str:
    """All of it. Printed, it is always the paper's own colours."""
    return (
        f"\n{_named(False)}\n@media screen and (prefers-color-scheme:dark){{{_named(True)}}}{_RULES}{_PRINT.lstrip()}"
    )
