import type { Event } from '../../contract/agenda-nouns.ts';
import type { Proposal } from '../../contract/agenda-reading.ts';
import type { Id } from '../../contract/basics.ts';

/**
 * The proposals with the events that the agenda has of them already: of the same day and title. One whose time differs too is known,
 * unless another proposal of this text is that very event: two meetings of one name on one day stay two.
 * @param events of the days the proposals speak of
 */
export function withKnown(proposals: readonly Proposal[], events: readonly Event[]): Proposal[] {
  const told = new Map<Proposal, Id>();
  const alike = new Map<string, Event[]>();
  for (const event of events) {
    const key = `${event.day} ${even(event.title)}`;
    alike.set(key, [...(alike.get(key) ?? []), event]);
  }
  const of = (proposal: Proposal) => alike.get(`${proposal.day?.value} ${even(proposal.title?.value ?? '')}`) ?? [];
  for (const proposal of proposals) {
    const same = of(proposal).find((event) => event.start.slice(11) === proposal.startClock?.value);
    if (same) told.set(proposal, same.id);
  }
  for (const proposal of proposals) {
    if (told.has(proposal)) continue;
    const notice = proposal.doubts.some((doubt) => doubt.code === 'looks_changed');
    const taken = new Set(told.values());
    // A notice may stand beside the agenda it changes, and may be about who comes.
    const same = of(proposal).find((event) => notice || (!taken.has(event.id) && !othersAttend(proposal, event)));
    if (same) told.set(proposal, same.id);
  }
  return proposals.map((proposal) => ({ ...proposal, knownEventId: told.get(proposal) ?? null }));
}

/** Both name leaders, all of them known, and none is the same. */
function othersAttend(proposal: Proposal, event: Event): boolean {
  const named = proposal.leaders.map((leader) => leader.officialId);
  if (named.length === 0 || event.attendance.length === 0 || named.includes(null)) return false;
  return !event.attendance.some((answer) => named.includes(answer.officialId));
}

const notice =
  '(?:perubahan|ralat|revisi|update|pembatalan|penundaan|pengingat|reminder|batal|dibatalkan|ditunda|diundur|dimajukan|reschedule|jadwal ulang|dijadwalkan ulang)';
const before = new RegExp(`^(?:${notice}(?: (?:agenda|acara|jadwal|waktu|tempat|lokasi))? )+`, 'u');
const after = new RegExp(`(?: (?:${notice}|rev(?:isi)? ?\\d+))+$`, 'u');

/** Two writings of one title: case, marks, spaces and words of a notice around it do not count. */
function even(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // "Reminder" alone may be a name
  return plain.replace(before, '').replace(after, '') || plain;
}
