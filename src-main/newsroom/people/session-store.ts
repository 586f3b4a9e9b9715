import type { Id } from '../../contract/basics.ts';

export interface SessionRecord {
  readonly id: Id;
  readonly userId: Id;
  /** SHA-256 of the token in the cookie; the token itself is nowhere on disk. */
  readonly tokenHash: string;
  readonly device: string;
  /** Where it was opened: on the desktop of this computer, or in a browser. */
  readonly place: 'desktop' | 'browser';
  readonly startedAt: string;
  readonly lastSeenAt: string;
}

export interface SessionStore {
  insert(session: SessionRecord): Promise<void>;
  byTokenHash(tokenHash: string): Promise<SessionRecord | null>;
  byId(id: Id): Promise<SessionRecord | null>;
  ofUser(userId: Id): Promise<SessionRecord[]>;
  all(): Promise<SessionRecord[]>;
  seen(id: Id, at: string): Promise<void>;
  /** Ganti orang: the same session, another person. */
  setUser(id: Id, userId: Id): Promise<void>;
  remove(id: Id): Promise<void>;
  removeOfUser(userId: Id, except: Id | null): Promise<Id[]>;
  removeIdle(before: string): Promise<number>;
  /** Notes that this person signed in with this browser. @param deviceHash SHA-256 of its cookie */
  rememberOn(deviceHash: string, userId: Id, at: string): Promise<void>;
  /** Who signed in with this browser. */
  knownOn(deviceHash: string): Promise<Id[]>;
  /** Forgets who has not signed in with a browser since this instant. */
  forgetDevices(before: string): Promise<void>;
}
