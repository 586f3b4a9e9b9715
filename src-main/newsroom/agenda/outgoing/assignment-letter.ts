import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Language } from '../../../contract/basics.ts';
import type { DutyRole } from '../../../contract/event-parts.ts';
import type { PaperHead } from './day-sheet.ts';

/** Who signs. Typed once and remembered; nothing of it is ever made up. */
export interface Signer {
  /** `Kepala Bagian Protokol dan Komunikasi Pimpinan` */
  readonly position: string;
  readonly name: string;
  /** `Pembina Tingkat I (IV/b)`; may stay empty. */
  readonly rank: string;
  /** As typed; empty leaves a dotted line. */
  readonly nip: string;
}

/** A Surat Tugas for the crew of one or more events. */
export interface AssignmentLetter {
  readonly language: Language;
  readonly head: PaperHead;
  /** As typed; empty leaves dots to be filled in by hand. */
  readonly number: string;
  /** Letters it rests on: `Surat Dinas Perpustakaan Nomor 005/123/2025 tanggal 14 November 2025 perihal …`. */
  readonly basis: readonly {
    readonly organizer: string;
    readonly letterNo: string;
    readonly letterDay: string | null;
    readonly subject: string;
  }[];
  readonly people: readonly { readonly name: string; readonly roles: readonly DutyRole[] }[];
  readonly events: readonly Pick<
    Event,
    'title' | 'day' | 'start' | 'end' | 'openEnd' | 'zone' | 'venue' | 'organizer'
  >[];
  readonly city: string;
  /** Day of the letter: `2025-11-19`. */
  readonly day: string;
  readonly signer: Signer;
}

/** Everybody who covers one of these events, once each, with all they do; in the order they are named. */
export function peopleOf(events: readonly Pick<Event, 'crew'>[]): AssignmentLetter['people'] {
  const people = new Map<string, { name: string; roles: DutyRole[] }>();
  for (const { crew } of events) {
    for (const { userId, name, role } of crew) {
      const key = userId ?? name.trim().toLowerCase();
      const person = people.get(key) ?? { name, roles: [] };
      if (!person.roles.includes(role)) person.roles.push(role);
      people.set(key, person);
    }
  }
  return [...people.values()];
}
