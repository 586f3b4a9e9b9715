import { expect, it } from 'vitest';
import { fixturesOf, share } from './measure.ts';

const say = (wrong: ReturnType<typeof share>['wrong']) =>
  wrong.map(
    (one) =>
      `${one.fixture} · ${one.event} · ${one.field}: ${JSON.stringify(one.expected)} <- ${JSON.stringify(one.read)}`,
  );

it('of the agendas it was written with, at least 95 of 100 fields are read as a person reads them', () => {
  const fixtures = fixturesOf('measured');
  const { right, all, wrong } = share(fixtures);
  console.log(`measured: ${right}/${all} = ${((100 * right) / all).toFixed(1)} % over ${fixtures.length} texts`);
  if (process.env.WRONG) console.log(say(wrong).join('\n'));
  expect(right / all, say(wrong).join('\n')).toBeGreaterThanOrEqual(0.95);
});

it('of agendas that were written after its last change, the share is told as it is', () => {
  const fixtures = fixturesOf('held-out');
  const { right, all, wrong } = share(fixtures);
  console.log(`held out: ${right}/${all} = ${((100 * right) / all).toFixed(1)} % over ${fixtures.length} texts`);
  if (process.env.WRONG) console.log(say(wrong).join('\n'));
  expect(fixtures.length).toBeGreaterThanOrEqual(8);
  expect(right / all, say(wrong).join('\n')).toBeGreaterThanOrEqual(0.9);
});
