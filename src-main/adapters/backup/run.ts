import type { BackupProgress, Leaving } from '../../newsroom/backup/ports.ts';

/** The backup that is being made. */
export interface Run extends Mutable<BackupProgress> {
  cancelled: boolean;
  readonly asker: Leaving | undefined;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Whether somebody cancelled it, or who asked for it is gone. */
export function isOver({ cancelled, asker }: Run): boolean {
  return cancelled || asker?.aborted === true;
}

/** @throws when it was cancelled */
export function goOn(run: Run): void {
  if (isOver(run)) throw new Error('cancelled');
}
