import { z } from 'zod';
import { ask } from './ask.ts';
import { idSchema, line } from './basics.ts';
import { roleSchema } from './rights.ts';

export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,58}[a-z0-9]$/);
/** At least 10 characters; length is what counts (NIST SP 800-63B 5.1.1.2). */
export const passwordSchema = z.string().min(10).max(200);
export const pinSchema = z.string().regex(/^\d{4,8}$/);

export const userSchema = z.object({
  id: idSchema,
  username: usernameSchema,
  name: line(200).min(1),
  roles: z.array(roleSchema),
  active: z.boolean(),
  hasPassword: z.boolean(),
  hasPin: z.boolean(),
});
export type User = z.infer<typeof userSchema>;

const roles = z.array(roleSchema).min(1).max(10);

export const people = {
  list: ask('people.read').output(z.array(userSchema)),
  add: ask('people.manage')
    .input(z.object({ username: usernameSchema, name: line(200).min(1), roles, password: passwordSchema.optional() }))
    .output(userSchema),
  change: ask('people.manage')
    .input(
      z.object({
        id: idSchema,
        name: line(200).min(1).optional(),
        roles: roles.optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(userSchema),
  /** Own password (with the old one where there is one), or anyone's with people.manage. Ends that person's other sessions. */
  setPassword: ask('session')
    .input(z.object({ id: idSchema, oldPassword: z.string().max(1000).optional(), password: passwordSchema }))
    .output(userSchema),
  /** Own PIN for Ganti orang. Who has a password gives it: an open session alone must not open a second way in. */
  setPin: ask('session')
    .input(z.object({ pin: pinSchema, password: z.string().max(1000).optional() }))
    .output(userSchema),
};
