// npm run kulkul -- <command>: what is done without a page. Talks to the core that runs on the data folder, else opens one itself.
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { roleSchema } from '../../contract/rights.ts';
import type { AuditVerified } from '../../newsroom/audit.ts';
import type { BackupMade } from '../../newsroom/backup/ports.ts';
import type { Outcome } from '../../newsroom/outcome.ts';
import { usualDataFolder } from '../../usual-data-folder.ts';
import { refusals as english } from '../../words/en/refusals.ts';
import { refusals as indonesian } from '../../words/id/refusals.ts';
import { type StartRefusal, sentence, startRefusals } from '../start-refusal.ts';
import { sendCommand } from './command-socket.ts';
import { type CommandName, runCommand } from './commands.ts';
import { lineFromInput } from './line-from-input.ts';

const program = new Command('kulkul')
  .description('Perintah Kulkul di luar halaman. / What is done in Kulkul without a page.')
  .option('--data <folder>', 'folder data / data folder')
  .option('--demo', 'kantor contoh / the sample office', false)
  .showHelpAfterError();

program
  .command('add-user')
  .description('tambah orang / add a person (kata sandi / password: --password-stdin)')
  .requiredOption('--username <name>')
  .requiredOption('--name <full name>')
  .addOption(new Option('--role <role...>').choices(roleSchema.options).makeOptionMandatory())
  .option('--password-stdin', 'baca kata sandi dari masukan standar / read the password from standard input', false)
  .action(async ({ username, name, role, passwordStdin }) => {
    const password = passwordStdin ? await passwordFromInput() : undefined;
    await tell(
      'add-user',
      { username, name, roles: role, password },
      () => `${username} ditambahkan. / ${username} was added.`,
    );
  });

program
  .command('list-users')
  .description('daftar orang / list people')
  .action(() =>
    tell(
      'list-users',
      {},
      (users: { username: string; name: string; roles: string[]; active: boolean; hasPassword: boolean }[]) =>
        users
          .map((user) =>
            [
              user.username,
              user.name,
              user.roles.join(','),
              user.active ? 'aktif' : 'nonaktif',
              user.hasPassword ? 'sandi' : 'tanpa-sandi',
            ].join('\t'),
          )
          .join('\n'),
    ),
  );

program
  .command('reset-password')
  .description('ganti kata sandi, dibaca dari masukan standar / reset a password, read from standard input')
  .requiredOption('--username <name>')
  .action(async ({ username }) => {
    const password = await passwordFromInput();
    await tell(
      'reset-password',
      { username, password },
      () =>
        `Kata sandi ${username} diganti, sesi lamanya berakhir. / The password of ${username} was changed, old sessions ended.`,
    );
  });

program
  .command('backup')
  .description('buat cadangan / make a backup: --to FOLDER | FILE.zip')
  .requiredOption('--to <place>')
  .action(({ to }) =>
    tell('backup', { target: resolve(to) }, (made: BackupMade) => {
      // who runs this by night looks only at how it ended
      if (made.missing > 0) process.exitCode = 1;
      return [
        ...(made.missing > 0
          ? [
              `TIDAK LENGKAP: ${made.missing} foto atau lampiran tidak ada berkasnya / NOT COMPLETE: ${made.missing} photos or attachments have no file:`,
              ...made.missingNames.map((name) => `  ${name}`),
            ]
          : []),
        ...made.links.map((link) => `Tautan tidak diikuti / link not followed: ${link}`),
        `Cadangan jadi / backup made: ${made.place} (${made.files} berkas / files, ${(made.bytes / 1e6).toFixed(1)} MB)`,
        made.secrets === 'recovery_code'
          ? 'Rahasia kembali dengan kode pemulihan. / Secrets come back with the recovery code.'
          : 'Kata sandi akun surel tidak ikut; buat kode pemulihan dulu bila perlu (recovery-code). / Passwords of mail accounts are not in it; make a recovery code first if you need them (recovery-code).',
      ].join('\n');
    }),
  );

program
  .command('restore')
  .description('pulihkan cadangan ke folder kosong / restore a backup into an empty folder')
  .requiredOption('--from <place>')
  .requiredOption('--into <folder>')
  .action(async ({ from, into }) => {
    const { restore } = await import('../../core.ts');
    const answer = await restore(resolve(from), resolve(into));
    if (!answer.ok) {
      const { code, detail } = answer.problem;
      return fail(`${restoreWords[code]} ${detail}`);
    }
    const { files, folder, madeAt, secrets } = answer.restored;
    say(
      [
        `Pulih dan terbukti utuh / restored and proven whole: ${files} berkas / files, ${madeAt} -> ${folder}`,
        'Semua sesi diakhiri; setiap orang masuk lagi. / All sessions were ended; everyone signs in again.',
        secrets === 'recovery_code'
          ? 'Buka rahasia / open the secrets: npm run kulkul -- unlock-vault'
          : 'Isi lagi kata sandi akun surel di Pengaturan. / Type the passwords of mail accounts again in the settings.',
      ].join('\n'),
    );
  });

program
  .command('recovery-code')
  .description('buat kode pemulihan baru / make a new recovery code')
  .action(() =>
    tell('recovery-code', {}, ({ code }: { code: string }) =>
      [
        code,
        'Catat dan simpan terpisah dari komputer ini; kode sebelumnya tidak berlaku lagi.',
        'Write it down and keep it away from this computer; the code before it no longer works.',
      ].join('\n'),
    ),
  );

program
  .command('unlock-vault')
  .description(
    'buka rahasia dengan kode pemulihan dari masukan standar / open the secrets with the recovery code from standard input',
  )
  .action(async () => {
    const code = await lineFromInput('Kode pemulihan / recovery code: ');
    await tell('unlock-vault', { code }, () => 'Terbuka. / Open.');
  });

program
  .command('check-audit')
  .description('periksa jejak audit / check the audit trail')
  .action(() =>
    tell('check-audit', {}, ({ lines, brokenAt, endChecked, anewAt }: AuditVerified) => {
      if (brokenAt !== null) {
        process.exitCode = 1;
        return `PUTUS di baris / BROKEN at line ${brokenAt} (${lines})`;
      }
      return [
        endChecked
          ? `Utuh / whole: ${lines} baris / lines`
          : `Utuh, UJUNG BELUM DIPERIKSA / whole, END NOT CHECKED: ${lines} baris / lines. Baris yang dipotong dari ujung tidak akan tampak; periksa dari aplikasi. / Lines cut off the end would not show; check in the app.`,
        ...(anewAt === null
          ? []
          : [
              `Tanda ujung dimulai lagi di baris ${anewAt}; potongan sebelum itu tidak akan tampak. / The mark of the end was begun anew at line ${anewAt}; a cut before it would not show.`,
            ]),
      ].join('\n');
    }),
  );

const restoreWords = {
  not_a_backup: 'Ini bukan cadangan Kulkul. / This is not a backup of Kulkul.',
  target_unusable:
    'Folder tujuan tidak bisa dipakai; tidak ada yang diubah. / The target folder cannot be used; nothing was changed.',
  disk_full: 'Disk penuh; tidak ada yang diubah. / The disk is full; nothing was changed.',
  not_empty: 'Folder tujuan tidak kosong; tidak ada yang diubah. / The folder is not empty; nothing was changed.',
  damaged: 'Cadangan ini rusak; tidak ada yang dipulihkan. / This backup is damaged; nothing was restored.',
  newer: 'Cadangan ini dari Kulkul yang lebih baru. / This backup is from a newer Kulkul.',
} as const;

await program.parseAsync();

/** Runs a command on the core of the data folder and says how it went. */
async function tell<T>(name: CommandName, input: unknown, words: (value: T) => string): Promise<void> {
  const { data, demo } = program.opts<{ data?: string; demo: boolean }>();
  const dataFolder = data ? resolve(data) : usualDataFolder(demo);
  const answer = (await sendCommand(dataFolder, name, input)) ?? (await inProcess(dataFolder, demo, name, input));
  if (answer === 'not opened') return;
  if (answer.ok) return say(words(answer.value as T));
  const { code, params, field } = answer.refusal;
  fail(
    [
      field ? `${field}: ` : '',
      indonesian[code](params),
      '\n',
      english[code](params),
      params.detail ? `\n(${params.detail})` : '',
    ].join(''),
  );
}

async function inProcess(
  dataFolder: string,
  demo: boolean,
  name: string,
  input: unknown,
): Promise<Outcome<unknown> | 'not opened'> {
  const { openCore } = await import('../../core.ts');
  const opened = await openCore({ dataFolder, demo, dataKey: null, setupCode: '' });
  if (!opened.ok) {
    const refusal = opened.refusal as StartRefusal;
    fail(`${sentence(refusal, 'id')}\n${sentence(refusal, 'en')}`, startRefusals[refusal.code].exit);
    return 'not opened';
  }
  try {
    return await runCommand(opened.core, name, input);
  } finally {
    await opened.core.stop();
  }
}

function passwordFromInput(): Promise<string> {
  return lineFromInput('Kata sandi (tidak tampak) / password (not shown): ', { hidden: true });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(text: string, code = 1): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = code;
}
