import { z } from 'zod';
import { ask } from './ask.ts';
import { idSchema, line } from './basics.ts';

/** The address part only, `nama@media.example`: trimmed, at most 254 octets (RFC 5321 4.5.3.1.3), no quoted local parts. */
export const emailSchema = z
  .string()
  .trim()
  .max(254)
  .regex(
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/,
  );

export const outletKinds = ['online', 'print', 'tv', 'radio', 'agency', 'other'] as const;

/** Media Mitra. */
export const outletSchema = z.object({
  id: idSchema,
  name: line(200).min(1),
  kind: z.enum(outletKinds),
  city: line(100),
  website: line(300),
  note: line(1000),
  active: z.boolean(),
  version: z.number().int(),
});
export type Outlet = z.infer<typeof outletSchema>;

/** Wartawan, or a desk of an outlet (`Redaksi`). */
export const journalistSchema = z.object({
  id: idSchema,
  name: line(200).min(1),
  email: emailSchema,
  phone: line(40),
  outletId: idSchema.nullable(),
  /** Post or beat: `Redaksi`, `Pemerintahan`. */
  desk: line(100),
  note: line(1000),
  /** Inactive journalists get nothing and stay in the ledger. */
  active: z.boolean(),
  version: z.number().int(),
});
export type Journalist = z.infer<typeof journalistSchema>;

/** Grup: journalists that get releases by e-mail, or a WhatsApp group that a person shares to by hand. */
export const groupSchema = z.object({
  id: idSchema,
  name: line(200).min(1),
  kind: z.enum(['email', 'whatsapp']),
  /** Journalists of an e-mail group (each mail still addressed to one of them); empty for a WhatsApp group. */
  memberIds: z.array(idSchema).max(2000),
  note: line(1000),
  version: z.number().int(),
});
export type Group = z.infer<typeof groupSchema>;

const versioned = z.object({ id: idSchema, version: z.number().int() });
const outletFields = outletSchema.omit({ id: true, version: true, active: true });
const journalistFields = journalistSchema.omit({ id: true, version: true, active: true });
const groupFields = groupSchema.omit({ id: true, version: true });

/** One pasted line, understood or not. Nothing is kept before a person says so. */
export const pastedJournalistSchema = z.object({
  line: z.number().int(),
  text: z.string(),
  name: z.string(),
  email: z.string(),
  outlet: z.string(),
  /** `known`: the address is in the register; `twice`: it stands above in the same paste; `unreadable`: no address found. */
  verdict: z.enum(['new', 'known', 'twice', 'unreadable']),
});
export type PastedJournalist = z.infer<typeof pastedJournalistSchema>;

export const partners = {
  outlets: ask('partners.read').output(z.array(outletSchema)),
  addOutlet: ask('partners.write')
    .input(outletFields.partial({ kind: true, city: true, website: true, note: true }))
    .output(outletSchema),
  changeOutlet: ask('partners.write')
    .input(versioned.extend(outletFields.partial().shape).extend({ active: z.boolean().optional() }))
    .output(outletSchema),
  journalists: ask('partners.read').output(z.array(journalistSchema)),
  addJournalist: ask('partners.write')
    .input(journalistFields.partial({ phone: true, outletId: true, desk: true, note: true }))
    .output(journalistSchema),
  changeJournalist: ask('partners.write')
    .input(versioned.extend(journalistFields.partial().shape).extend({ active: z.boolean().optional() }))
    .output(journalistSchema),
  groups: ask('partners.read').output(z.array(groupSchema)),
  addGroup: ask('partners.write')
    .input(groupFields.partial({ kind: true, memberIds: true, note: true }))
    .output(groupSchema),
  changeGroup: ask('partners.write')
    .input(versioned.extend(groupFields.omit({ kind: true }).partial().shape))
    .output(groupSchema),
  removeGroup: ask('partners.write')
    .input(versioned)
    .output(z.object({ id: idSchema })),
  /** Reads lines `Nama <alamat>, Media` and shows what each would become. Keeps nothing. */
  readPaste: ask('partners.write')
    .input(z.object({ text: z.string().max(200_000) }))
    .output(z.array(pastedJournalistSchema)),
  /** Adds the journalists a person accepted; outlets that are not known by name yet are added too. Known addresses are left as they are. */
  addPasted: ask('partners.write')
    .input(
      z.object({
        journalists: z
          .array(z.object({ name: line(200).min(1), email: emailSchema, outlet: line(200) }))
          .min(1)
          .max(2000),
        groupId: idSchema.nullable().default(null),
      }),
    )
    .output(z.object({ added: z.number().int(), known: z.number().int(), outletsAdded: z.number().int() })),
};
