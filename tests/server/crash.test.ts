import { expect, it } from 'vitest';
import { soak } from '../crash/soak.ts';

it('loses nothing acknowledged and sends nothing twice over eight kills', async () => {
  const report = await soak(8, 20251120);
  // a soak in which nothing was under way would pass without having looked at anything
  expect(report.acknowledgedWords).toBeGreaterThan(20);
  expect(report.acknowledgedPhotos).toBeGreaterThan(3);
  expect(report.approvals).toBeGreaterThan(3);
  expect(report.mails).toBeGreaterThan(20);
}, 180_000);
