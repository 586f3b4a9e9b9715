import { doMainJob } from '../harness/main-job.ts';
import { test } from './test.ts';

test('the main job, from an empty folder to proof, in the window', async ({ desktop }, info) => {
  test.setTimeout(240_000);
  await doMainJob(desktop.page, 'app://kulkul', info.outputPath('kerja'));
});
