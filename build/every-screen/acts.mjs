// What the scenes of every-screen.mjs do on a page. A scene is [name, who, address, acts, settings]: it begins at the address, signed in as
// that person of its office, does its acts, and is then taken.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../machine.mjs';

export const agendaMessage = readFileSync(join(root, 'tests/fixtures/agenda/01-whatsapp-one-day.txt'), 'utf8');

export const press = (page, name, exact = true) => page.getByRole('button', { name, exact }).first().click();
export const dialog = (page) => page.getByRole('dialog').first();
/** Opens the menu or dialog behind this button and waits for it. */
export const open = (name, exact) => async (page, w) => {
  await press(page, name(w), exact);
  await page.waitForTimeout(300);
};
export const firstOption = (page) => page.locator('main [role="option"]').first();
/** The address of the sample office's release in this state. */
export const releaseOf =
  (state) =>
  (place, more = '') =>
    `/siaran-pers/${place[state].id}${more}`;
