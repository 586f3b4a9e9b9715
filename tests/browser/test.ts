import { test as base, expect, type Page } from '@playwright/test';
import type { Role } from '../../src-main/contract/rights.ts';
import { objectionsOf } from '../harness/accessible.ts';
import { addPeople, firstStart, type Person } from '../harness/client.ts';
import { type CoreSettings, type RunningCore, startCore } from '../harness/core-process.ts';

export { expect };

/** An office whose first start is done, with people made as they are asked for. */
export interface Office {
  /** The person who started it; holds every right. */
  readonly founder: Person;
  /** Somebody of this role, over HTTP. Made at the first call. */
  person(role: Role): Promise<Person>;
  /** Signs a browser page in as this role (or as the founder) and opens a path of the page. */
  open(page: Page, who: Role | 'founder', path?: string): Promise<void>;
}

/**
 * Every test has a core process of its own on a fresh data folder.
 * `core` alone is before the first start; `office` is after it. `test.use({ coreSettings: { demo: true } })` is the sample office.
 */
export const test = base.extend<{ coreSettings: CoreSettings; core: RunningCore; office: Office; quiet: undefined }>({
  coreSettings: [{}, { option: true }],
  core: async ({ coreSettings }, use, info) => {
    const core = await startCore(coreSettings);
    await use(core);
    if (info.status !== info.expectedStatus)
      await info.attach('core.log', { body: core.log(), contentType: 'text/plain' });
    await core.dispose();
    // an error the page swallowed, or showed as any other, is a bug all the same
    expect(core.log(), 'what the core says of itself').not.toContain('bug in ');
  },
  office: async ({ core }, use) => {
    const founder = await firstStart(core);
    const made = new Map<Role, Person>();
    const person = async (role: Role) => {
      const known = made.get(role);
      if (known) return known;
      const { [role]: fresh } = await addPeople(core, founder, [role]);
      made.set(role, fresh as Person);
      return fresh as Person;
    };
    await use({
      founder,
      person,
      async open(page, who, path = '/') {
        const { cookies } = who === 'founder' ? founder : await person(who);
        await page.context().clearCookies();
        await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: core.url })));
        await page.goto(core.url + path);
      },
    });
  },
  // a page that throws or breaks its own content security policy fails its test
  quiet: [
    async ({ page }, use) => {
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(String(error)));
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) wrong.push(message.text());
      });
      await use(undefined);
      expect(wrong, 'errors in the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** No axe violation on what the page shows now, once it rests. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await objectionsOf(page)).toEqual([]);
}

export const laptop = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };
