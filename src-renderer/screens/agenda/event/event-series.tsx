import { Button, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import { shortDayText } from '../../../../src-main/words/when.ts';
import { client, refusalOf, rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { useAct } from '../../../forms/use-act.ts';
import { useMay } from '../../../frame/session.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import classes from '../agenda.module.css';
import { ChangedMeanwhile } from '../views/changed-meanwhile.tsx';
import { ReasonField } from '../views/reason-field.tsx';

/** So many dates around this one are shown; the list of the agenda has them all. */
const AROUND = 3;

/** The series an event belongs to: its rule, the dates around this one, and ending it from here on. */
export function EventSeries({ event }: { readonly event: Event }) {
  const w = useWords();
  const language = useLanguage();
  const may = useMay();
  const [ending, setEnding] = useState(false);
  const series = useQuery({
    ...client.agenda.series.queryOptions({ input: { id: event.id } }),
    enabled: event.seriesId !== null,
  });
  if (event.seriesId === null || !series.data) return null;
  const { occurrences, repeat } = series.data;
  const at = occurrences.findIndex((one) => one.id === event.id);
  const shown = occurrences.slice(Math.max(0, at - AROUND), at + AROUND + 1);
  const following = occurrences.slice(at).filter((one) => one.state !== 'done' && one.state !== 'cancelled');
  return (
    <section className={`${classes.section} ${classes.apart}`} aria-label={w.repeat.title}>
      <h2 className={classes.sectionHead}>{w.repeat.title}</h2>
      <p className={classes.seriesRule}>
        {w.repeat.say(repeat, event.seriesDay ?? event.day)} · {w.repeat.partOf(occurrences.length)}
      </p>
      <ul className={classes.seriesDates}>
        {shown.map((one) => (
          <li key={one.id} data-off={one.state === 'cancelled' || undefined}>
            {one.id === event.id ? (
              <strong aria-current="true">{shortDayText(one.day, language)}</strong>
            ) : (
              <Link to="/agenda/$eventId" params={{ eventId: one.id }}>
                {shortDayText(one.day, language)}
              </Link>
            )}
            {one.own ? <span className={classes.soft}> {w.repeat.own}</span> : null}
          </li>
        ))}
      </ul>
      {may('agenda.write') && following.length > 1 ? (
        <UnstyledButton className={classes.quietLink ?? ''} onClick={() => setEnding(true)}>
          {w.repeat.cancelFollowing}
        </UnstyledButton>
      ) : null}
      {ending ? <EndSeries event={event} count={following.length} onClose={() => setEnding(false)} /> : null}
    </section>
  );
}

interface EndSeriesProps {
  readonly event: Event;
  readonly count: number;
  readonly onClose: () => void;
}

function EndSeries({ event: live, count, onClose }: EndSeriesProps) {
  const w = useWords();
  const queries = useQueryClient();
  // what this person has seen, as in every other dialog of an event
  const [seen, setSeen] = useState(live);
  const [meanwhile, setMeanwhile] = useState(false);
  const [reason, setReason] = useState('');
  const end = useAct({
    mutationFn: ({ version }: Event) => rpc.agenda.cancelFollowing({ id: seen.id, version, reason }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: client.agenda.key() });
      onClose();
    },
    onError: (error) => setMeanwhile(refusalOf(error)?.code === 'changed_meanwhile'),
  });
  if (meanwhile)
    return (
      <ChangedMeanwhile
        eventId={seen.id}
        seen={seen}
        mine={{ state: 'cancelled' }}
        onKeep={async (newest) => {
          setSeen(newest);
          setMeanwhile(false);
          end.mutate(newest);
        }}
        onTake={onClose}
        onClose={() => setMeanwhile(false)}
      />
    );
  return (
    <Modal opened onClose={onClose} title={w.repeat.cancelFollowing} closeButtonProps={{ 'aria-label': w.frame.close }}>
      <form
        onSubmit={(submit) => {
          submit.preventDefault();
          if (reason.trim() !== '') end.mutate(seen);
        }}
      >
        <Stack gap="md">
          <Text>{w.repeat.cancelFollowingAbout(count)}</Text>
          <ReasonField value={reason} onChange={setReason} />
          <Problem error={end.error} />
          <Button type="submit" color="red" disabled={reason.trim() === ''} loading={end.isPending}>
            {w.repeat.cancelFollowing}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
