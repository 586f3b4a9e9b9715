import type { Id } from '../../contract/basics.ts';
import type { Photo } from '../../contract/photo-nouns.ts';

/** A photo as it is kept: what pages see, and where the original lies. */
export interface StoredPhoto extends Photo {
  /** Relative path of the original; stored once, never computed again. */
  readonly path: string;
  readonly addedById: Id;
}

export type NewPhoto = Omit<StoredPhoto, 'eventIds' | 'position' | 'version'>;

/** Which photos a caller may see at all. */
export interface PhotoSight {
  /** Only those this person added. */
  readonly addedById: Id | null;
  /** None that is shown with an event closed to the press, or stands in a release about one. */
  readonly openOnly: boolean;
}

export interface PhotoStore {
  /** In the order of `ids`; those that are not there are left out. `position` is that of the photo's own event. */
  byIds(ids: readonly Id[]): Promise<StoredPhoto[]>;
  bySha256(sha256: string): Promise<StoredPhoto | null>;
  /** In the event's order; `position` is that of this event. */
  ofEvent(eventId: Id, sight: PhotoSight): Promise<StoredPhoto[]>;
  /** Newest first, beginning after `cursor`. */
  newest(sight: PhotoSight, page: { cursor: Id | null; limit: number }): Promise<StoredPhoto[]>;
  count(sight: PhotoSight): Promise<number>;
  /** Those whose previews are still to be made. */
  unfinished(): Promise<Id[]>;
  /** Without an event yet; `link` adds those. */
  add(photo: NewPhoto): Promise<void>;
  /**
   * Shows it with the event too: before the first of `before` that stands there, else last in its order. Gives false when it was
   * there already.
   */
  link(photoId: Id, eventId: Id, before?: readonly Id[]): Promise<boolean>;
  /** Words and version + 1, only if `version` is still the latest. Gives whether it was. */
  changeWords(id: Id, version: number, words: Pick<Photo, 'caption' | 'credit' | 'alt'>): Promise<boolean>;
  /** The original lies somewhere else now: it had been lost and came in again. */
  moved(id: Id, path: string, verified: StoredPhoto['verified']): Promise<void>;
  setState(id: Id, state: Photo['state'], preview: boolean): Promise<void>;
  /** Writes the whole order of an event. */
  setOrder(eventId: Id, photoIds: readonly Id[]): Promise<void>;
}
