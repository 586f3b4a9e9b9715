import { cutText } from './cut-text.ts';

/** Somebody to call, as written in one piece: `Ibu Ayu 0812-3456-7890`. */
export function splitContact(text: string): { name: string; phone: string } {
  const phone = /\+?\d[\d\s().-]{6,}\d/.exec(text)?.[0] ?? '';
  const name = text
    .replace(phone, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s(:,/-]+$/, '')
    .trim();
  return { name: cutText(name, 120), phone: phone.trim().slice(0, 60) };
}
