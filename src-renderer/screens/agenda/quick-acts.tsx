import { Box, Button, Menu } from '@mantine/core';
import {
  IconBrandWhatsapp,
  IconCalendarPause,
  IconCheck,
  IconClock,
  IconDots,
  IconMapPin,
  IconPencil,
  IconUserShare,
  IconX,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Event, EventState } from '../../../src-main/contract/agenda-nouns.ts';
import { client, refusalOf, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { useNow } from '../../components/when.tsx';
import { useWords } from '../../words/words.tsx';
import { type Act, ActDialog } from './act-dialog.tsx';
import classes from './agenda.module.css';
import { ConfirmClashes } from './confirm-clashes.tsx';
import { isPast } from './is-past.ts';
import { ShareText } from './share-text.tsx';
import { useOfficials } from './use-officials.ts';
import { useTakeBack } from './use-take-back.ts';

/** States offered from each state; the core has the same table and the last word. */
const onward: Readonly<Record<EventState, readonly EventState[]>> = {
  proposed: ['tentative', 'confirmed'],
  tentative: ['confirmed'],
  confirmed: ['ongoing', 'done', 'tentative'],
  ongoing: ['done'],
  done: ['confirmed'],
  postponed: ['confirmed', 'tentative'],
  cancelled: ['confirmed', 'tentative'],
};

/** Shows an event as it was just saved, everywhere it stands. */
function useShowEvent(): (event: Event) => void {
  const queries = useQueryClient();
  return (next) => {
    queries.setQueryData(client.agenda.get.queryKey({ input: { id: next.id } }), next);
    void queries.invalidateQueries({ queryKey: client.agenda.key() });
  };
}

interface DelegateButtonProps {
  readonly event: Event;
  readonly officialId: string;
  /** It stands at the end of a sentence about a clash. */
  readonly within?: boolean;
  /** The dialog is another's; without it the button opens its own. */
  readonly onOpen?: (() => void) | undefined;
}

/** Who stands in for one leader of several, beside their name: one press less than choosing them in the dialog. */
export function DelegateButton({ event, officialId, within, onOpen }: DelegateButtonProps) {
  const w = useWords();
  const show = useShowEvent();
  const { called } = useOfficials();
  const [open, setOpen] = useState<'act' | 'share' | null>(null);
  return (
    <>
      <Button
        variant="default"
        size={within ? 'compact-xs' : 'xs'}
        aria-label={w.agenda.delegateOf(called(officialId))}
        leftSection={within ? null : <IconUserShare size={16} stroke={1.8} aria-hidden />}
        onClick={() => (onOpen ? onOpen() : setOpen('act'))}
      >
        {w.agenda.delegate}
      </Button>
      {open === 'act' ? (
        <ActDialog
          act="delegate"
          event={event}
          officialId={officialId}
          onClose={() => setOpen(null)}
          onSaved={(next, share) => {
            show(next);
            setOpen(share ? 'share' : null);
          }}
        />
      ) : null}
      {open === 'share' ? <ShareText of={{ kind: 'event', id: event.id }} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

/** What one does at 05.30 with one hand: time, place, who stands in, off, share. Each is at most four taps. */
export function QuickActs({ event }: { readonly event: Event }) {
  const w = useWords();
  const [act, setAct] = useState<Act | null>(null);
  const [sharing, setSharing] = useState(false);
  /** The state it could not take because of what clashes. */
  const [refused, setRefused] = useState<EventState | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const now = useNow();
  const over = event.state === 'done' || event.state === 'cancelled' || isPast(event, now);
  // what is not yet sure waits for this word before any other
  const confirms = !over && (event.state === 'proposed' || event.state === 'tentative');
  const show = useShowEvent();
  const offerBack = useTakeBack(show);
  /** Offers to take back what was saved to be shared, should it not be shared. */
  const slip = useRef<(() => void) | null>(null);
  const move = async (state: EventState) => {
    try {
      setProblem(null);
      moved(event, await rpc.agenda.setState({ id: event.id, version: event.version, state }));
    } catch (error) {
      if (refusalOf(error)?.code === 'clashes') setRefused(state);
      else setProblem(error);
    }
  };
  const moved = (before: Event, next: Event) => {
    show(next);
    void offerBack(before, next);
  };
  return (
    <>
      <div className={classes.acts}>
        {confirms ? (
          <div className={classes.first}>
            <Button
              leftSection={<IconCheck size={16} stroke={2} aria-hidden />}
              onClick={() => void move('confirmed')}
              data-primary
            >
              {w.agenda.toState.confirmed}
            </Button>
          </div>
        ) : null}
        {over ? null : (
          <>
            <Button
              variant="default"
              leftSection={<IconClock size={16} stroke={1.8} aria-hidden />}
              onClick={() => setAct('time')}
            >
              {w.agenda.changeTime}
            </Button>
            <Button
              variant="default"
              leftSection={<IconMapPin size={16} stroke={1.8} aria-hidden />}
              onClick={() => setAct('place')}
            >
              {w.agenda.changePlace}
            </Button>
            <Button
              variant="default"
              leftSection={<IconUserShare size={16} stroke={1.8} aria-hidden />}
              onClick={() => setAct('delegate')}
              disabled={event.attendance.length === 0}
            >
              {w.agenda.delegate}
            </Button>
            {event.state === 'postponed' ? null : (
              <Button
                variant="default"
                leftSection={<IconCalendarPause size={16} stroke={1.8} aria-hidden />}
                onClick={() => setAct('postponed')}
              >
                {w.agenda.postponeShort}
              </Button>
            )}
            <Button
              variant="default"
              c="var(--k-red-ink)"
              leftSection={<IconX size={16} stroke={1.8} aria-hidden />}
              onClick={() => setAct('cancelled')}
            >
              {w.agenda.cancelEvent}
            </Button>
          </>
        )}
        <Button
          variant="default"
          leftSection={<IconBrandWhatsapp size={16} stroke={1.8} aria-hidden />}
          onClick={() => setSharing(true)}
        >
          {w.agenda.share}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label={w.agenda.more} title={w.agenda.more}>
              <IconDots size={16} stroke={1.8} aria-hidden />
              <Box component="span" hiddenFrom="phone" ml={6}>
                {w.agenda.more}
              </Box>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              renderRoot={(props) => <Link to="/agenda/$eventId/ubah" params={{ eventId: event.id }} {...props} />}
              leftSection={<IconPencil size={16} aria-hidden />}
            >
              {w.agenda.change}
            </Menu.Item>
            {onward[event.state]
              .filter((state) => !(confirms && state === 'confirmed'))
              .map((state) => (
                <Menu.Item key={state} onClick={() => void move(state)}>
                  {w.agenda.toState[state]}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <Problem error={problem} />
      {act ? (
        <ActDialog
          key={act}
          act={act}
          event={event}
          onClose={() => setAct(null)}
          onSaved={(next, share, isSeries) => {
            show(next);
            setAct(null);
            const offer = isSeries ? null : () => void offerBack(event, next);
            // the notice may be on its way already: it is asked for again when the dialog goes without having been used
            slip.current = share ? offer : null;
            if (share) setSharing(true);
            else offer?.();
          }}
        />
      ) : null}
      {refused ? (
        <ConfirmClashes
          event={event}
          state={refused}
          onClose={() => setRefused(null)}
          onChanged={show}
          onSaved={(next) => {
            setRefused(null);
            moved(event, next);
          }}
        />
      ) : null}
      {sharing ? (
        <ShareText
          of={{ kind: 'event', id: event.id }}
          onClose={(took) => {
            setSharing(false);
            if (!took) slip.current?.();
            slip.current = null;
          }}
        />
      ) : null}
    </>
  );
}
