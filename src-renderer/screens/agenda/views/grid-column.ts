import type { ReactNode } from 'react';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';

/** One column: a day of the week, or a leader's day. */
export interface GridColumn {
  readonly key: string;
  readonly day: string;
  readonly head: ReactNode;
  /** For screen readers: `Kamis, 20 November 2025`, `Wali Kota`. */
  readonly label: string;
  readonly events: readonly EventGlance[];
  readonly isToday: boolean;
  /** A line under the event in this column alone: `mewakili Wali Kota`. */
  readonly aside?: ((event: EventGlance) => Aside | null) | undefined;
}

export interface Aside {
  readonly words: string;
  /** The leader of this column does not come; somebody else stands in. */
  readonly away: boolean;
}
