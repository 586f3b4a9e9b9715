import { describe, expect, test } from 'vitest';
import { numbered, safeFileName, safeFolderName } from '../../src-main/adapters/files/safe-name.ts';

describe('a folder name from a title', () => {
  test.each([
    ['2025-11-20 Apel Pagi', '2025-11-20 Apel Pagi'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['..', 'cadangan'],
    ['...', 'cadangan'],
    ['', 'cadangan'],
    ['   ', 'cadangan'],
    ['Rapat/Audiensi: "Stunting"?', 'Rapat-Audiensi- Stunting'],
    ['C:\\Windows\\system32', 'C-Windows-system32'],
    ['Rapat.', 'Rapat'],
    ['Rapat . . ', 'Rapat'],
    ['CON', 'cadangan'],
    ['nul.', 'cadangan'],
    ['LPT1', 'cadangan'],
    ['COM¹', 'cadangan'],
    ['Konsol', 'Konsol'],
    ['Baris\nbaru\tdan\u0000nol', 'Baris baru dannol'],
    ['Peresmian 🎉 Taman', 'Peresmian 🎉 Taman'],
    ['e\u0301 dan \u00e9', 'é dan é'],
    ['foto\u202egpj.exe', 'fotogpj.exe'],
    ['nol\u200blebar\ufeff', 'nollebar'],
    ['雅加达 रैली', '雅加达 रैली'],
  ])('%j -> %j', (title, name) => {
    expect(safeFolderName(title, 'cadangan')).toBe(name);
  });

  test('is at most 180 bytes, cut between letters and never inside an emoji', () => {
    const name = safeFolderName('👨‍👩‍👧‍👦'.repeat(40), 'cadangan');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(name.length).toBeGreaterThan(0);
    expect([...name].every((sign) => /\p{Emoji}|\u200d/u.test(sign))).toBe(true);
    expect(Buffer.byteLength(safeFolderName('a'.repeat(5000), 'cadangan'))).toBe(180);
  });
});

describe('a file name from a name that was given', () => {
  test.each([
    ['IMG_0001.JPG', '.jpg', 'IMG_0001.JPG'],
    ['foto.jpeg', '.jpg', 'foto.jpeg'],
    ['DCIM/100CANON/IMG_1.JPG', '.jpg', 'IMG_1.JPG'],
    ['C:\\Users\\Made\\foto.png', '.png', 'foto.png'],
    ['../../../etc/cron.d/x.jpg', '.jpg', 'x.jpg'],
    ['..', '.jpg', 'foto.jpg'],
    ['.jpg', '.jpg', 'jpg.jpg'],
    ['.htaccess', '.jpg', 'htaccess.jpg'],
    ['con.jpg', '.jpg', 'foto.jpg'],
    ['AUX', '.png', 'foto.png'],
    ['gambar.png', '.jpg', 'gambar.jpg'],
    ['skrip.php', '.jpg', 'skrip.php.jpg'],
    ['foto.jpg.exe', '.jpg', 'foto.jpg.exe.jpg'],
    ['WhatsApp Image 2025-11-20 at 09.12.33.jpeg', '.jpg', 'WhatsApp Image 2025-11-20 at 09.12.33.jpeg'],
    ['a'.repeat(400), '.webp', `${'a'.repeat(180)}.webp`],
    ['foto::$DATA.jpg', '.jpg', 'foto-$DATA.jpg'],
  ])('%j -> %j %j', (given, extension, name) => {
    expect(safeFileName(given, extension, 'foto')).toBe(name);
  });

  test('a number goes before the extension', () => {
    expect(numbered('IMG_1.JPG', 1)).toBe('IMG_1.JPG');
    expect(numbered('IMG_1.JPG', 2)).toBe('IMG_1 (2).JPG');
    expect(numbered('tanpa', 3)).toBe('tanpa (3)');
  });
});
