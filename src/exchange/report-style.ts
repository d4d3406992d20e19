/**
 * How a report looks: like a printed page, on paper as on a screen. No fonts, no pictures, nothing from elsewhere. The
 * app's Content-Security-Policy names its digest, so that the preview may be styled: see vite.config.ts.
 */
export const REPORT_STYLE = `
:root{color-scheme:only light;--ink:#1f1d1a;--soft:#5b564d;--line:#cfc8b8;--true:#094da1;--mostly-true:#047685;--half:#4d3d00;--mostly-false:#9a6a17;--false:#a33c3a;--misleading:#7d1776;--unproven:#2f3339;--none:#5b564d}
*{box-sizing:border-box}
html{background:#fff;color:var(--ink);font:1.0625rem/1.55 Charter,'Bitstream Charter','Iowan Old Style','Source Serif 4','Sitka Text','Noto Serif',Cambria,Georgia,'Noto Naskh Arabic',serif;hanging-punctuation:first last}
body{max-width:42rem;margin:0 auto;padding:3rem 1.5rem 4rem}
h1{margin:0 0 .5rem;font-size:2.1rem;line-height:1.15;text-wrap:balance}
h2{margin:3rem 0 1rem;padding-top:.6rem;border-top:1px solid var(--ink);font-size:1.3rem;line-height:1.25}
h3{margin:1.4rem 0 .4rem;font-size:1.05rem;line-height:1.35}
h4{margin:.9rem 0 .2rem;font-size:1rem}
p,ul,ol,dl,blockquote,table{margin:0 0 .8rem}
a{color:inherit;text-decoration-color:var(--soft);text-underline-offset:.15em;overflow-wrap:anywhere}
.kicker,.soft,figcaption,dt,th{color:var(--soft);font-size:.875rem}
.kicker{margin:0 0 .4rem;letter-spacing:.06em;text-transform:uppercase}
dl.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;font-size:.9375rem}
dl.facts dt,dl.facts dd{margin:0;line-height:1.5;overflow-wrap:anywhere}
caption{margin-bottom:.3rem;text-align:start}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th,td{padding-block:.3rem;padding-inline:0 .8rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:baseline}
td:has(>.badge){width:9.5rem}td.n,th.n{text-align:end;font-variant-numeric:tabular-nums lining-nums;padding-inline-end:0}
.article{padding-inline-start:1.2rem;border-inline-start:3px solid var(--line)}
.article p,.article li,.article blockquote,.article h3{white-space:pre-line;overflow-wrap:anywhere}
.article blockquote{margin-inline:1.5rem 0;font-style:italic}
mark{background:none;color:inherit;border-bottom:2px solid var(--c,var(--none))}
sup{line-height:0;font-size:.7em}
sup a{padding:0 .12em;font-weight:700;text-decoration:none}
.claim{margin:2rem 0 2.4rem;padding-inline-start:1.2rem;border-inline-start:3px solid var(--c,var(--none))}
.claim>h3{margin-top:0;font-size:1.15rem}
.verdict{font-weight:700;color:var(--c,var(--none))}
.badge{display:inline-block;min-width:1.7em;padding:0 .3em;border:1.5px solid currentColor;border-radius:.2em;text-align:center;font-size:.85em}
.doubt{font-weight:700}
blockquote.words{margin-inline:0;font-style:italic}
blockquote:is(:lang(ar),:lang(fa),:lang(ur),:lang(he),:lang(ja),:lang(zh),:lang(ko)){font-style:normal}
.evidence{padding-inline-start:1.1rem}
.evidence li{margin-bottom:.5rem}
.references{padding-inline-start:2rem;font-size:.9375rem;overflow-wrap:anywhere}
.references li{margin-bottom:.5rem}
.pre{white-space:pre-line;overflow-wrap:anywhere}
[data-c=true]{--c:var(--true)}[data-c=mostly-true]{--c:var(--mostly-true)}[data-c=half]{--c:var(--half)}[data-c=mostly-false]{--c:var(--mostly-false)}[data-c=false]{--c:var(--false)}[data-c=misleading]{--c:var(--misleading)}[data-c=unproven]{--c:var(--unproven)}[data-c=none]{--c:var(--none)}
ins{text-decoration-color:var(--true)}del{text-decoration-color:var(--false)}
footer{margin-top:3rem;padding-top:.6rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
@media (max-width:30rem){body{padding:1.5rem 1rem 2rem}h1{font-size:1.6rem}dl.facts{grid-template-columns:minmax(0,1fr)}dl.facts dd{margin-bottom:.4rem}}
@page{margin:20mm 18mm 22mm}
@media print{html{font-size:10.5pt}body{max-width:none;padding:0}h1,h2,h3,h4,h2+p,p[data-c],.claim>.words,.claim>.soft,.claim>.verdict,.claim>.doubt{break-after:avoid}h2{margin-top:2rem}tr,li,.claim>h3,.verdict,.brief{break-inside:avoid}p,li{orphans:3;widows:3}.article,.claim{box-decoration-break:clone}a{text-decoration:none}}
`;
