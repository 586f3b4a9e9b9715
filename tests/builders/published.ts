import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { pageStem } from '../../src-main/newsroom/distribution/site-address.ts';
import type {
  SiteEntry,
  SitePhoto,
  SiteRelease,
  SiteSettings,
} from '../../src-main/newsroom/distribution/site-port.ts';
import { done } from '../../src-main/newsroom/outcome.ts';

/** An id that is a ULID: `01JD000000000000000000000A` with a number in it. */
export function ulidOf(number: number): string {
  return `01JD00000000000000000${String(number).padStart(5, '0')}`;
}

export function siteSettings(folder: string, change: Partial<SiteSettings> = {}): SiteSettings {
  return {
    folder,
    baseUrl: 'https://prokopim.denpasar.example/berita/',
    siteId: ulidOf(1),
    title: 'Ruang Berita Denpasar',
    description: 'Siaran pers, foto, dan kontak media Pemerintah Kota Denpasar.',
    unit: 'Bagian Protokol dan Komunikasi Pimpinan',
    city: 'Denpasar',
    zone: 'Asia/Makassar',
    accent: '#9b2226',
    boilerplate: 'Bagian Prokopim melayani keprotokolan dan komunikasi pimpinan Pemerintah Kota Denpasar.',
    contact: 'Prokopim Denpasar\nprokopim@denpasar.example',
    logo: null,
    agenda: null,
    ...change,
  };
}

/** @param number makes id, title and hour different; a greater one is newer */
export function siteEntry(number: number, change: Partial<SiteEntry> = {}): SiteEntry {
  const day = `2025-11-${String(1 + (number % 28)).padStart(2, '0')}`;
  const title = change.title ?? `Wali Kota Resmikan Pasar Rakyat ${number}`;
  const releaseId = ulidOf(100 + number);
  const at = new Date(Date.UTC(2025, 10, 1, 0, 0, 0) + number * 3_600_000).toISOString();
  return {
    releaseId,
    stem: pageStem(day, title, releaseId),
    version: 1,
    contentHash: String(number).padStart(64, 'a'),
    number: null,
    kind: 'rilis_kegiatan',
    title,
    dateline: 'DENPASAR',
    lead: 'DENPASAR – Wali Kota Denpasar meresmikan pasar rakyat yang selesai direvitalisasi, Kamis (20/11/2025).',
    publishedAt: at,
    updatedAt: at,
    correction: 0,
    ...change,
  };
}

export function siteRelease(change: Partial<SiteRelease> = {}): SiteRelease {
  return {
    bodyHtml:
      '<p><strong>DENPASAR</strong> – Wali Kota meresmikan pasar.</p>\n<blockquote><p>“Terima kasih,” ujarnya.</p></blockquote>\n',
    photos: [],
    ...change,
  };
}

/** A photo of the site whose JPEG is made from a picture on disk. `made` counts how often it had to be. */
export function sitePhoto(source: string | Buffer, change: Partial<SitePhoto> = {}): SitePhoto & { made: number } {
  const photo = {
    key: 'foto',
    caption: 'Wali Kota menggunting pita, Kamis (20/11/2025).',
    credit: 'Prokopim Denpasar',
    alt: 'Wali Kota menggunting pita',
    ...change,
    made: 0,
    async file(side: 1600 | 640) {
      photo.made++;
      const { data, info } = await sharp(source)
        .rotate()
        .resize(side, side, { fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality: 82 })
        .toBuffer({ resolveWithObject: true });
      const path = join(await mkdtemp(join(tmpdir(), 'kulkul-foto-')), 'foto.jpg');
      await writeFile(path, data);
      return done({ path, width: info.width, height: info.height });
    },
  };
  return photo;
}
