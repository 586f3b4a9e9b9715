import { readableOn } from './accent.ts';

const paper = { light: '#fbfaf6', dark: '#131417' };

/** File names of the typefaces in resources/site, with what they are. Without them the page falls back to the reader's own. */
export const typefaces = [
  { file: 'literata-latin-wght-normal.woff2', family: 'Literata', style: 'normal', weight: '200 900' },
  { file: 'literata-latin-wght-italic.woff2', family: 'Literata', style: 'italic', weight: '200 900' },
  {
    file: 'plus-jakarta-sans-latin-wght-normal.woff2',
    family: 'Plus Jakarta Sans',
    style: 'normal',
    weight: '200 800',
  },
] as const;

/**
 * The one style of the public newsroom: paper and ink, the office's colour only where it leads the eye.
 * @param accent `#rrggbb`; made readable on both grounds
 * @param fonts typeface files that lie beside the style
 * @param agenda whether the site has *Agenda publik*; one without keeps its style, and its pages, as they are
 */
export function style(accent: string, fonts: readonly string[], agenda: boolean): string {
  const faces = typefaces
    .filter((face) => fonts.includes(face.file))
    .map(
      (face) =>
        `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};font-display:swap;src:url("${face.file}") format("woff2")}`,
    )
    .join('\n');
  return `${faces}
:root{color-scheme:light dark;--paper:${paper.light};--card:#fff;--ink:#1c1b18;--soft:#5c5950;--line:#e3dfd4;--accent:${readableOn(accent, paper.light)};--bar:${accent};--shade:#efece3;
--serif:Literata,Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,"Noto Serif",serif;--sans:"Plus Jakarta Sans",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:${paper.dark};--card:#1b1d21;--ink:#ecebe6;--soft:#a8a69d;--line:#2d2f35;--accent:${readableOn(accent, paper.dark)};--shade:#1f2126}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1.0625rem/1.6 var(--sans);overflow-wrap:break-word;-webkit-font-smoothing:antialiased}
img{display:block;max-width:100%;height:auto}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-200vw}
.skip:focus{left:1rem;top:1rem;z-index:1;background:var(--card);padding:.5rem 1rem}
.wrap{width:min(70rem,100% - 3rem);margin-inline:auto}
.masthead{border-top:5px solid var(--bar);border-bottom:1px solid var(--line)}
.masthead .wrap{display:flex;align-items:center;gap:.875rem;min-height:5rem;padding-block:.875rem}
.masthead img{width:3rem;height:3rem;object-fit:contain;flex:none}
.masthead a{color:inherit;text-decoration:none;line-height:1.3}
.masthead strong{display:block;font-weight:700;font-size:1.0625rem;letter-spacing:-.005em}
.masthead span{color:var(--soft);font-size:.875rem}
.masthead a:hover strong{color:var(--accent)}
h1,h2,h3{font-family:var(--serif);font-weight:650;line-height:1.18;letter-spacing:-.012em;text-wrap:balance;margin:0}
.kicker{font-size:.8125rem;font-weight:700;letter-spacing:.015em;color:var(--accent);margin:0 0 .75rem}
.kicker span{color:var(--soft);font-weight:500}
time,.when{color:var(--soft);font-size:.875rem;font-variant-numeric:tabular-nums}
.front{padding-block:clamp(2rem,5vw,3.5rem) 0}
.front h1{font-size:clamp(2rem,5vw,3rem)}
.front .about{max-width:60ch;color:var(--soft);margin:.75rem 0 0}
.lead{display:grid;grid-template-columns:minmax(0,7fr) minmax(0,5fr);gap:clamp(1.5rem,4vw,3rem);align-items:center;padding-block:clamp(2rem,4vw,3rem);border-bottom:1px solid var(--line)}
.lead.plain{grid-template-columns:minmax(0,46rem)}
.lead img,.item img{width:100%;aspect-ratio:3/2;object-fit:cover;background:var(--shade);border-radius:4px}
.lead h2{font-size:clamp(1.625rem,3.2vw,2.375rem)}
.lead p.text{font-family:var(--serif);font-size:1.125rem;margin:.875rem 0 1rem;color:var(--ink)}
h2 a,h3 a{color:inherit;text-decoration:none}
h2 a:hover,h3 a:hover{color:var(--accent);text-decoration:underline}
.list{list-style:none;margin:0;padding:0}
.item{display:grid;grid-template-columns:minmax(0,1fr) 13.5rem;gap:clamp(1rem,3vw,2.5rem);padding-block:1.75rem;border-bottom:1px solid var(--line)}
.item.plain{grid-template-columns:minmax(0,1fr)}
.item h3{font-size:1.375rem}
.item p.text{margin:.5rem 0 .625rem;color:var(--soft);max-width:64ch;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.pages{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding-block:2rem;font-size:.9375rem}
.pages a{font-weight:600;padding:.5rem 0}
.none{padding-block:4rem;color:var(--soft)}
article{max-width:60rem;margin-inline:auto;padding-block:clamp(2rem,5vw,3.75rem) 1.5rem}
article+.pages{max-width:60rem;margin-inline:auto;padding-top:0}
article h1{font-size:clamp(1.875rem,5vw,3.125rem)}
article header .when{margin:1.125rem 0 0}
.note{margin:1.5rem 0 0;padding:.875rem 1.125rem;background:var(--shade);border-left:4px solid var(--accent);font-size:.9375rem}
.note strong{display:block}
figure{margin:0}
figcaption{color:var(--soft);font-size:.875rem;line-height:1.5;margin-top:.625rem}
figcaption b{font-weight:600;white-space:nowrap}
.cover{margin-top:clamp(1.75rem,4vw,2.75rem)}
.cover img{width:100%;max-height:46rem;object-fit:contain;background:var(--shade);border-radius:4px}
.body{max-width:41rem;margin:clamp(1.75rem,4vw,2.75rem) auto 0;font:400 1.1875rem/1.68 var(--serif)}
.body p{margin:0 0 1.15em}
.body h2,.body h3{font-size:1.4375rem;margin:1.8em 0 .6em}
.body h3{font-size:1.1875rem}
.body ul,.body ol{padding-left:1.4em;margin:0 0 1.15em}
.body li{margin-bottom:.4em}
.body li p{margin:0}
.body blockquote{margin:1.75em 0;padding:.1em 0 .1em 1.35em;border-left:4px solid var(--accent)}
.body blockquote p{margin:0}
.gallery{border-top:1px solid var(--line);padding-top:2rem;margin-top:3rem}
.gallery h2,.facts h2{font:700 .9375rem/1.4 var(--sans);letter-spacing:0;margin-bottom:.25rem}
.gallery>p{color:var(--soft);font-size:.875rem;margin:0 0 1.25rem}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1.75rem}
.grid img{width:100%;aspect-ratio:3/2;object-fit:cover;background:var(--shade);border-radius:4px}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:2rem;margin-top:3rem;padding-top:2rem;border-top:1px solid var(--line);font-size:.9375rem}
.facts p{margin:0 0 .75em;color:var(--soft)}
.foot{border-top:1px solid var(--line);background:var(--shade);margin-top:2rem;font-size:.875rem;color:var(--soft)}
.foot .wrap{display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between;padding-block:1.75rem}
.foot nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.foot a{color:inherit;padding-block:.25rem}
@media (max-width:44rem){
.wrap{width:calc(100% - 2.25rem)}
.masthead .wrap{min-height:4rem}
.masthead img{width:2.5rem;height:2.5rem}
.masthead strong{font-size:.9375rem}
.masthead span{font-size:.8125rem}
.lead{grid-template-columns:minmax(0,1fr);gap:1.125rem}
.lead img,.cover img{border-radius:0}
.lead figure,.cover{margin-inline:-1.125rem}
.cover figcaption{padding-inline:1.125rem}
.item{grid-template-columns:minmax(0,1fr) 6.5rem;gap:1rem;padding-block:1.25rem}
.item h3{font-size:1.125rem}
.item p.text{-webkit-line-clamp:2;font-size:.9375rem}
.item img{aspect-ratio:1}
.body{font-size:1.125rem}
}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#333;--line:#999;--shade:#fff;--accent:#000}
body{font-size:10.5pt}
.skip,.foot nav,.pages,.masthead span+span{display:none}
.masthead{border-top:0}
.masthead .wrap{min-height:0}
.wrap{width:100%}
article{padding-block:12pt 0}
article h1{font-size:20pt}
.body{font-size:11pt;max-width:none}
.cover img{max-height:9cm;object-position:left}
.grid{grid-template-columns:1fr 1fr}
figure,blockquote,.facts>*{break-inside:avoid}
.body a[href^=http]::after{content:" <" attr(href) ">";font-size:.85em;overflow-wrap:anywhere}
}
@media (prefers-reduced-motion:no-preference){a{transition:color .15s}}
${agenda ? agendaStyle : ''}`;
}

const agendaStyle = `.menu{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-left:auto;font-size:.9375rem;font-weight:600}
.menu a{padding:.375rem 0;border-bottom:2px solid transparent}
.menu a[aria-current]{border-color:var(--accent)}
.menu a:hover{color:var(--accent)}
.front .about{max-width:none;text-wrap:pretty}
.front .about+.about{margin-top:.25rem;font-size:.9375rem}
.day{display:grid;grid-template-columns:minmax(0,15rem) minmax(0,1fr);gap:0 clamp(1.5rem,4vw,3rem);padding-block:clamp(1.5rem,3vw,2.25rem);border-bottom:1px solid var(--line)}
.front+.day{margin-top:clamp(1.25rem,3vw,2rem);border-top:1px solid var(--line)}
.day h2{font-size:1.25rem;line-height:1.3}
.day h2 span{display:block;color:var(--soft);font:500 .9375rem/1.5 var(--sans);letter-spacing:0}
.events{list-style:none;margin:0;padding:0;display:grid;gap:1.75rem}
.event{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:.25rem 1.5rem}
.event .hour{margin:0;font-size:.9375rem;font-weight:650;font-variant-numeric:tabular-nums;line-height:1.55}
.event .hour time{color:var(--ink);font-size:inherit}
.event h3{font:650 1.0625rem/1.4 var(--sans);letter-spacing:-.005em;text-wrap:pretty}
.event dl{margin:.375rem 0 0;display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.125rem .75rem;font-size:.9375rem}
.event dt{color:var(--soft)}
.event dd{margin:0}
.mark{margin:.25rem 0 0;font-size:.9375rem}
.mark b{color:var(--accent)}
.cancelled .mark b{color:#a2281d}
.off h3,.off .hour time{color:var(--soft)}
.cancelled h3,.off .hour time{text-decoration:line-through;text-decoration-thickness:1px}
.day{word-spacing:.08em}
@media (prefers-color-scheme:dark){.cancelled .mark b{color:#f2958a}}
.off dl{color:var(--soft)}
.mark time{color:inherit;font-size:inherit}
@media (max-width:60rem){.day{grid-template-columns:minmax(0,1fr);row-gap:1rem}.day h2 span{display:inline;margin-left:.5rem}}
@media (max-width:44rem){
.masthead .wrap{flex-wrap:wrap}
.menu{flex-basis:100%;margin-left:0}
.event{grid-template-columns:minmax(0,1fr)}
.event dl{grid-template-columns:6.75rem minmax(0,1fr)}
}
@media print{.menu{display:none}.event,.day h2{break-inside:avoid}.day{padding-block:8pt}.mark b{color:#000}}
`;
