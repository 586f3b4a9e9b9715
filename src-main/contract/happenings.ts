import { z } from 'zod';
import { type Id, idSchema } from './basics.ts';
import type { Asks } from './rights.ts';

/**
 * What the core tells its pages. A happening carries no content, only what to look at again, so one that reaches a page
 * late or twice does no harm. `audience` says which right a session needs to hear of it.
 */
export const happeningSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('office.changed') }),
  z.object({ kind: z.literal('people.changed') }),
  z.object({ kind: z.literal('register.changed') }),
  z.object({ kind: z.literal('session.ended'), sessionId: idSchema }),
  z.object({ kind: z.literal('agenda.changed'), eventIds: z.array(idSchema) }),
  z.object({ kind: z.literal('release.changed'), releaseId: idSchema }),
  /** New Yjs updates up to `seq` are on disk. `origin` is the window that sent them. */
  z.object({ kind: z.literal('release.text'), releaseId: idSchema, seq: z.number().int(), origin: z.string() }),
  z.object({ kind: z.literal('photos.changed'), photoIds: z.array(idSchema), eventIds: z.array(idSchema) }),
  z.object({ kind: z.literal('import.progress'), importId: idSchema }),
  z.object({ kind: z.literal('delivery.changed'), releaseId: idSchema }),
  z.object({ kind: z.literal('partners.changed') }),
  z.object({ kind: z.literal('channels.changed') }),
  /** A backup began or ended; how far it is, is asked. */
  z.object({ kind: z.literal('backup.changed') }),
  /** Something was told to this person, or they have read it. Nobody else hears of it. */
  z.object({ kind: z.literal('notices.changed'), userId: idSchema }),
  /** Who is on duty, or who may decide in whose place. */
  z.object({ kind: z.literal('roster.changed') }),
]);
export type Happening = z.infer<typeof happeningSchema>;
export type HappeningKind = Happening['kind'];

export const audience: Readonly<Record<HappeningKind, Asks>> = {
  'office.changed': 'session',
  'people.changed': 'session',
  'register.changed': 'register.read',
  'session.ended': 'session',
  'agenda.changed': 'agenda.read',
  'release.changed': 'releases.read',
  'release.text': 'releases.drafts',
  'photos.changed': 'photos.read',
  'import.progress': 'photos.read',
  'delivery.changed': 'distribution.read',
  'partners.changed': 'partners.read',
  'channels.changed': 'distribution.read',
  'backup.changed': 'backup.manage',
  'notices.changed': 'session',
  'roster.changed': 'agenda.read',
};

/** Whether this person may hear of it at all, whatever their rights. */
export function isFor(happening: Happening, userId: Id): boolean {
  return !('userId' in happening) || happening.userId === userId;
}
