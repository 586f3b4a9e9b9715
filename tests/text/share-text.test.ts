import { describe, expect, it } from 'vitest';
import { LONGEST_SHARE_ADDRESS, shareAddress, shareText } from '../../src-main/text/share-text.ts';

const link = 'https://prokopim.denpasar.example/berita/rilis/2025-11-20-pasar-9f3k2.html';
const messageOf = (url: string) => decodeURIComponent(url.replace('https://wa.me/?text=', ''));

describe('the text for WhatsApp', () => {
  it('has greeting, title in bold, lead and link', () => {
    expect(
      shareText({ greeting: ' Yth. rekan media, ', title: 'Pasar Dibuka', lead: 'DENPASAR – Pasar dibuka.', link }),
    ).toBe(`Yth. rekan media,\n\n*Pasar Dibuka*\n\nDENPASAR – Pasar dibuka.\n\n${link}`);
  });

  it('leaves out what is not there', () => {
    expect(shareText({ greeting: '', title: 'Pasar Dibuka', lead: '', link: null })).toBe('*Pasar Dibuka*');
  });

  it('cannot be broken out of by a title with marks', () => {
    const [line = ''] = shareText({ greeting: '', title: '*Gratis* untuk _warga_', lead: '', link: null }).split('\n');
    expect(line.slice(1, -1)).not.toMatch(/[*_]/);
  });
});

describe('the address that opens WhatsApp', () => {
  it('carries a short text whole', () => {
    const { url, shortened } = shareAddress('Halo & selamat pagi? #1', link);
    expect({ text: messageOf(url), shortened }).toEqual({ text: 'Halo & selamat pagi? #1', shortened: false });
  });

  it.each([
    ['plain words', 'kata '.repeat(900)],
    ['letters that take many bytes', 'é'.repeat(3000)],
    ['emoji', '👨‍👩‍👧 '.repeat(400)],
  ])('is cut below the limit, and keeps the link: %s', (_, body) => {
    const { url, shortened } = shareAddress(`*Judul*\n\n${body}\n\n${link}`, link);
    expect(shortened).toBe(true);
    expect(url.length).toBeLessThanOrEqual(LONGEST_SHARE_ADDRESS);
    expect(messageOf(url).startsWith('*Judul*')).toBe(true);
    expect(messageOf(url).endsWith(`…\n\n${link}`)).toBe(true);
    expect(messageOf(url).isWellFormed()).toBe(true);
  });

  it('survives half an emoji', () => {
    expect(() => shareAddress('a\ud83d b', null)).not.toThrow();
  });
});
