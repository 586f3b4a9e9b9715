import { ORPCError } from '@orpc/server';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Attendance, Event } from '../../src-main/contract/agenda-nouns.ts';
import { type Client, type TestCore, testCore } from './core.ts';

/** The refusal of a call that must be refused. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; field?: string; params: Record<string, unknown> }> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ORPCError);
  return (error as ORPCError<string, { code: string; field?: string; params: Record<string, unknown> }>).data;
}

/** A leader of Denpasar in the register. */
async function addLeader(client: Client, name: string, shortPosition: string) {
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
async function confirmedEvent(
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

/** A core and its first person, of the test that runs; an official and an event of theirs. */
export interface AgendaDesk {
  test: TestCore;
  client: Client;
  leader(name: string, shortPosition: string): ReturnType<typeof addLeader>;
  confirmed(more?: Parameters<typeof confirmedEvent>[1]): Promise<Event>;
}

/** A fresh one for each test of the file that calls this. */
export function agendaDesk(): AgendaDesk {
  const desk = {
    leader: (name, shortPosition) => addLeader(desk.client, name, shortPosition),
    confirmed: (more) => confirmedEvent(desk.client, more),
  } as AgendaDesk;
  beforeEach(async () => {
    desk.test = await testCore();
    desk.client = desk.test.first.client;
  });
  afterEach(() => desk.test.end());
  return desk;
}
