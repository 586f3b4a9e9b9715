import { doMainJob, publishedText } from '../harness/main-job.ts';
import { expect, test } from './test.ts';

test('the main job, from an empty folder to proof, in Chromium', async ({ page, core }, info) => {
  test.setTimeout(240_000);
  if (!publishedText().real) {
    info.annotations.push({ type: 'note', description: 'the published texts are not at hand; a short one stands in' });
  }
  await page.goto(core.openUrl);
  await doMainJob(page, core.url, info.outputPath('kerja'));
  expect(core.log()).not.toMatch(/Error|job .*:/);
});
