import { z } from 'zod';

/** What the list shows; part of the address, so that a pasted link shows the same. */
export const shownKinds = ['semua', 'saya', 'ditulis', 'acc', 'disetujui', 'dicabut'] as const;
export type Shown = (typeof shownKinds)[number];

export const listSearchSchema = z.object({
  tampil: z.enum(shownKinds).default('semua').catch('semua'),
  cari: z.string().max(100).default('').catch(''),
});
