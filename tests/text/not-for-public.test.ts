import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidClosed } from '../../src-main/text/said-inside.ts';
import { closing, innocent, nots, passive, things } from './not-for-public.ts';

describe('ways to say that an event is not for the public', () => {
  it('are many', () => {
    expect(closing.length).toBeGreaterThanOrEqual(150);
    expect(innocent.length).toBeGreaterThanOrEqual(60);
  });
  it.each(closing)('%s', (words) => {
    expect(saidClosed([`Rapat TAPD, ${words}`])).not.toBeNull();
    expect(saidClosed([`Rapat TAPD (${words})`])).not.toBeNull();
    expect(saidClosed(['Acara', words.toUpperCase()])).not.toBeNull();
  });
  it('any no, any words between, and any making known', () => {
    const between = fc.constantFrom(
      '',
      'usah ',
      'perlu ',
      'boleh ',
      'dulu ',
      'sampai ',
      'untuk ',
      'utk ',
      'bisa ',
      'boleh dulu ',
      'usah dulu ',
      'akan ',
    );
    const behind = fc.constantFrom('', ' ya', ' dulu', ' pak', ' 🙏', '.', ' oleh siapa pun', ' sama sekali');
    fc.assert(
      fc.property(
        fc.constantFrom(...nots),
        between,
        fc.constantFrom(...passive),
        behind,
        fc.constantFrom('Rumjab, ', 'Rumjab ', '(', ''),
        (no, middle, verb, end, before) => {
          const text = `${before}${no} ${middle}${verb}${end}`;
          expect(saidClosed([text]), text).not.toBeNull();
        },
      ),
      { numRuns: 3000 },
    );
  });
  it('any no to those who would make it known', () => {
    const between = [
      '',
      'untuk ',
      'utk ',
      'ada ',
      'mengundang ',
      'undang ',
      'boleh ada ',
      'perlu undang ',
      'ke ',
      'melibatkan ',
      'untuk konsumsi ',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...nots),
        fc.constantFrom(...between),
        fc.constantFrom(...things),
        (no, middle, thing) => {
          const text = `Rapat TAPD, ${no} ${middle}${thing}`;
          expect(saidClosed([text]), text).not.toBeNull();
        },
      ),
      { numRuns: 2000 },
    );
  });
  it('said the other way round', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...things),
        fc.constantFrom(' ', ': ', ' ya ', ' memang ', ' mohon '),
        fc.constantFrom(
          'tidak',
          'tdk',
          'jangan',
          'jgn',
          'ga',
          'gak',
          'nggak',
          'belum',
          'blm',
          'dilarang',
          'di luar',
          'bukan',
        ),
        fc.constantFrom('', ' diundang', ' boleh masuk', ' dulu', ' perlu'),
        (thing, middle, no, end) => {
          const text = `Rapat TAPD, ${thing}${middle}${no}${end}`;
          expect(saidClosed([text]), text).not.toBeNull();
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('what says nothing of the kind', () => {
  it.each(innocent)('%s', (words) => {
    expect(saidClosed([words])).toBeNull();
  });
});
