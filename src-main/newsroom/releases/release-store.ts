import type { Id } from '../../contract/basics.ts';
import type { FrozenVersion, InfoClass, Release, ReleaseKind, ReleaseState } from '../../contract/release-nouns.ts';
import type { Guest } from '../../contract/releases.ts';

/** A release with what only the core needs. */
export interface ReleaseRecord extends Release {
  readonly schemaVersion: number;
  /** Last update that came in, late ones too; 0 before the first. */
  readonly textSeq: number;
  /** Up to here title, excerpt, words and guests were read from the text. */
  readonly digestSeq: number;
}

interface NewRelease {
  readonly id: Id;
  readonly eventId: Id | null;
  readonly kind: ReleaseKind;
  readonly infoClass: InfoClass;
  readonly title: string;
  readonly excerpt: string;
  readonly words: number;
  readonly schemaVersion: number;
  readonly createdBy: { readonly id: Id; readonly name: string };
  readonly at: string;
}

interface ReleaseFilter {
  readonly states: readonly ReleaseState[];
  readonly eventId?: Id | undefined;
  readonly createdBy?: Id | undefined;
  readonly search: string;
  /** Only what stands behind this one; an instant alone would lose those that were changed in the same one. */
  readonly before?: { readonly changedAt: string; readonly id: Id } | undefined;
  readonly limit: number;
  /**
   * For who reads only what was approved: releases with an approved version, found by its title and state, and whatever this
   * person began (null: nothing beside the approved ones).
   */
  readonly approvedBut?: Id | null | undefined;
}

/** One Yjs update as it came. */
interface NewUpdate {
  readonly releaseId: Id;
  readonly workingVersion: number;
  /** Came after the text was locked: waits outside of the text until it is admitted. */
  readonly late: boolean;
  readonly data: Uint8Array;
  readonly userId: Id;
  readonly userName: string;
  readonly origin: string;
  readonly schemaVersion: number;
  readonly at: string;
}

export interface StoredUpdate {
  readonly seq: number;
  readonly data: Uint8Array;
}

export interface ReleaseStore {
  get(id: Id): Promise<ReleaseRecord | null>;
  /** Newest change first. */
  list(filter: ReleaseFilter): Promise<ReleaseRecord[]>;
  insert(release: NewRelease): Promise<void>;
  /** Changes what surrounds the text, raises `version`, notes who and when. */
  change(
    id: Id,
    fields: {
      readonly kind?: ReleaseKind | undefined;
      readonly state?: ReleaseState | undefined;
      readonly infoClass?: InfoClass | undefined;
      readonly embargoUntil?: string | null | undefined;
      readonly workingVersion?: number | undefined;
    },
    by: { readonly name: string; readonly at: string },
  ): Promise<void>;
  /** The newest approved version has left the house: `approved` becomes `distributed`; any other state stays. */
  markDistributed(id: Id, version: number): Promise<void>;
  /** What the text says, for lists; does not raise `version`. */
  setDigest(
    id: Id,
    digest: { readonly seq: number; readonly title: string; readonly excerpt: string; readonly words: number },
    guests: readonly Guest[],
    at: string,
  ): Promise<void>;

  /** Appends and gives its seq; the same bytes a second time give the seq of the first. */
  appendUpdate(update: NewUpdate): Promise<{ seq: number; fresh: boolean }>;
  /** Newest snapshot and the updates after it: together the text. Waiting late updates are left out. */
  text(id: Id): Promise<{ snapshot: StoredUpdate | null; updates: StoredUpdate[] }>;
  /** The same as plain updates, ready for `freeze`. */
  textUpdates(id: Id): Promise<Uint8Array[]>;
  /** Updates of the text after `seq`, in order. */
  updatesAfter(id: Id, seq: number): Promise<StoredUpdate[]>;
  /** Late updates that still wait. */
  lateUpdates(id: Id): Promise<(StoredUpdate & { userId: Id; userName: string; at: string })[]>;
  /** Makes everything that waited part of the text: when a release is returned or a new version is begun. */
  admitLate(id: Id): Promise<void>;
  /** How many updates there are after the newest snapshot, and the last seq a snapshot may hold. */
  snapshotDue(id: Id): Promise<{ count: number; upTo: number }>;
  addSnapshot(id: Id, seq: number, data: Uint8Array, at: string): Promise<void>;
  /** Who wrote in the text after `seq` (0 for everybody since the beginning). */
  writersAfter(id: Id, seq: number): Promise<{ userId: Id; userName: string }[]>;

  /** In order. */
  photoIds(id: Id): Promise<Id[]>;
  setPhotos(id: Id, photoIds: readonly Id[]): Promise<void>;
  /** Releases a photo stands in. */
  usingPhoto(photoId: Id): Promise<Id[]>;

  addVersion(version: {
    readonly releaseId: Id;
    readonly version: number;
    readonly number: string | null;
    /** Canonical JSON of the manifest. */
    readonly canonical: string;
    readonly contentHash: string;
    readonly approvedAt: string;
    readonly approvedBy: { readonly id: Id; readonly name: string };
  }): Promise<void>;
  /** The named version, or the newest approved one. */
  frozen(id: Id, version?: number): Promise<FrozenVersion | null>;
  /** Number of the newest approved version, null before the first; cheap enough to be asked in every commit of a send. */
  newestVersion(id: Id): Promise<number | null>;
  /** Newest first. */
  versions(id: Id): Promise<FrozenVersion[]>;

  /** Newest first, each name once. */
  guests(createdBy?: Id): Promise<Guest[]>;
}
