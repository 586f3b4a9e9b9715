import { Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { client, rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { useAct } from '../../../forms/use-act.ts';
import { useMay } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import classes from '../agenda.module.css';
import { DelegateButton } from '../quick-acts.tsx';
import { ClashLines } from '../views/clash-lines.tsx';
import { ReasonField } from '../views/reason-field.tsx';

interface EventClashesProps {
  readonly event: Event;
  /** Where this stands in a dialog, which makes room for the one in which somebody is chosen. */
  readonly onDelegate?: (event: Event, officialId: string) => void;
}

/** What clashes with the event: open ones with the way to answer for them, answered ones with who did and why. */
export function EventClashes({ event, onDelegate }: EventClashesProps) {
  const w = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const [answering, setAnswering] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const asked = client.agenda.clashes.queryOptions({ input: { id: event.id } });
  const clashes = useQuery({ ...asked, enabled: may('agenda.write') });
  const answer = useAct({
    mutationFn: (key: string) => rpc.agenda.answerClash({ eventId: event.id, key, reason }),
    onSuccess: (all) => {
      queries.setQueryData(asked.queryKey, all);
      setAnswering(null);
      setReason('');
    },
  });
  const open = (clashes.data ?? []).filter((clash) => clash.answered === null);
  const answered = (clashes.data ?? []).filter((clash) => clash.answered !== null);
  if (open.length === 0 && answered.length === 0) return null;
  const act = (clash: Clash) => (
    <span className={classes.clashActs}>
      {clash.officialId && standsThere(event, clash) ? (
        <DelegateButton
          event={event}
          officialId={clash.officialId}
          within
          onOpen={onDelegate && (() => onDelegate(event, clash.officialId ?? ''))}
        />
      ) : null}
      {clash.code === 'release_without_crew' && !onDelegate ? (
        <Button
          variant="default"
          size="compact-xs"
          renderRoot={(props) => <Link to="/agenda/$eventId/ubah" params={{ eventId: event.id }} {...props} />}
        >
          {w.eventParts.crewAdd}
        </Button>
      ) : null}
      {answering === clash.key ? null : (
        <Button variant="default" size="compact-xs" onClick={() => setAnswering(clash.key)}>
          {w.eventParts.answerClash}
        </Button>
      )}
    </span>
  );
  return (
    <section className={classes.section} aria-label={w.eventParts.clashes}>
      <ClashLines clashes={open} act={act} />
      {answering === null ? null : (
        <form
          className={classes.answer}
          onSubmit={(submit) => {
            submit.preventDefault();
            if (reason.trim() !== '') answer.mutate(answering);
          }}
        >
          <ReasonField
            value={reason}
            onChange={setReason}
            of={{ label: w.views.clashReason, help: w.views.clashReasonHelp, usual: w.views.clashReasons }}
          />
          <Problem error={answer.error} />
          <Group gap="sm">
            <Button type="submit" size="xs" disabled={reason.trim() === ''} loading={answer.isPending}>
              {w.frame.save}
            </Button>
            <Button variant="default" size="xs" onClick={() => setAnswering(null)}>
              {w.frame.cancel}
            </Button>
          </Group>
        </form>
      )}
      {answered.length > 0 ? (
        <ul className={classes.answered}>
          {answered.map((clash) => (
            <li key={clash.key}>
              <ClashLines clashes={[clash]} plain />{' '}
              <span className={classes.soft}>
                {w.eventParts.answeredClash(clash.answered?.reason ?? '', clash.answered?.userName ?? '')}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Whether it is a leader of this event who is asked for twice and whom somebody can stand in for. */
function standsThere(event: Event, clash: Clash): boolean {
  return (
    clash.code === 'leader_double' &&
    clash.standsInFor === null &&
    event.attendance.some((one) => one.officialId === clash.officialId)
  );
}
