import { describe, expect, it } from 'vitest';
import { agendaDesk, answerOf, refusalOf } from '../../builders/agenda-desk.ts';

const desk = agendaDesk();
const { leader, confirmed } = desk;
/** Stands for a leader whom the register does not know yet. */
const typed = '7ZZZZZZZZZZZZZZZZZZZZZZZ00';
const newLeaders = [{ id: typed, name: 'Ketua DPRD' }];
const names = async () => (await desk.client.register.officials({})).map(({ name }) => name).sort();
const event = {
  title: 'Rapat',
  start: '2025-11-20T09:00',
  end: '2025-11-20T10:00',
  zone: 'Asia/Makassar' as const,
  state: 'confirmed' as const,
};

describe('a leader typed on an event', () => {
  it('comes into the register with the event', async () => {
    const made = await desk.client.agenda.add({ ...event, attendance: [answerOf(typed)], newLeaders });
    const [official] = await desk.client.register.officials({});
    expect(official).toMatchObject({ name: 'Ketua DPRD', shortPosition: 'Ketua DPRD', leader: true, confirmed: true });
    expect(made.attendance).toEqual([answerOf(official?.id ?? '')]);
  });

  it('stays out of it when the event is refused, or when they do not stand on it any more', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    await confirmed({ attendance: [answerOf(mayor.id)] });
    const both = { ...event, attendance: [answerOf(mayor.id), answerOf(typed)], newLeaders };
    expect(await refusalOf(desk.client.agenda.add(both))).toMatchObject({ code: 'clashes' });
    expect(await names()).toEqual(['Jaya Negara']);
    await desk.client.agenda.add({ ...event, start: '2025-11-21T09:00', end: null, newLeaders });
    expect(await names()).toEqual(['Jaya Negara']);
  });

  it('comes with a change, and not with one that is refused', async () => {
    const made = await confirmed();
    const change = { id: made.id, version: 1, attendance: [answerOf(typed)], newLeaders };
    expect(await refusalOf(desk.client.agenda.change(change))).toMatchObject({ code: 'reason_needed' });
    expect(await names()).toEqual([]);
    await desk.client.agenda.change({ ...change, reason: 'Undangan susulan' });
    expect(await names()).toEqual(['Ketua DPRD']);
  });

  it('comes once with a whole series, and with a change from one date on', async () => {
    const repeat = { every: 'week', interval: 1, weekdays: [4], monthly: 'date', until: null, count: 4 } as const;
    const weekly = { ...event, attendance: [answerOf(typed)] };
    await desk.client.agenda.addSeries({ event: weekly, repeat: { ...repeat, weekdays: [4] }, newLeaders });
    const [official] = await desk.client.register.officials({});
    const list = () => desk.client.agenda.list({ from: '2025-11-01', to: '2025-12-31' });
    expect((await list()).map(({ attendance }) => attendance[0]?.officialId)).toEqual(Array(4).fill(official?.id));
    const third = (await list())[2];
    const more = [answerOf(official?.id ?? ''), answerOf(typed)];
    const also = { id: third?.id ?? '', version: 1, attendance: more, newLeaders: [{ id: typed, name: 'Kapolresta' }] };
    expect(await refusalOf(desk.client.agenda.changeFollowing(also))).toMatchObject({ code: 'reason_needed' });
    expect(await names()).toEqual(['Ketua DPRD']);
    await desk.client.agenda.changeFollowing({ ...also, reason: 'Undangan susulan' });
    expect(await names()).toEqual(['Kapolresta', 'Ketua DPRD']);
    expect((await list()).map(({ attendance }) => attendance.length)).toEqual([1, 1, 2, 2]);
  });
});
