import type { Kit } from '../../newsroom/distribution/kit-port.ts';
import { kit as words } from '../../words/id/kit.ts';

/** siaran-pers.txt. CRLF and a byte-order mark, because desks open it in Notepad. */
export function kitText(kit: Kit, when: (instant: string) => string): string {
  const { office } = kit;
  const lines = office.lines.length > 0 ? office.lines : [office.unit, office.city];
  return windowsText(
    [
      lines.filter((line) => line !== '').join('\n'),
      [words.pressRelease, kit.number === null ? null : words.number(kit.number), words.approved(when(kit.approvedAt))]
        .filter((line) => line !== null)
        .join('\n'),
      kit.embargoUntil === null ? '' : words.embargo(when(kit.embargoUntil)),
      kit.plainText.trim(),
      office.contact.trim() === '' ? '' : `${words.contact}\n${office.contact.trim()}`,
      office.footer.trim(),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
}

/** keterangan-foto.txt: what stands under each photo, to copy from. */
export function captionsText(kit: Kit): string {
  if (kit.photos.length === 0) return windowsText(`${words.captionsTitle}\n\n${words.noPhotos}`);
  const photos = kit.photos.map((photo) =>
    [
      `${words.file}: foto/${photo.fileName}`,
      `${words.caption}: ${photo.caption}`,
      `${words.credit}: ${photo.credit}`,
      photo.alt === '' ? null : `${words.alt}: ${photo.alt}`,
    ]
      .filter((line) => line !== null)
      .join('\n'),
  );
  return windowsText([`${words.captionsTitle}\n${kit.title}`, words.use, ...photos].join('\n\n'));
}

export function windowsText(text: string): string {
  return `\ufeff${text.replace(/\r?\n/g, '\r\n')}\r\n`;
}
