import { z } from 'zod';

/** `manifest.json` of a backup: what is in it, so that a restore can prove that nothing is missing or changed. */
export const manifestSchema = z.object({
  format: z.literal('kulkul-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  /** Schema number of the database. */
  schema: z.number().int(),
  secrets: z.enum(['recovery_code', 'typed_again']),
  /** What a row of the database names and no file was found for, inside the data folder. */
  missing: z.array(z.string()).default([]),
  /** Links that were not followed, inside the data folder. */
  links: z.array(z.string()).default([]),
  files: z.array(
    z.object({
      /** Inside the data folder, with `/`. */
      path: z.string().min(1),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestName = 'manifest.json';
export const readmeName = 'BACA SAYA.txt';
/** Where the data lies inside a backup. */
export const dataPrefix = 'data/';

/** What a person finds who opens a backup without knowing Kulkul. */
export function readme(manifest: Manifest): string {
  const code = manifest.secrets === 'recovery_code';
  return [
    `Cadangan Kulkul, dibuat ${manifest.madeAt}.`,
    'Memulihkan: npm run kulkul -- restore --from FOLDER-INI --into FOLDER-KOSONG, lalu npm start -- --data FOLDER-KOSONG.',
    code
      ? 'Kata sandi akun surel ikut tersimpan dalam keadaan terkunci; setelah dipulihkan, bukalah dengan kode pemulihan di Pengaturan.'
      : 'Kata sandi akun surel tidak ikut; setelah dipulihkan, isilah lagi di Pengaturan.',
    'Foto asli ada di data/Foto dan bisa dibuka langsung. Naskah ada di data/kulkul.db (SQLite).',
    '',
    `Backup of Kulkul, made ${manifest.madeAt}.`,
    'To restore: npm run kulkul -- restore --from THIS-FOLDER --into EMPTY-FOLDER, then npm start -- --data EMPTY-FOLDER.',
    code
      ? 'Passwords of mail accounts are in it, locked; after restoring, open them with the recovery code in the settings.'
      : 'Passwords of mail accounts are not in it; after restoring, type them again in the settings.',
    'The original photos are in data/Foto and can be opened as they are. The texts are in data/kulkul.db (SQLite).',
    '',
  ].join('\r\n');
}
