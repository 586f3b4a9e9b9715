import { ORPCError } from '@orpc/server';
import { expect } from 'vitest';
import type { Attendance, Event } from '../../src-main/contract/agenda-nouns.ts';
import type { Client } from './core.ts';

/** The refusal of a call that must be refused. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; field?: string }> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ORPCError);
  return (error as ORPCError<string, { code: string; field?: string }>).data;
}

/** A leader of Denpasar in the register. */
export async function addLeader(client: Client, name: string, shortPosition: string) {
  return client.register.addOfficial({ name, shortPosition, position: `${shortPosition} Denpasar`, leader: true });
}

export const answerOf = (officialId: string, more: Partial<Attendance> = {}): Attendance => ({
  officialId,
  answer: 'unknown',
  delegateId: null,
  delegateName: null,
  instruction: null,
  ...more,
});

/** A confirmed event of 20 November 2025, 08.00-10.00 WITA. */
export async function confirmedEvent(
  client: Client,
  more: Partial<Parameters<Client['agenda']['add']>[0]> = {},
): Promise<Event> {
  return client.agenda.add({
    title: 'Pembukaan Pekan Literasi',
    start: '2025-11-20T08:00',
    end: '2025-11-20T10:00',
    zone: 'Asia/Makassar',
    venue: 'Graha Sewaka Dharma',
    organizer: 'Dinas Perpustakaan',
    dressCode: 'Batik',
    state: 'confirmed',
    ...more,
  });
}
