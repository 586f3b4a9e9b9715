import { describe, expect, it } from 'vitest';
import type { ChangeToAccept } from '../../../src-main/contract/agenda-accept.ts';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { agendaDesk, refusalOf } from '../../builders/agenda-desk.ts';

const desk = agendaDesk();

const change = (event: Event, more: Partial<ChangeToAccept>): ChangeToAccept => ({
  key: '1',
  eventId: event.id,
  version: event.version,
  reason: 'Pesan: “diundur”',
  ...more,
});
const history = async (event: Event) =>
  (await desk.client.agenda.history({ id: event.id })).map((line) => [line.act, line.revision, line.reason]);

describe('a pasted change', () => {
  it('is read with the event it means, and accepted as one made by hand', async () => {
    const event = await desk.confirmed({
      title: 'Rapat Koordinasi Inflasi',
      start: '2025-11-20T09:00',
      end: '2025-11-20T11:00',
    });
    const { proposals, events } = await desk.client.agenda.readText({
      text: 'rapat jam 9 diundur jam 10 di ruang Sewaka',
    });
    expect(proposals).toMatchObject([
      {
        act: { value: 'change' },
        knownEventId: event.id,
        candidates: [event.id],
        startClock: { value: '10:00' },
        venue: { value: 'ruang Sewaka' },
      },
    ]);
    expect(events.map((one) => one.id)).toEqual([event.id]);
    const fields = { start: '2025-11-20T10:00', end: '2025-11-20T12:00', venue: 'ruang Sewaka' };
    const accepted = await desk.client.agenda.accept({ changes: [change(event, { fields })] });
    expect(accepted).toMatchObject({ events: [], changes: [{ key: '1', id: event.id, version: 2 }] });
    expect(await desk.client.agenda.get({ id: event.id })).toMatchObject({ ...fields, revision: 2, version: 2 });
    expect((await history(event))[0]).toEqual(['changed', 2, 'Pesan: “diundur”']);
  });
  it('moves an event by so much from the hour it is known to have, and guesses none where it is not clear which is meant', async () => {
    const event = await desk.confirmed({ title: 'Rapat TAPD', start: '2025-11-21T10:00', end: '2025-11-21T12:00' });
    await desk.confirmed({ title: 'Audiensi KONI', start: '2025-11-21T23:30', end: null });
    const read = async (text: string) => (await desk.client.agenda.readText({ text })).proposals[0];
    const at = async (text: string) => {
      const proposal = await read(text);
      return [proposal?.day?.spans.length ? proposal.day.value : null, proposal?.startClock?.value];
    };
    for (const [text, clock] of [
      ['rapat tapd besok diundur 1 jam', '11:00'],
      ['rapat tapd besok mundur 30 menit ya pak', '10:30'],
      ['rapat tapd maju satu jam', '09:00'],
      ['rapat tapd dimajukan setengah jam karena bapak ke bandara', '09:30'],
      ['rapat tapd 1 jam lebih awal', '09:00'],
    ] as const) {
      // a day that is not said is the event's own
      expect(await at(text), text).toEqual([text.includes('besok') ? '2025-11-21' : null, clock]);
      expect(await read(text)).toMatchObject({ knownEventId: event.id, notUnderstood: [], act: { value: 'change' } });
    }
    expect(await at('rapat tapd diundur 2 hari')).toEqual(['2025-11-23', '10:00']);
    expect(await at('audiensi koni mundur 1 jam')).toEqual(['2025-11-22', '00:30']);
    const text = 'rapat banggar diundur 1 jam';
    const unknown = await read(text);
    expect(unknown).toMatchObject({ startClock: null, knownEventId: null });
    expect(unknown?.notUnderstood.map(({ start, end }) => text.slice(start, end))).toEqual(['1 jam']);
  });
  it('undo makes it what it was; the history keeps both, the revision is the one people know', async () => {
    const event = await desk.confirmed({ start: '2025-11-20T09:00', end: '2025-11-20T11:00' });
    const accepted = await desk.client.agenda.accept({
      changes: [change(event, { fields: { venue: 'Ruang Sewaka' }, state: 'postponed', start: '2025-11-21T09:00' })],
    });
    expect(accepted.changes[0]?.changeIds).toHaveLength(2);
    const postponed = await desk.client.agenda.get({ id: event.id });
    expect(postponed).toMatchObject({
      state: 'postponed',
      venue: 'Ruang Sewaka',
      start: '2025-11-21T09:00',
      version: 3,
    });
    expect(await desk.client.agenda.undoAccept(accepted)).toEqual({ removed: [], restored: [event.id], kept: [] });
    const { version: _v, ...before } = event;
    expect(await desk.client.agenda.get({ id: event.id })).toMatchObject({ ...before, version: 4 });
    expect((await history(event)).map(([, revision]) => revision)).toEqual([event.revision, 3, 2, 1]);
    // and what was taken back is not taken back twice
    expect(await desk.client.agenda.undoAccept(accepted)).toEqual({ removed: [], restored: [], kept: [event.id] });
  });
  it('undo leaves what somebody has touched since', async () => {
    const event = await desk.confirmed();
    const accepted = await desk.client.agenda.accept({
      changes: [change(event, { fields: { venue: 'Ruang Sewaka' } })],
    });
    await desk.client.agenda.change({ id: event.id, version: 2, note: 'sudah dicek' });
    expect(await desk.client.agenda.undoAccept(accepted)).toEqual({ removed: [], restored: [], kept: [event.id] });
    expect((await desk.client.agenda.get({ id: event.id })).venue).toBe('Ruang Sewaka');
  });
  it("undo takes back one's own only, and not what was changed by hand", async () => {
    const event = await desk.confirmed();
    const other = await desk.test.as('protocol');
    const accepted = await desk.client.agenda.accept({ changes: [change(event, { state: 'cancelled' })] });
    expect((await other.client.agenda.undoAccept(accepted)).kept).toEqual([event.id]);
    const byHand = await desk.confirmed({ title: 'Dari tangan' });
    const changed = await desk.client.agenda.change({ id: byHand.id, version: 1, venue: 'Aula', reason: 'pindah' });
    const [line] = await desk.client.agenda.history({ id: byHand.id });
    const forged = {
      events: [],
      officialIds: [],
      changes: [{ key: 'x', id: byHand.id, version: changed.version, changeIds: [line?.id ?? ''] }],
    };
    expect((await desk.client.agenda.undoAccept(forged)).kept).toEqual([byHand.id]);
    expect((await desk.client.agenda.get({ id: byHand.id })).venue).toBe('Aula');
  });
  it('notes who stands in, and proposes them for the register', async () => {
    const mayor = await desk.leader('Jaya Negara', 'Wali Kota');
    const event = await desk.confirmed({
      attendance: [
        { officialId: mayor.id, answer: 'attends', delegateId: null, delegateName: null, instruction: null },
      ],
    });
    const accepted = await desk.client.agenda.accept({
      changes: [
        change(event, {
          attendance: [
            {
              officialId: mayor.id,
              called: 'Wali Kota',
              answer: 'delegated',
              delegateId: null,
              delegateName: 'Sekda',
              instruction: null,
            },
          ],
        }),
      ],
    });
    const [sekda] = accepted.officials;
    expect(sekda).toMatchObject({ shortPosition: 'Sekda', confirmed: false });
    expect((await desk.client.agenda.get({ id: event.id })).attendance).toMatchObject([{ delegateId: sekda?.id }]);
    await desk.client.agenda.undoAccept(accepted);
    expect((await desk.client.agenda.get({ id: event.id })).attendance).toMatchObject([{ answer: 'attends' }]);
    expect(await desk.client.register.officials({})).toHaveLength(1);
  });
  it('is all or nothing, with new events beside it', async () => {
    const event = await desk.confirmed();
    const proposals = [{ key: '2', title: 'Apel', start: '2025-11-20T07:00', zone: 'Asia/Makassar' as const }];
    const call = desk.client.agenda.accept({
      proposals,
      changes: [change(event, { version: 7, fields: { venue: 'Aula' } })],
    });
    expect(await refusalOf(call)).toMatchObject({ code: 'changed_meanwhile', params: { key: '1' } });
    expect(await desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20' })).toHaveLength(1);
  });
  it('a notice of an event that is not there, and one that fits several, name none', async () => {
    await desk.confirmed({ title: 'Rapat Koordinasi Inflasi', start: '2025-11-20T09:00' });
    await desk.confirmed({ title: 'Rapat Koordinasi Stunting', start: '2025-11-20T09:00' });
    const read = async (text: string) => (await desk.client.agenda.readText({ text })).proposals[0];
    const several = await read('rapat jam 9 diundur jam 10');
    expect(several).toMatchObject({ knownEventId: null });
    expect(several?.candidates).toHaveLength(2);
    expect(several?.doubts.map((doubt) => doubt.code)).toContain('target_unclear');
    expect((await read('Audiensi KONI jam 9 batal'))?.doubts.map((doubt) => doubt.code)).toContain('target_missing');
    expect((await read('rapat stunting jam 9 diundur jam 10'))?.knownEventId).not.toBeNull();
  });
});
