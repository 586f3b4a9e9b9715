import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSheet } from '../../../src-main/newsroom/agenda/outgoing/make-sheet.ts';
import type { RawHandler } from '../../../src-main/procedures/raw.ts';
import { refusalOf } from '../../builders/agenda-desk.ts';
import { calendar, sendFile, vevent } from '../../builders/agenda-files.ts';
import { type TestCore, testCore } from '../../builders/core.ts';

/** A busy office: so many events on each of these days around 20 November 2025. */
const PER_DAY = 12;
const DAYS = { back: 31, ahead: 170 };
const EVENTS = PER_DAY * (DAYS.back + DAYS.ahead);
const TODAY = Date.UTC(2025, 10, 20);
const dayAt = (days: number) => new Date(TODAY + days * 86_400_000).toISOString().slice(0, 10);
const span = { from: dayAt(-DAYS.back), to: dayAt(DAYS.ahead) };
/** So many on one day: an import may bring them. */
const BUSY = '2027-02-01';
const BUSY_EVENTS = 2_100;

let test: TestCore;
beforeAll(async () => {
  test = await testCore();
  const files = [
    Array.from({ length: EVENTS }, (_, n) => {
      const day = dayAt(Math.floor(n / PER_DAY) - DAYS.back).replaceAll('-', '');
      return vevent(
        `a${n}`,
        `Acara ${n}`,
        `DTSTART;TZID=Asia/Makassar:${day}T${String(8 + (n % PER_DAY)).padStart(2, '0')}0000`,
      );
    }),
    Array.from({ length: BUSY_EVENTS }, (_, n) =>
      vevent(
        `b${n}`,
        `Ramai ${n}`,
        `DTSTART;TZID=Asia/Makassar:${BUSY.replaceAll('-', '')}T${String(n % 24).padStart(2, '0')}3000`,
      ),
    ),
  ];
  for (const [at, events] of files.entries()) {
    const { id } = await sendFile(test, test.first, `agenda-${at}.ics`, calendar(...events));
    await test.first.client.agendaFiles.land({ id, except: [] });
  }
}, 120_000);
afterAll(() => test.end());

const raw = (handler: RawHandler, query: Record<string, string>) =>
  handler({
    caller: test.first.caller,
    params: {},
    query: new URLSearchParams(query),
    headers: new Headers(),
    body: new Uint8Array(),
    signal: new AbortController().signal,
  });
const eventsIn = (ics: string) => ics.match(/^BEGIN:VEVENT/gm)?.length ?? 0;

/** Milliseconds of the longest turn while this is done: nobody else is answered meanwhile. */
async function heldDuring(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  // the end of it is seen at the next tick
  await pause(20);
  delay.disable();
  return delay.max / 1e6;
}

describe('what leaves a busy office', () => {
  it('has all its events in a calendar address, however many, and holds nobody up', async () => {
    const { path } = await test.first.client.agendaOut.subscribe({ what: 'internal', leaderId: null });
    const token = path.slice('/kalender/'.length, -'.ics'.length);
    let bytes = '';
    const ask = async () => {
      const file = await test.core.subscribedCalendar(token);
      if (file.ok) bytes = Buffer.from(file.value).toString();
    };
    await ask();
    expect(eventsIn(bytes)).toBe(EVENTS);
    expect(Math.min(await heldDuring(ask), await heldDuring(ask))).toBeLessThan(100);
  }, 60_000);

  it('has all its events in a calendar file', async () => {
    const response = await raw(test.core.raw.agendaCalendar, span);
    expect(eventsIn(await response.text())).toBe(EVENTS);
  }, 60_000);

  it('has all events of a day in the text for WhatsApp', async () => {
    const text = await test.first.client.agenda.shareText({
      kind: 'day',
      day: BUSY,
      style: 'plain',
      edition: 'internal',
      language: 'id',
    });
    expect(text.events).toBe(BUSY_EVENTS);
    expect(text.text.match(/Ramai \d+/g)?.length).toBe(BUSY_EVENTS);
  }, 60_000);

  it('has all events of a day in the PDF', async () => {
    const sheet = await makeSheet(test.core.newsroom, null, {
      from: BUSY,
      to: BUSY,
      edition: 'internal',
      arrangement: 'list',
      leaderId: null,
      language: 'id',
    });
    expect(JSON.stringify(sheet).match(/Ramai \d+/g)?.length).toBe(BUSY_EVENTS);
  }, 60_000);
});

describe('on a screen', () => {
  it('a list has all of its days, or says that there are more', async () => {
    const { agenda } = test.first.client;
    expect(await agenda.list({ from: dayAt(0), to: dayAt(149) })).toHaveLength(PER_DAY * 150);
    for (const input of [span, { from: BUSY, to: BUSY }, { from: BUSY, to: BUSY, text: 'ramai' }])
      expect(await refusalOf(agenda.list(input))).toMatchObject({ code: 'too_many_listed', params: { most: 2_000 } });
    expect(await agenda.list({ from: BUSY, to: BUSY, text: 'ramai 2099' })).toHaveLength(1);
    expect((await agenda.span({ from: BUSY, to: BUSY })).events).toHaveLength(BUSY_EVENTS);
  }, 60_000);

  it('a pasted event of a day is known, whatever else is pasted and however much lies between', async () => {
    const text = [
      'Kamis, 23 Oktober 2025',
      `08.00 WITA Acara ${PER_DAY * 3}`,
      'Senin, 1 Februari 2027',
      '18.30 WITA Ramai 2058',
    ].join('\n');
    const { proposals } = await test.first.client.agenda.readText({ text });
    expect(proposals.map(({ knownEventId }) => knownEventId === null)).toEqual([false, false]);
  }, 60_000);
});
