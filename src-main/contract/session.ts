import { z } from 'zod';
import { ask } from './ask.ts';
import { idSchema, instantSchema, languageSchema, line } from './basics.ts';
import { officeSchema } from './office-nouns.ts';
import { rightSchema, roleSchema } from './rights.ts';

/** Grows by one when a page built for the older contract can no longer work with the core. */
export const CONTRACT_VERSION = 1;

/** `device` of a session in Kulkul's own window; the page has words for it. */
export const DESKTOP_DEVICE = 'desktop';

export const meSchema = z.object({
  userId: idSchema,
  name: line(200),
  username: line(60),
  roles: z.array(roleSchema),
  rights: z.array(rightSchema),
  language: languageSchema,
  hasPassword: z.boolean(),
  hasPin: z.boolean(),
  /** Somebody typed it wrong too often, so that it was switched off; true until it is set anew. */
  pinTried: z.boolean(),
  /** In whose place they decide now (Plh.), and until when. */
  standsIn: z.array(z.object({ name: line(200), role: roleSchema, until: instantSchema })),
});
export type Me = z.infer<typeof meSchema>;

export const sessionSchema = z.object({
  id: idSchema,
  userId: idSchema,
  userName: line(200),
  /** What the person would recognise: `Chrome · Android`, DESKTOP_DEVICE for the window; may be empty. */
  device: line(200),
  startedAt: instantSchema,
  lastSeenAt: instantSchema,
  current: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

export const statusSchema = z.object({
  contractVersion: z.number().int(),
  /** `new`: no office yet. `signed_out`: an office, nobody signed in. */
  state: z.enum(['new', 'signed_out', 'signed_in']),
  /** First start needs the code printed where the server was started (office mode and browser mode). */
  needsSetupCode: z.boolean(),
  demo: z.boolean(),
  /** Public name of the office for the sign-in page. */
  officeName: line(300).nullable(),
  office: officeSchema.nullable(),
  me: meSchema.nullable(),
  /** People of this computer who may be chosen by one press: demo office, or a first office without passwords on this computer. */
  choose: z.array(
    z.object({ userId: idSchema, name: line(200), roles: z.array(roleSchema), needsPassword: z.boolean() }),
  ),
});
export type Status = z.infer<typeof statusSchema>;

export const session = {
  status: ask('nobody').output(statusSchema),
  /** Answers the same refusal for an unknown name and a wrong password; slowed after failures. */
  signIn: ask('nobody')
    .input(z.object({ username: line(60).min(1), password: z.string().max(1000) }))
    .output(statusSchema),
  /** One press for a person without a password, only where `choose` offered it. */
  signInAs: ask('nobody')
    .input(z.object({ userId: idSchema }))
    .output(statusSchema),
  signOut: ask('session').output(statusSchema),
  list: ask('session').output(z.array(sessionSchema)),
  /** Own sessions; those of others need people.manage. */
  end: ask('session')
    .input(z.object({ sessionId: idSchema }))
    .output(z.array(sessionSchema)),
  setLanguage: ask('session')
    .input(z.object({ language: languageSchema }))
    .output(meSchema),
  /** Ganti orang: who can act on this computer after giving their PIN: everybody at this computer, elsewhere who signed in with this browser. */
  switchable: ask('session').output(
    z.array(z.object({ userId: idSchema, name: line(200), roles: z.array(roleSchema) })),
  ),
  /** Refusals: not_allowed, pin_wrong, sign_in_slowed, pin_off (ten wrong ones in a row; until its owner signs in by password). */
  switchPerson: ask('session')
    .input(z.object({ userId: idSchema, pin: z.string().regex(/^\d{4,8}$/) }))
    .output(statusSchema),
};
