import { z } from 'zod';
import { passwordSchema, usernameSchema } from '../../contract/people.ts';
import { roleSchema } from '../../contract/rights.ts';
import type { Core } from '../../core.ts';
import { verifyAudit } from '../../newsroom/audit.ts';
import { makeBackup, newRecoveryCode, unlockVault } from '../../newsroom/backup/backup.ts';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import { addUser, setPassword } from '../../newsroom/people/people.ts';

/** What a command answers: values for the screen, or an expected refusal. */
export type Commanded = Outcome<unknown>;

const command = <I extends z.ZodType>(
  input: I,
  run: (core: Core, input: z.output<I>, signal?: AbortSignal) => Promise<Commanded>,
) => ({
  input,
  run,
});

/**
 * What whoever may read the data folder can do without a session: the same verbs as the page, as caller `system`. They stand
 * in the audit trail like everything else.
 */
export const commands = {
  'add-user': command(
    z.object({
      username: usernameSchema,
      name: z.string().trim().min(1).max(200),
      roles: z.array(roleSchema).min(1),
      password: passwordSchema.optional(),
    }),
    async (core, input) => {
      const added = await addUser(core.newsroom, 'system', input);
      return added.ok ? done({ username: added.value.username, roles: added.value.roles }) : added;
    },
  ),
  'list-users': command(z.object({}), async (core) =>
    done(
      (await core.newsroom.read((stores) => stores.users.all())).map(
        ({ username, name, roles, active, passwordHash }) => ({
          username,
          name,
          roles,
          active,
          hasPassword: passwordHash !== null,
        }),
      ),
    ),
  ),
  'reset-password': command(
    z.object({ username: usernameSchema, password: passwordSchema }),
    async (core, { username, password }) => {
      const user = await core.newsroom.read((stores) => stores.users.byUsername(username));
      if (!user) return refused('not_found', { name: username });
      const changed = await setPassword(core.newsroom, 'system', { id: user.id, password });
      return changed.ok ? done({ username }) : changed;
    },
  ),
  backup: command(z.object({ target: z.string().min(1) }), (core, input, signal) =>
    makeBackup(core.newsroom, 'system', input, signal),
  ),
  'recovery-code': command(z.object({}), (core) => newRecoveryCode(core.newsroom, 'system')),
  'unlock-vault': command(z.object({ code: z.string().min(1) }), (core, input) =>
    unlockVault(core.newsroom, 'system', input),
  ),
  'check-audit': command(z.object({}), async (core) => done(await verifyAudit(core.newsroom))),
} as const;

export type CommandName = keyof typeof commands;

/**
 * Checks the input and runs a command; used in this process and by the running core alike.
 * @param signal aborted when the command line went away
 */
export async function runCommand(core: Core, name: string, given: unknown, signal?: AbortSignal): Promise<Commanded> {
  if (!Object.hasOwn(commands, name)) return refused('not_found', { name });
  const { input, run } = commands[name as CommandName];
  const read = input.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refused('invalid', { detail: issue?.message ?? '' }, issue?.path.join('.'));
  }
  return (run as (core: Core, input: unknown, signal?: AbortSignal) => Promise<Commanded>)(core, read.data, signal);
}
