import { Button, Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Event, EventFields } from '../../../../src-main/contract/agenda-nouns.ts';
import { closedByWords, closingTexts, type Worded } from '../../../../src-main/text/said-inside.ts';
import { client, rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { ToneBox } from '../../../components/tone-box.tsx';
import { useUndo } from '../../../components/undo.tsx';
import { useAct } from '../../../forms/use-act.ts';
import { useMay } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';

type Answer = Pick<EventFields, 'pressAccess'> | Pick<EventFields, 'openDespite'>;

interface SaysClosedProps {
  readonly event: Worded & Pick<Event, 'pressAccess'>;
  /** What the person decides; null where they may not. */
  readonly onAnswer: ((answer: Answer) => void) | null;
  readonly busy?: boolean;
  /** Several stand below each other: of which event this is said. */
  readonly isNamed?: boolean;
}

/** Where the field says open and the words say closed: what that means for the public edition, and one press for either. */
export function SaysClosed({ event, onAnswer, busy = false, isNamed = false }: SaysClosedProps) {
  const w = useWords();
  const words = event.pressAccess === 'closed' ? null : closedByWords(event);
  if (words === null) return null;
  return (
    <div role="status" style={{ marginBottom: 12 }}>
      <ToneBox
        tone="amber"
        icon={<IconLock size={16} stroke={1.8} aria-hidden />}
        act={
          onAnswer ? (
            <Group gap={6}>
              <Button size="xs" variant="default" disabled={busy} onClick={() => onAnswer({ pressAccess: 'closed' })}>
                {w.agenda.closeEvent}
              </Button>
              <Button
                size="xs"
                variant="default"
                disabled={busy}
                onClick={() => onAnswer({ openDespite: closingTexts(event) })}
              >
                {w.agenda.stayOpen}
              </Button>
            </Group>
          ) : null
        }
      >
        {isNamed ? <strong>{event.title}: </strong> : null}
        {w.agenda.saysClosed(words)}
      </ToneBox>
    </div>
  );
}

interface DaysSayClosedProps {
  readonly from: string;
  readonly to: string;
}

/** All of some days that are open by their field and closed by their words, before a public edition goes out without them. */
export function DaysSayClosed({ from, to }: DaysSayClosedProps) {
  const found = useQuery(client.agenda.list.queryOptions({ input: { from, to } }));
  return (
    <>
      <Problem error={found.error} />
      {(found.data ?? [])
        .filter(
          (event) => event.pressAccess !== 'closed' && event.state !== 'proposed' && closedByWords(event) !== null,
        )
        .map((event) => (
          <EventSaysClosed key={event.id} event={event} isNamed />
        ))}
    </>
  );
}

/** The same for an event that is there: the answer is saved at once, of a series for all dates from here on, and can be taken back. */
export function EventSaysClosed({ event, isNamed = false }: { readonly event: Event; readonly isNamed?: boolean }) {
  const w = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const offerUndo = useUndo();
  const show = (saved: Event) => {
    queries.setQueryData(client.agenda.get.queryKey({ input: { id: event.id } }), saved);
    void queries.invalidateQueries({ queryKey: client.agenda.key() });
  };
  const save = async (seen: Event, answer: Answer): Promise<Event> => {
    const { id, version } = seen;
    if (seen.seriesId === null) return rpc.agenda.change({ id, version, ...answer });
    return (await rpc.agenda.changeFollowing({ id, version, ...answer })).event;
  };
  const decide = useAct({
    mutationFn: (answer: Answer) => save(event, answer),
    onSuccess: (saved, answer) => {
      show(saved);
      const before = 'pressAccess' in answer ? { pressAccess: event.pressAccess } : { openDespite: event.openDespite };
      offerUndo({
        words: 'pressAccess' in answer ? w.agenda.saidClosed(saved.title) : w.agenda.saidOpen(saved.title),
        undo: async () => show(await save(saved, before)),
      });
    },
  });
  return (
    <>
      <SaysClosed
        event={event}
        isNamed={isNamed}
        onAnswer={may('agenda.write') ? (answer) => decide.mutate(answer) : null}
        busy={decide.isPending}
      />
      <Problem error={decide.error} />
    </>
  );
}
