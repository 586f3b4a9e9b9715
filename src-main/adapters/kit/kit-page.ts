import type { Kit } from '../../newsroom/distribution/kit-port.ts';
import { escapeHtml } from '../../text/html.ts';
import { kit as words } from '../../words/id/kit.ts';

/**
 * siaran-pers.html: one file on letterhead that needs nothing beside it; style, emblem and small photos are inside. Desks open
 * it in a browser or drop it into Word, which reads plain rules only: no custom properties, no grid.
 */
export function kitPage(kit: Kit, when: (instant: string) => string, previews: readonly Uint8Array[]): string {
  const { office } = kit;
  const logo =
    office.logo === null
      ? ''
      : `<td class="logo"><img alt="" height="84" src="data:${office.logo.type};base64,${Buffer.from(office.logo.bytes).toString('base64')}"></td>`;
  const lines = office.lines.length > 0 ? office.lines : [office.unit, office.city].filter((line) => line !== '');
  const head = lines
    .map((line, index) =>
      index === lines.length - 1 && lines.length > 2
        ? `<small>${escapeHtml(line)}</small>`
        : `<b>${escapeHtml(line)}</b>`,
    )
    .join('<br>');
  const facts = [kit.number === null ? null : words.number(kit.number), words.approved(when(kit.approvedAt))].filter(
    (fact) => fact !== null,
  );
  const photos = kit.photos
    .map((photo, index) => {
      const small = Buffer.from(previews[index] ?? []).toString('base64');
      const picture = `<img alt="${escapeHtml(photo.alt || photo.caption)}" src="data:image/jpeg;base64,${small}">`;
      const credit = photo.credit === '' ? '' : ` <i>${escapeHtml(`${words.credit}: ${photo.credit}`)}</i>`;
      return `<figure>${picture}<figcaption>${escapeHtml(photo.caption)}${credit}<br><a href="foto/${escapeHtml(encodeURI(photo.fileName))}">${escapeHtml(words.fullSize(photo.fileName))}</a></figcaption></figure>`;
    })
    .join('\n');
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escapeHtml(kit.title)}</title>
<style>
body{margin:0;background:#fff;color:#1a1a1a;font:17px/1.6 Georgia,"Times New Roman",serif}
.sheet{max-width:720px;margin:0 auto;padding:40px 24px 64px}
.letterhead{width:100%;border-collapse:collapse;border-bottom:3px double #1a1a1a}
.letterhead td{padding:0 0 14px;text-align:center;vertical-align:middle;line-height:1.35}
.letterhead .logo{width:100px;text-align:left}
.letterhead small{font-size:14px}
.kind{margin:28px 0 0;font-weight:bold;text-align:center;letter-spacing:1px}
.facts{margin:2px 0 0;text-align:center;font-size:14px;color:#555}
.embargo{margin:20px 0 0;padding:10px 14px;border:2px solid #a4161a;color:#a4161a;font-weight:bold;text-align:center}
h1{margin:26px 0 22px;font-size:28px;line-height:1.25}
h2{margin:28px 0 8px;font-size:20px}
h3{margin:22px 0 6px;font-size:17px}
p{margin:0 0 1em}
blockquote{margin:0 0 1em;padding-left:18px;border-left:3px solid #999}
.end{margin-top:32px;padding-top:16px;border-top:1px solid #bbb;font-size:14px;color:#444}
figure{margin:0 0 24px}
figure img{display:block;max-width:100%;height:auto}
figcaption{margin-top:6px;font-size:14px;line-height:1.45;color:#444}
.hash{font:12px/1.4 Consolas,monospace;color:#777;overflow-wrap:anywhere}
@media print{.sheet{padding:0;max-width:none}figure{break-inside:avoid}}
</style>
</head>
<body><div class="sheet">
<table class="letterhead" role="presentation"><tr>${logo}<td>${head}</td></tr></table>
<p class="kind">${words.pressRelease}</p>
<p class="facts">${escapeHtml(facts.join(' · '))}</p>
${kit.embargoUntil === null ? '' : `<p class="embargo">${escapeHtml(words.embargo(when(kit.embargoUntil)))}</p>\n`}<h1>${escapeHtml(kit.title)}</h1>
${kit.bodyHtml}
${kit.photos.length === 0 ? '' : `<h2>${words.photos}</h2>\n<p class="facts" style="text-align:left">${escapeHtml(words.use)}</p>\n${photos}`}
<div class="end">${office.contact.trim() === '' ? '' : `<p><b>${words.contact}</b><br>${escapeHtml(office.contact.trim()).replace(/\n/g, '<br>')}</p>`}${office.footer.trim() === '' ? '' : `<p>${escapeHtml(office.footer.trim()).replace(/\n/g, '<br>')}</p>`}<p class="hash">${words.hash}: ${kit.contentHash}</p></div>
</div></body>
</html>
`;
}
