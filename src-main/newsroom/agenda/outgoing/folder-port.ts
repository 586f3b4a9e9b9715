import type { Outcome } from '../../outcome.ts';

/** Reasons why a folder cannot take the sheets; parameter `reason` of the refusal `agenda_folder_unusable`. */
export type FolderReason =
  | 'relative'
  | 'missing'
  | 'not_folder'
  | 'read_only'
  | 'own_data'
  | 'other_office'
  | 'other_copy'
  | 'restored'
  | 'vanished';

/** A file that is to lie in the folder. */
export interface FolderFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A folder of the core's computer that others see: synced, shared, on a stick. It may hold other files, which are never touched: a
 * mark in it says whose it is and which files are ours. Refuses `agenda_folder_unusable` ({ folder, reason }) and `disk_full`.
 */
export interface SheetFolder {
  /** Looks without leaving anything. @param formerly ids of the offices these data were restored from */
  inspect(folder: string, ownerId: string, formerly: readonly string[]): Promise<Outcome<{ state: 'free' | 'ours' }>>;
  /** Puts our mark into it, a person's explicit act; also where another copy of this office had its own, with `takeOver`. */
  mark(folder: string, ownerId: string, formerly: readonly string[], takeOver: boolean): Promise<Outcome<undefined>>;
  /**
   * Writes the files whole or not at all: beside, flushed, renamed. A file of that name which is not ours stays, ours is then called
   * `… (2).pdf`. Nothing is written where our mark is gone: what lies there may be the empty place of a disk that is not plugged in.
   * @returns the names they got
   */
  write(folder: string, ownerId: string, files: readonly FolderFile[]): Promise<Outcome<string[]>>;
}
