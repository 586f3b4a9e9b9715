import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { walkTheDay } from '../harness/daily-path.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

const hand = { viewport: phone, hasTouch: true, isMobile: true };
test.use(hand);

test('the daily path on two phones, by touch: pasted, moved in four taps, covered, and printed for tomorrow', async ({
  page,
  office,
  browser,
}) => {
  test.slow();
  // somebody who was there before the agenda came, with a name of people
  const { me } = await (await office.person('documentation')).rpc.session.status();
  const name = 'Made Dwipayana';
  await office.founder.rpc.people.change({ id: me?.userId ?? '', name });
  const other = await browser.newContext(hand);
  const pages: Record<'protocol' | 'photographer', Page> = { protocol: page, photographer: await other.newPage() };
  const roles = { protocol: 'protocol', photographer: 'documentation' } as const;
  const { presses } = await walkTheDay(
    {
      async open(who, path) {
        await office.open(pages[who], roles[who], path);
        return pages[who];
      },
      press: (target) => target.tap(),
      async paste(on, text) {
        await on.getByRole('button', { name: 'Tempel apa saja' }).tap();
        await on.getByLabel('Pesan agenda dari WhatsApp').fill(text);
      },
      async download(on, act) {
        const coming = on.waitForEvent('download');
        await act();
        const file = await coming;
        return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
      },
      async look(on, name) {
        expect(await on.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(phone.width);
        await expectAccessible(on);
        await on.screenshot({ path: test.info().outputPath(`${name}.png`) });
      },
    },
    name,
  );
  test.info().annotations.push({ type: 'taps', description: JSON.stringify(presses) });
  expect(Math.max(...presses)).toBeLessThanOrEqual(4);
  await other.close();
});
