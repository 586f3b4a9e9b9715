import { z } from 'zod';

/**
 * Everything a caller can be allowed to do. A procedure, a raw route or a kind of happening names exactly one; which role
 * holds which is decided in one table, newsroom/access.ts. Finer questions (own draft, closed event) belong to the verb.
 */
export const rightSchema = z.enum([
  'agenda.read',
  'agenda.write',
  'agenda.duties', // report the state of one's own duty
  'holidays.write', // the office's list of holidays
  'roster.write', // piket; lending one's own right to decide is finer (newsroom/roster)
  'register.read',
  'register.write',
  'releases.read', // what is approved; more by releases.drafts
  'releases.drafts', // the working text as it is typed
  'releases.write', // draft, edit and submit
  'releases.edit', // edit and return drafts of others
  'releases.decide', // approve, correct and approve, return, reject
  'photos.read',
  'photos.write',
  'distribution.read',
  'distribution.send',
  'partners.read',
  'partners.write',
  'channels.manage',
  'people.read',
  'people.manage',
  'office.manage',
  'backup.manage',
  'audit.read',
]);
export type Right = z.infer<typeof rightSchema>;

export const roleSchema = z.enum([
  'protocol',
  'writer',
  'documentation',
  'editor',
  'channel_manager',
  'head',
  'final_approver',
  'contributor',
  'observer',
  'admin',
]);
export type Role = z.infer<typeof roleSchema>;

/** What a procedure asks of its caller: a right, only a session, or nothing (signing in, first start). */
export type Asks = Right | 'session' | 'nobody';
