import type { Letter } from '../../newsroom/distribution/mailer.ts';
import { bodyText } from '../../text/plain-text.ts';
import type { MailWords } from '../../words/id/mail.ts';

/** The same release as plain text: many desks copy from this part. */
export function letterText(letter: Letter, words: MailWords, day: string): string {
  const { frozen, office, photos } = letter;
  const { manifest } = frozen;
  const head = office.letterhead.lines.filter((text) => text.trim() !== '');
  const parts = [
    (head.length > 0 ? head : [office.unit]).join('\n'),
    [
      words.press,
      [words.kinds[manifest.kind], frozen.number === null ? '' : words.number(frozen.number), day]
        .filter(Boolean)
        .join(' · '),
    ].join('\n'),
    manifest.title,
    bodyText(manifest),
    photos.length === 0
      ? ''
      : [
          words.photosNote(photos.length),
          ...photos.map(
            ({ photo, copy }, index) =>
              `${words.photo(index + 1, photos.length)} (${copy.fileName}): ${photo.caption.trim()}${photo.credit.trim() === '' ? '' : ` (${words.credit(photo.credit)})`}`,
          ),
        ].join('\n'),
    office.boilerplate.trim() === '' ? '' : `${words.about(office.unit)}\n${office.boilerplate.trim()}`,
    office.contact.trim() === '' ? '' : `${words.contact}\n${office.contact.trim()}`,
    `-- \n${[office.letterhead.footer.trim(), words.why(office.unit), words.stop].filter(Boolean).join('\n')}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
