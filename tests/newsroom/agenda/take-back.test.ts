import { describe, expect, it } from 'vitest';
import type { Repeat } from '../../../src-main/contract/event-parts.ts';
import { agendaDesk, refusalOf } from '../../builders/agenda-desk.ts';

const desk = agendaDesk();
const { confirmed } = desk;
const later = { start: '2025-11-24T10:00', end: '2025-11-24T11:00', reason: 'Permintaan penyelenggara' };
const before = { start: '2025-11-24T08:00', end: '2025-11-24T09:00' };
const share = (id: string) =>
  desk.client.agenda.shareText({ kind: 'event', id, style: 'plain', edition: 'internal', language: 'id' });

describe('a change that was a slip of the hand', () => {
  it('leaves no revision and no news where nobody was told; the history keeps both', async () => {
    const writer = await desk.test.as('writer');
    const event = await confirmed(before);
    const seen = (await writer.client.notices.changes()).news[0]?.upTo ?? 0;
    if (seen > 0) await writer.client.notices.readChanges({ eventId: null, upTo: seen });
    const moved = await desk.client.agenda.change({ id: event.id, version: 1, ...later });
    expect(moved.revision).toBe(2);
    expect(await desk.client.agenda.toldOf({ id: event.id, version: 2 })).toEqual({ people: [], calendars: false });
    const back = await desk.client.agenda.takeBack({ id: event.id, version: 2 });
    expect(back).toMatchObject({ ...before, revision: 1, version: 3 });
    expect(
      (await desk.client.agenda.history({ id: event.id })).map(({ version, revision }) => [version, revision]),
    ).toEqual(
      expect.arrayContaining([
        [2, 2],
        [3, 1],
      ]),
    );
    expect((await writer.client.notices.changes()).news).toEqual([]);
    expect((await share(event.id)).notice).toBe('event');
    // the next change is the second revision that people hear of
    await desk.client.agenda.change({ id: event.id, version: 3, ...later });
    expect((await share(event.id)).text).toContain('(Rev. 2)');
  });

  it('is a revision with a notice where the crew was told, and says who', async () => {
    const photographer = await desk.test.as('documentation');
    const crew = [{ role: 'photographer' as const, userId: photographer.caller.userId, name: 'Made' }];
    const event = await confirmed({ ...before, crew });
    await desk.client.agenda.change({ id: event.id, version: 1, ...later });
    expect((await desk.client.agenda.toldOf({ id: event.id, version: 2 })).people).toEqual([photographer.caller.name]);
    expect(await refusalOf(desk.client.agenda.takeBack({ id: event.id, version: 2 }))).toMatchObject({
      code: 'reason_needed',
    });
    const back = await desk.client.agenda.takeBack({ id: event.id, version: 2, reason: 'Pemindahan diurungkan' });
    expect(back).toMatchObject({ ...before, revision: 3 });
    const kinds = (await photographer.client.notices.list()).notices.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'changed')).toHaveLength(2);
  });

  it('is a revision after some minutes, and when it was another person’s; not when something came after it', async () => {
    const event = await confirmed(before);
    await desk.client.agenda.change({ id: event.id, version: 1, ...later });
    desk.test.clock.move({ minutes: 6 });
    expect(await refusalOf(desk.client.agenda.takeBack({ id: event.id, version: 2 }))).toMatchObject({
      code: 'reason_needed',
    });
    const protocol = await desk.test.as('protocol');
    const other = await confirmed({ ...before, title: 'Rapat lain', venue: 'Ruang lain' });
    await desk.client.agenda.change({ id: other.id, version: 1, ...later });
    expect(await refusalOf(protocol.client.agenda.takeBack({ id: other.id, version: 2 }))).toMatchObject({
      code: 'reason_needed',
    });
    await desk.client.agenda.change({ id: other.id, version: 2, note: 'x' });
    expect(await refusalOf(desk.client.agenda.takeBack({ id: other.id, version: 2 }))).toMatchObject({
      code: 'changed_meanwhile',
    });
  });

  it('may be calling off: unheard it is the event it was, with no word to anybody', async () => {
    const writer = await desk.test.as('writer');
    const event = await confirmed(before);
    const seen = (await writer.client.notices.changes()).news[0]?.upTo ?? 0;
    if (seen > 0) await writer.client.notices.readChanges({ eventId: null, upTo: seen });
    await desk.client.agenda.setState({ id: event.id, version: 1, state: 'cancelled', reason: 'Salah tekan' });
    const back = await desk.client.agenda.takeBack({ id: event.id, version: 2 });
    expect(back).toMatchObject({ ...before, state: 'confirmed', stateReason: null, revision: 1, version: 3 });
    expect((await share(event.id)).notice).toBe('event');
    expect((await writer.client.notices.changes()).news).toEqual([]);
  });

  const steps = [
    ['proposed', 'tentative'],
    ['proposed', 'confirmed'],
    ['tentative', 'confirmed'],
    ['tentative', 'proposed'],
    ['confirmed', 'tentative'],
    ['confirmed', 'ongoing'],
    ['confirmed', 'done'],
    ['ongoing', 'done'],
    ['ongoing', 'confirmed'],
    ['done', 'confirmed'],
    ['postponed', 'confirmed'],
    ['postponed', 'tentative'],
    ['cancelled', 'confirmed'],
    ['cancelled', 'tentative'],
  ] as const;
  it.each(steps)('may be a step from %s to %s: right after it the event is what it was', async (from, to) => {
    const writer = await desk.test.as('writer');
    const event = await confirmed({ ...before, state: from === 'proposed' ? 'proposed' : 'confirmed' });
    const { id } = event;
    let was = event;
    const reason = from === 'postponed' || from === 'cancelled' ? 'Hujan' : undefined;
    for (const state of from === 'done' ? (['ongoing', 'done'] as const) : [from])
      if (was.state !== state) was = await desk.client.agenda.setState({ id, version: was.version, state, reason });
    const seen = (await writer.client.notices.changes()).news[0]?.upTo ?? 0;
    if (seen > 0) await writer.client.notices.readChanges({ eventId: null, upTo: seen });
    const now = await desk.client.agenda.setState({ id, version: was.version, state: to });
    const back = await desk.client.agenda.takeBack({ id, version: now.version });
    expect(back).toEqual({ ...was, version: now.version + 1 });
    expect((await writer.client.notices.changes()).news).toEqual([]);
    expect((await desk.client.agenda.history({ id }))[0]?.changes).toEqual([{ field: 'state', old: to, new: from }]);
  });

  it('is no way to any state: a step is taken back by who made it, within minutes, and when nothing came after it', async () => {
    const protocol = await desk.test.as('protocol');
    const event = await confirmed({ ...before, state: 'proposed' });
    const { id } = event;
    await desk.client.agenda.setState({ id, version: 1, state: 'confirmed' });
    const refused = async (client: typeof desk.client, version = 2) =>
      (await refusalOf(client.agenda.takeBack({ id, version, reason: 'x' }))).code;
    expect(await refused(protocol.client)).toBe('state_not_possible');
    desk.test.clock.move({ minutes: 6 });
    expect(await refused(desk.client)).toBe('state_not_possible');
    await desk.client.agenda.setState({ id, version: 2, state: 'done' });
    await protocol.client.agenda.change({ id, version: 3, note: 'x' });
    expect(await refused(desk.client, 3)).toBe('changed_meanwhile');
    // the last is the note now; taken back it leaves the state alone
    expect(await protocol.client.agenda.takeBack({ id, version: 4 })).toMatchObject({ note: '', state: 'done' });
  });

  it('that called it back on is called off again, with its reason, and those who heard hear of it', async () => {
    const photographer = await desk.test.as('documentation');
    const crew = [{ role: 'photographer' as const, userId: photographer.caller.userId, name: 'Made' }];
    const { id } = await confirmed({ ...before, crew });
    await desk.client.agenda.setState({ id, version: 1, state: 'cancelled', reason: 'Hujan' });
    await desk.client.agenda.setState({ id, version: 2, state: 'confirmed' });
    expect(await refusalOf(desk.client.agenda.takeBack({ id, version: 3 }))).toMatchObject({ code: 'reason_needed' });
    const back = await desk.client.agenda.takeBack({ id, version: 3, reason: 'Salah tekan' });
    expect(back).toMatchObject({ state: 'cancelled', stateReason: 'Hujan', revision: 4 });
  });

  it('may be calling off what was put off: the time, the end and the reason of that are there again', async () => {
    const event = await confirmed(before);
    const late = { start: '2025-11-25T09:30', state: 'postponed' as const, reason: 'Hujan' };
    const off = await desk.client.agenda.setState({ id: event.id, version: 1, ...late });
    await desk.client.agenda.setState({ id: event.id, version: 2, state: 'cancelled', reason: 'Salah tekan' });
    const again = await desk.client.agenda.takeBack({ id: event.id, version: 3 });
    expect(again).toMatchObject({ ...off, version: 4 });
  });

  it('that called off is a revision with a notice where the crew was told', async () => {
    const photographer = await desk.test.as('documentation');
    const crew = [{ role: 'photographer' as const, userId: photographer.caller.userId, name: 'Made' }];
    const event = await confirmed({ ...before, crew });
    await desk.client.agenda.setState({ id: event.id, version: 1, state: 'cancelled', reason: 'Salah tekan' });
    expect(await refusalOf(desk.client.agenda.takeBack({ id: event.id, version: 2 }))).toMatchObject({
      code: 'reason_needed',
    });
    const back = await desk.client.agenda.takeBack({ id: event.id, version: 2, reason: 'Pembatalan diurungkan' });
    expect(back).toMatchObject({ state: 'confirmed', revision: 3 });
    expect((await photographer.client.notices.list()).notices.map(({ kind }) => kind)).toContain('back_on');
  });

  it('puts one date back among its series, which moves it along again', async () => {
    const repeat: Repeat = {
      every: 'week',
      interval: 1,
      weekdays: [1],
      monthly: 'date',
      until: '2025-12-31',
      count: null,
    };
    const apel = { title: 'Apel', start: '2025-11-24T07:30', end: '2025-11-24T08:15', zone: 'Asia/Makassar' as const };
    await desk.client.agenda.addSeries({ event: apel, repeat });
    const list = () => desk.client.agenda.list({ from: '2025-11-01', to: '2025-12-31' });
    const [first, second] = await list();
    const ids = { first: first?.id ?? '', second: second?.id ?? '' };
    await desk.client.agenda.change({ id: ids.second, version: 1, start: '2025-12-02T09:00', end: '2025-12-02T10:00' });
    await desk.client.agenda.takeBack({ id: ids.second, version: 2 });
    const change = { id: ids.first, version: 1, start: '2025-11-24T08:00', end: '2025-11-24T08:45' };
    expect(await desk.client.agenda.checkFollowing(change)).toMatchObject({ count: 6, clashes: [] });
    expect((await list())[0]?.start).toBe('2025-11-24T07:30');
    await desk.client.agenda.changeFollowing(change);
    expect((await list()).every(({ start }) => start.endsWith('08:00'))).toBe(true);
  });
});
