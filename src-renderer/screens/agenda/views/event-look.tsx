import {
  IconAlertTriangle,
  IconCalendarPause,
  IconChecks,
  IconCircleDashed,
  IconHelpCircle,
  IconLock,
  IconPlayerPlay,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import type { EventState } from '../../../../src-main/contract/agenda-nouns.ts';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import type { DoubledEvent } from '../../../../src-main/contract/clashes.ts';
import { useWords } from '../../../words/words.tsx';
import { useSeenState } from '../use-seen-state.ts';
import { useDoubled } from './doubled.tsx';
import classes from './event-look.module.css';

/** A confirmed event is the usual one and needs no mark; every other state has an icon beside its line and colour. */
const icons: Readonly<Record<EventState, TablerIcon | null>> = {
  proposed: IconHelpCircle,
  tentative: IconCircleDashed,
  confirmed: null,
  ongoing: IconPlayerPlay,
  done: IconChecks,
  postponed: IconCalendarPause,
  cancelled: IconX,
};

/** What changes about an event while it is looked at: its state by the clock, and whether it clashes. Asked once for each that is drawn. */
interface Seen {
  readonly state: EventState;
  readonly doubled: DoubledEvent['weight'] | null;
}

export function useSeen(event: EventGlance): Seen {
  return { state: useSeenState(event), doubled: useDoubled(event) };
}

interface UnseenProps {
  readonly event: EventGlance;
  readonly seen: Seen;
  readonly more?: string;
}

/** What a screen reader should hear beside what is drawn. */
export function Unseen({ event, seen: { state, doubled }, more }: UnseenProps) {
  const w = useWords();
  const words = [
    more,
    doubled ? w.views.doubled[doubled] : null,
    w.states.event[state],
    event.pressAccess === 'closed' ? w.agenda.closed : null,
    event.releaseNeeded ? w.agenda.releaseNeeded : null,
  ].filter(Boolean);
  return <span className="k-unseen">{words.join(', ')}</span>;
}

interface EventMarksProps {
  readonly event: EventGlance;
  readonly seen: Seen;
  readonly word?: boolean;
}

/** What tells an event's state and secrecy where there is no room for chips. */
export function EventMarks({ event, seen: { state, doubled }, word }: EventMarksProps) {
  const w = useWords();
  const Icon = icons[state];
  return (
    <>
      {doubled ? (
        <span className={classes.double} data-state={doubled} title={w.views.doubledHelp}>
          <IconAlertTriangle size={13} stroke={2.2} aria-hidden className={classes.mark} />
          {word ? <span aria-hidden>{w.views.doubled[doubled]}</span> : null}
        </span>
      ) : null}
      {event.pressAccess === 'closed' ? <IconLock size={13} stroke={2} aria-hidden className={classes.mark} /> : null}
      {Icon ? (
        <span className={classes.state} data-state={state}>
          <Icon size={13} stroke={2.2} aria-hidden className={classes.mark} />
          {/* what the clock alone says needs no room beside the title */}
          {word && state === event.state ? <span aria-hidden>{w.states.event[state]}</span> : null}
        </span>
      ) : null}
    </>
  );
}
