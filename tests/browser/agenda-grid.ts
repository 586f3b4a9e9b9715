import type { Page } from '@playwright/test';
import type { NewEvent } from '../../src-main/contract/agenda-nouns.ts';
import type { Person } from '../harness/client.ts';

/** A Thursday with nothing public about it; the views are opened at it by their address. */
export const DAY = '2027-03-18';
export const at = (clock: string, day = DAY) => `${day}T${clock}`;
export const answer = (officialId: string, more: object = {}) => ({
  officialId,
  answer: 'attends' as const,
  delegateId: null,
  delegateName: null,
  instruction: null,
  ...more,
});

/** Adds an event as accepted proposals are: what clashes is let be. */
export async function add({ rpc }: Person, event: Partial<NewEvent> & Pick<NewEvent, 'title' | 'start'>) {
  const { events } = await rpc.agenda.accept({
    proposals: [
      {
        key: 'k',
        zone: 'Asia/Makassar',
        state: 'confirmed',
        ...event,
        attendance: (event.attendance ?? []).map((one) => ({ ...one, called: '' })),
      },
    ],
  });
  return rpc.agenda.get({ id: events[0]?.id ?? '' });
}
export async function leaders({ rpc }: Person) {
  const of = async (name: string, shortPosition: string, leader = true) =>
    (await rpc.register.addOfficial({ name, shortPosition, position: shortPosition, leader })).id;
  return {
    mayor: await of('Jaya Negara', 'Wali Kota'),
    deputy: await of('Arya Wibawa', 'Wakil Wali Kota'),
    secretary: await of('Alit Wiradana', 'Sekda'),
  };
}
/** An event where it stands among the hours or in a month. */
export const block = (page: Page, title: string) => page.locator('[data-event]').filter({ hasText: title }).first();
export const linkOf = (page: Page, title: string) => page.getByRole('link', { name: new RegExp(title) }).first();

/** Takes hold in the middle of an event and lets go so many pixels further. */
export async function drag(
  page: Page,
  title: string,
  by: { x?: number; y?: number },
  { cancel = false, end = false } = {},
) {
  const place = block(page, title);
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error(`${title} is not in sight`);
  const from = { x: box.x + box.width / 2, y: end ? box.y + box.height - 1 : box.y + Math.min(14, box.height / 2) };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + (by.x ?? 0) / 2, from.y + (by.y ?? 0) / 2, { steps: 3 });
  await page.mouse.move(from.x + (by.x ?? 0), from.y + (by.y ?? 0), { steps: 3 });
  if (cancel) await page.keyboard.press('Escape');
  await page.mouse.up();
}
export const hourHeight = (page: Page) =>
  page
    .locator('[data-column]')
    .first()
    .evaluate((one) => one.clientHeight / 24);
