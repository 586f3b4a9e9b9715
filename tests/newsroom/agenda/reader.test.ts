import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AgendaReading, Proposal, Span } from '../../../src-main/contract/agenda-reading.ts';
import type { Setting } from '../../../src-main/newsroom/agenda/reader/draft.ts';
import { overItsDays } from '../../../src-main/newsroom/agenda/reader/over-days.ts';
import { readAgenda } from '../../../src-main/newsroom/agenda/reader/read-agenda.ts';

const folder = join(import.meta.dirname, '../../fixtures/agenda');
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const setting: Setting = { today: '2025-11-19', zone: 'Asia/Makassar', leaders: [], agencies: [] };

/** What a person checks with the eye: values, and for each the words it was read from. */
function shown(text: string, reading: AgendaReading) {
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(span.start, span.end)).join(' + ');
  const field = (piece: { value: unknown; spans: Span[] } | null) =>
    piece ? [piece.value, words(piece.spans)] : undefined;
  return {
    proposals: reading.proposals.map((proposal: Proposal) => ({
      day: field(proposal.day),
      start: field(proposal.startClock),
      end: field(proposal.endClock),
      openEnd: field(proposal.openEnd),
      zone: proposal.zone.value,
      title: field(proposal.title),
      kind: proposal.kind?.value,
      venue: field(proposal.venue),
      organizer: field(proposal.organizer),
      dress: field(proposal.dressCode),
      companions: field(proposal.companions),
      act: proposal.act.value === 'add' ? undefined : field(proposal.act),
      was: Object.values(proposal.was).some(Boolean) ? Object.values(proposal.was).map(field) : undefined,
      reason: field(proposal.reason),
      transit: field(proposal.transitRoom),
      officer: field(proposal.protocolOfficer),
      contact: field(proposal.contact),
      speech: field(proposal.speech),
      rundown: field(proposal.rundown),
      crew: field(proposal.crew),
      visit: field(proposal.visit),
      note: field(proposal.note),
      press: field(proposal.pressAccess),
      release: field(proposal.releaseNeeded),
      tentative: field(proposal.tentative),
      leaders: proposal.leaders.map((leader) =>
        [leader.called, leader.answer, leader.delegateName].filter((part) => part && part !== 'unknown').join(' / '),
      ),
      doubts: proposal.doubts.map((doubt) => doubt.code),
      notUnderstood: proposal.notUnderstood.map((span) => words([span])),
    })),
    newLeaders: reading.newLeaders.map((leader) => (leader.name ? `${leader.called} = ${leader.name}` : leader.called)),
    notUnderstood: reading.notUnderstood.map((span) => words([span])),
  };
}

describe('pasted agendas are read as a person would', () => {
  it('has at least twelve of them', () => expect(fixtures.length).toBeGreaterThanOrEqual(12));
  for (const name of fixtures) {
    it(name, async () => {
      const text = readFileSync(join(folder, name), 'utf8');
      const found = `${JSON.stringify(shown(text, readAgenda(text, setting)), null, 1)}\n`;
      await expect(found).toMatchFileSnapshot(join(folder, name.replace('.txt', '.expected.json')));
    });
    it(`${name}: nothing but separators and passed-over words is left without a colour`, () => {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(uncoloured(text, readAgenda(text, setting))).toEqual([]);
    });
  }
});

it('a day that no calendar has is not today, for none of the lines under it', () => {
  const text = 'Jumat 31 Februari 2026\n08.00 Apel\n\n10.00 WITA | Rapat\n\n3 Maret 2026\n09.00 Upacara';
  const { proposals } = readAgenda(text, setting);
  expect(proposals.map((one) => [one.title?.value, one.day?.value ?? null, one.doubts[0]?.code])).toEqual([
    ['Apel', null, 'day_impossible'],
    ['Rapat', null, 'day_impossible'],
    ['Upacara', '2026-03-03', undefined],
  ]);
});

/** Words of the text that no part of the reading accounts for: what was guessed away silently. */
function uncoloured(text: string, reading: AgendaReading): string[] {
  const covered = new Array<boolean>(text.length).fill(false);
  const cover = (spans: readonly Span[]) => {
    for (const span of spans) covered.fill(true, span.start, span.end);
  };
  cover(reading.passedOver);
  cover(reading.headings);
  cover(reading.notUnderstood);
  for (const proposal of reading.proposals) {
    for (const part of [...Object.values(proposal), ...Object.values(proposal.was)]) {
      if (part && typeof part === 'object' && 'spans' in part) cover(part.spans as Span[]);
    }
    cover(proposal.notUnderstood);
    for (const leader of proposal.leaders) cover([...leader.spans, ...leader.delegateSpans]);
    for (const doubt of proposal.doubts) cover(doubt.spans);
  }
  let left = '';
  for (let i = 0; i < text.length; i++) left += covered[i] ? '\n' : text[i];
  // Labels and joining words are structure: what they introduce is coloured.
  const structure =
    /^(?:pkl|pukul|jam|wita|wib|wit|s|d|sd|sampai|di|hari|tanggal|waktu|tempat|lokasi|penyelenggara|pakaian|pendamping|diwakili|disposisi|acara|pimpinan|status|menit|hadir|dan|sambutan|liputan|pic|protokol|narahubung|no|hp|sebab|[a-z0-9]{1,2}|\d{1,3})$/iu;
  return left.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !structure.test(word));
}

describe('the register', () => {
  const leaders = [
    {
      id: '01JD000000000000000000000A',
      name: 'I Gusti Ngurah Jaya Negara',
      position: 'Wali Kota Denpasar',
      shortPosition: 'Wali Kota',
      shortName: 'Jaya Negara',
    },
    {
      id: '01JD000000000000000000000B',
      name: 'I Kadek Agus Arya Wibawa',
      position: 'Wakil Wali Kota Denpasar',
      shortPosition: 'Wakil Wali Kota',
      shortName: 'Arya Wibawa',
    },
    {
      id: '01JD000000000000000000000C',
      name: 'Ida Bagus Alit Wiradana',
      position: 'Sekretaris Daerah Kota Denpasar',
      shortPosition: 'Sekda',
      shortName: 'Alit Wiradana',
    },
  ];
  const read = (text: string) => readAgenda(text, { ...setting, leaders });
  const who = (text: string) => read(text).proposals[0]?.leaders.map((leader) => leader.officialId?.at(-1));

  it('is known by position, short form, nickname of the post and name', () => {
    const item = '\n1. 08.00 WITA Apel di Lapangan Lumintang';
    expect(who(`WALIKOTA DENPASAR${item}`)).toEqual(['A']);
    expect(who(`Wawali${item}`)).toEqual(['B']);
    expect(who(`Bpk. Sekda${item}`)).toEqual(['C']);
    expect(who(`I Gusti Ngurah Jaya Negara:${item}`)).toEqual(['A']);
    expect(who(`*WALI KOTA & WAKIL WALI KOTA*${item}`)).toEqual(['A', 'B']);
  });
  it('knows who stands in', () => {
    const leader = read('WALI KOTA\n1. 08.00 WITA Apel\n➡ Diwakili: Sekda').proposals[0]?.leaders[0];
    expect(leader).toMatchObject({ answer: 'delegated', delegateName: 'Sekda', delegateId: leaders[2]?.id });
  });
  it('does not take an acting head for the head', () => {
    const reading = read('Plt. WALI KOTA\n1. 08.00 WITA Apel');
    expect(reading.newLeaders.map((leader) => leader.called)).toEqual(['Plt. Wali Kota']);
  });
  it('takes the leader named before the title', () => {
    const proposal = read('08.00 WITA Wali Kota menghadiri Musrenbang di Aula Kecamatan').proposals[0];
    expect(proposal?.title?.value).toBe('Musrenbang');
    expect(proposal?.leaders[0]?.officialId).toBe(leaders[0]?.id);
  });
});

describe('years and days', () => {
  const day = (text: string, today: string) => readAgenda(text, { ...setting, today }).proposals[0];
  it('a missing year is the nearest, and the weekday decides', () => {
    expect(day('2 Januari\n08.00 WITA Apel', '2025-12-30')?.day).toMatchObject({ value: '2026-01-02', assumed: true });
    expect(day('30 Desember\n08.00 WITA Apel', '2026-01-03')?.day?.value).toBe('2025-12-30');
    expect(day('Kamis, 20 November\n08.00 WITA Apel', '2026-11-19')?.day?.value).toBe('2025-11-20');
  });
  it('no day at all is today, and says so', () => {
    const proposal = day('08.00 WITA Apel', '2025-11-19');
    expect(proposal?.day).toEqual({ value: '2025-11-19', spans: [], assumed: true });
    expect(proposal?.doubts.map((doubt) => doubt.code)).toContain('day_assumed');
  });
  it('one event under a line of several days ends on the last of them, several do not', () => {
    const form = 'Tanggal : 20 s.d. 22 November 2025\nPukul : 09.00 - 21.00 WITA\nAcara : Pameran UMKM';
    const ends = (text: string) =>
      overItsDays(readAgenda(text, { ...setting, today: '2025-11-19' })).proposals.map(({ endDay }) => endDay);
    expect(ends(form)).toEqual(['2025-11-22']);
    expect(ends('20-22 November 2025\n09.00-10.00 Apel\n11.00-12.00 Rapat')).toEqual(['2025-11-20', '2025-11-20']);
  });
  it('a range of days takes the first, and says so', () => {
    const doubts = day('20 s.d. 22 November 2025\n08.00 WITA Pameran', '2025-11-19')?.doubts;
    expect(doubts).toContainEqual(expect.objectContaining({ code: 'several_days', params: { until: '2025-11-22' } }));
  });
});

describe('what a notice leaves as it was', () => {
  const read = (text: string) =>
    readAgenda(`PERUBAHAN AGENDA\nKamis, 20 November 2025\nPawai Budaya\n${text}`, setting);
  it('is no name of a place', () => {
    for (const word of ['tetap', 'Tetap.', 'masih sama', 'tidak berubah', 'seperti semula', 'unchanged']) {
      const text = `Waktu: 09.30 WITA\nTempat: ${word}\nPakaian: ${word}`;
      const [proposal] = read(text).proposals;
      expect(proposal).toMatchObject({ venue: null, dressCode: null, notUnderstood: [] });
    }
    expect(read('Waktu: 09.30 WITA\nTempat: Hotel Tetap Jaya').proposals[0]?.venue?.value).toBe('Hotel Tetap Jaya');
  });
  it('and what is new stands without its arrow', () => {
    expect(read('Waktu: tetap\nTempat: ~Graha~ → *Lapangan Lumintang*').proposals[0]).toMatchObject({
      venue: { value: 'Lapangan Lumintang' },
      startClock: null,
      notUnderstood: [],
    });
  });
});

describe('a day far away', () => {
  const codes = (text: string) => {
    const doubts = readAgenda(`${text}\n1. 08.00 WITA Apel`, setting).proposals[0]?.doubts ?? [];
    return doubts.filter((doubt) => doubt.code.startsWith('day_')).map((doubt) => doubt.code);
  };
  it('is asked about: its year may be wrong', () => {
    expect(codes('Senin, 20 Oktober 2025')).toEqual([]); // 30 days past
    expect(codes('Minggu, 19 Oktober 2025')).toEqual(['day_long_past']);
    expect(codes('Kamis, 19 November 2026')).toEqual([]); // a year ahead
    expect(codes('Jumat, 20 November 2026')).toEqual(['day_far_ahead']);
  });
});

describe('any text', () => {
  it('never throws, whatever is cut off or mixed up, and every span lies inside', () => {
    const all = fixtures.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 300; round++) {
      const from = random(all.length);
      const cut = all.slice(from, from + random(400)) + all.slice(random(all.length)).slice(0, random(200));
      const text = cut
        .split('')
        .map((character) => (random(40) === 0 ? ':|()*~-–.,0\n👔'.charAt(random(14)) : character))
        .join('');
      for (const span of readAgenda(text, setting).proposals.flatMap((proposal) => [
        proposal.span,
        ...proposal.notUnderstood,
      ])) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  });
  it('long hostile lines take no long time', () => {
    const before = performance.now();
    for (const piece of ['(((((', 'wali kota, ', '08.00 - ', '1. ', 'di Graha ', 'a, ', '20 ', 'Kamis ', '~ ', ' ']) {
      readAgenda(`1. 08.00 WITA ${piece.repeat(20_000 / piece.length)}`, setting);
    }
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
