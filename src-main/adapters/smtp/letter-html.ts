import type { Letter } from '../../newsroom/distribution/mailer.ts';
import { escapeHtml } from '../../text/html.ts';
import { type Block, printedBlocks, type Run } from '../../text/printed.ts';
import type { MailWords } from '../../words/id/mail.ts';

/** Content-IDs the HTML part refers to. */
export const LOGO_CID = 'logo@kulkul';
export const PHOTO_CID = 'foto-1@kulkul';

const SERIF = "Georgia, 'Times New Roman', serif";
const SANS = 'Arial, Helvetica, sans-serif';
const INK = '#1c1c1a';
const SOFT = '#5b5b57';
const LINE = '#dcdad4';

/**
 * The release as HTML for mail programs: one table of 640 px, every style inline, no style sheet, no web font, no picture from the
 * net. Outlook draws with Word's engine and knows neither max-width nor margin collapse, hence tables and cell padding.
 */
export function letterHtml(letter: Letter, words: MailWords, day: string): string {
  const { frozen, office } = letter;
  const { manifest } = frozen;
  const lead = letter.photos[0];
  const facts = [words.kinds[manifest.kind], frozen.number === null ? '' : words.number(frozen.number), day]
    .filter((fact) => fact !== '')
    .map(escapeHtml)
    .join(' &nbsp;·&nbsp; ');
  const rows = [
    letterhead(letter),
    cell(
      `<div style="font:700 12px/16px ${SANS};letter-spacing:1.5px;color:${office.accent}">${escapeHtml(words.press)}</div>` +
        `<div style="font:12px/18px ${SANS};color:${SOFT}">${facts}</div>`,
      '20px 32px 0',
    ),
    cell(
      `<h1 style="margin:0;font:700 26px/33px ${SERIF};color:${INK}">${escapeHtml(manifest.title)}</h1>`,
      '12px 32px 4px',
    ),
    lead === undefined
      ? ''
      : cell(
          `<img src="cid:${PHOTO_CID}" width="576" alt="${escapeHtml(lead.photo.alt || lead.photo.caption)}" style="display:block;width:100%;max-width:576px;height:auto;border:0">` +
            captionHtml(lead.photo.caption, lead.photo.credit, words),
          '16px 32px 0',
        ),
    cell(printedBlocks(manifest).map(blockHtml).join('\n'), '14px 32px 8px'),
    photoList(letter, words),
    office.boilerplate.trim() === '' ? '' : section(words.about(office.unit), office.boilerplate),
    office.contact.trim() === '' ? '' : section(words.contact, office.contact),
    cell(
      `<div style="font:12px/18px ${SANS};color:${SOFT};border-top:1px solid ${LINE};padding-top:12px">` +
        `${office.letterhead.footer.trim() === '' ? '' : `${lines(office.letterhead.footer)}<br>`}` +
        `${escapeHtml(words.why(office.unit))} ${escapeHtml(words.stop)}</div>`,
      '16px 32px 28px',
    ),
  ];
  return [
    `<!DOCTYPE html><html lang="${office.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(manifest.title)}</title></head>`,
    '<body style="margin:0;padding:0;background:#f3f2ee">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f2ee"><tr><td align="center" style="padding:16px 8px">',
    '<table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:640px;background:#ffffff">',
    ...rows.filter((row) => row !== ''),
    '</table></td></tr></table></body></html>',
  ].join('\n');
}

function letterhead({ office, logoPath }: Letter): string {
  const [first = office.unit, ...more] = office.letterhead.lines.filter((text) => text.trim() !== '');
  const words =
    `<div style="font:700 16px/21px ${SANS};color:${INK}">${escapeHtml(first)}</div>` +
    more.map((text) => `<div style="font:13px/18px ${SANS};color:${SOFT}">${escapeHtml(text)}</div>`).join('');
  const logo =
    logoPath === null
      ? ''
      : `<td width="64" valign="middle" style="padding-right:16px"><img src="cid:${LOGO_CID}" width="56" alt="" style="display:block;width:56px;height:auto;border:0"></td>`;
  return cell(
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${logo}<td valign="middle">${words}</td></tr></table>`,
    '24px 32px 16px',
    `border-bottom:3px solid ${office.accent}`,
  );
}

function blockHtml(block: Block): string {
  const inner = block.runs.map(runHtml).join('');
  const text = `font:17px/27px ${SERIF};color:${INK}`;
  switch (block.type) {
    case 'heading':
      return `<h${block.level === 3 ? 3 : 2} style="margin:20px 0 6px;font:700 ${block.level === 3 ? '16px/22px' : '18px/24px'} ${SANS};color:${INK}">${inner}</h${block.level === 3 ? 3 : 2}>`;
    case 'item':
      // real lists lose their marks in some mail programs; a table keeps mark and text apart everywhere
      return (
        `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 6px ${(block.level - 1) * 20}px"><tr>` +
        `<td valign="top" width="22" style="${text}">${escapeHtml(block.marker)}</td><td valign="top" style="${text}">${inner}</td></tr></table>`
      );
    default:
      return `<p style="margin:0 0 14px;${text}">${inner}</p>`;
  }
}

function runHtml(run: Run): string {
  let html = escapeHtml(run.text).replace(/\n/g, '<br>');
  if (run.italic) html = `<em>${html}</em>`;
  if (run.bold) html = `<strong>${html}</strong>`;
  return run.href === null ? html : `<a href="${escapeHtml(run.href)}" style="color:#0b57a4">${html}</a>`;
}

function captionHtml(caption: string, credit: string, words: MailWords): string {
  const by =
    credit.trim() === '' ? '' : ` <span style="white-space:nowrap">(${escapeHtml(words.credit(credit))})</span>`;
  return `<div style="font:13px/19px ${SANS};color:${SOFT};padding-top:6px">${lines(caption)}${by}</div>`;
}

function photoList({ photos }: Letter, words: MailWords): string {
  if (photos.length === 0) return '';
  const rows = photos
    .map(
      ({ photo, copy }, index) =>
        `<p style="margin:0 0 8px;font:13px/19px ${SANS};color:${INK}"><strong>${escapeHtml(words.photo(index + 1, photos.length))}</strong> ` +
        `<span style="color:${SOFT}">${escapeHtml(copy.fileName)}</span><br>${lines(photo.caption)}` +
        `${photo.credit.trim() === '' ? '' : ` <em>${escapeHtml(words.credit(photo.credit))}</em>`}</p>`,
    )
    .join('\n');
  return cell(
    `<div style="border-top:1px solid ${LINE};padding-top:14px"><p style="margin:0 0 10px;font:13px/19px ${SANS};color:${SOFT}">${escapeHtml(words.photosNote(photos.length))}</p>${rows}</div>`,
    '8px 32px 0',
  );
}

function section(title: string, text: string): string {
  return cell(
    `<div style="border-top:1px solid ${LINE};padding-top:14px"><div style="font:700 12px/18px ${SANS};color:${SOFT}">${escapeHtml(title)}</div>` +
      `<div style="font:14px/21px ${SANS};color:${INK}">${lines(text)}</div></div>`,
    '12px 32px 0',
  );
}

function cell(inner: string, padding: string, more = ''): string {
  return `<tr><td style="padding:${padding};${more}">${inner}</td></tr>`;
}

function lines(text: string): string {
  return escapeHtml(text.trim()).replace(/\r?\n/g, '<br>');
}
