import type { Place } from './place.ts';

/** `meeting ID 812 3456 7890 pass 12345`: how to come into a meeting without a room, and no part of its name. */
const pattern =
  /(?<!\p{L})(?:(?:zoom|meeting|rapat|webex)\s+)?(?:id|mid)(?:\s+(?:zoom|meeting|rapat))?\s*[:.]?\s*\d(?:[\d -]{6,16})\d(?:[\s,;/|()]*(?:pass(?:\s?code|word)?|pwd?|kode(?: akses)?|sandi|kata sandi)\s*[:.]?\s*[^\s,;|()]{3,24})?/giu;

/** Takes such words out of `work`, which stands for the line; the places they stood at. */
export function takeMeetingId({ draft, line }: Place, work: string): [number, number][] {
  return [...work.matchAll(pattern)].map((match): [number, number] => {
    // "via zoom meeting ID 812": the first two words tell where it is held
    const room = /^(?:zoom|meeting|webex)\s+(?=id)/iu.exec(match[0])?.[0].length ?? 0;
    const from = match.index + (/(?:via|zoom)\s+$/iu.test(work.slice(0, match.index)) ? room : 0);
    const to = match.index + match[0].length;
    draft.put('note', line, from, to, '\n');
    return [from, to];
  });
}
