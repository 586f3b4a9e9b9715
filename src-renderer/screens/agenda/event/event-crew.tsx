import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import {
  type Duty,
  type DutyState,
  dutyStates,
  dutyStatesOfTheDay,
} from '../../../../src-main/contract/event-parts.ts';
import { dayOf, dayText } from '../../../../src-main/words/when.ts';
import { client, rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { StateChip } from '../../../components/state-chip.tsx';
import { useNow } from '../../../components/when.tsx';
import { useAct } from '../../../forms/use-act.ts';
import { useMay, useMe } from '../../../frame/session.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import classes from '../agenda.module.css';

/** Who covers the event and how far they are; the next step by one press for whose it is. */
export function EventCrew({ event }: { readonly event: Event }) {
  const w = useWords();
  const may = useMay();
  const me = useMe();
  const language = useLanguage();
  const corrects = may('agenda.write');
  const isBefore = event.day > dayOf(useNow(), event.zone);
  const queries = useQueryClient();
  const tell = useAct({
    mutationFn: (input: { dutyId: string; state: DutyState }) => rpc.agenda.setDutyState(input),
    onSuccess: (saved) => queries.setQueryData(client.agenda.get.queryKey({ input: { id: event.id } }), saved),
  });
  const mayTell = (duty: Duty) => corrects || duty.userId === me.userId;
  if (event.crew.length === 0 && !event.releaseNeeded) return null;
  return (
    <section className={classes.section} aria-label={w.eventParts.crew}>
      <h2 className={classes.sectionHead}>{w.eventParts.crew}</h2>
      {event.crew.length === 0 ? <p className={classes.nothing}>{w.eventParts.noCrew}</p> : null}
      <ul className={classes.people}>
        {event.crew.map((duty) => {
          const next = dutyStates[dutyStates.indexOf(duty.state) + 1];
          const words = (to: DutyState) =>
            duty.userId === me.userId && duty.state !== 'done'
              ? w.eventParts.nextDuty[duty.state]
              : w.eventParts.markDuty(w.states.duty[to]);
          const isEarly = isBefore && next !== undefined && dutyStatesOfTheDay.includes(next) && !corrects;
          const off = event.state === 'cancelled' || event.state === 'postponed';
          return (
            <li key={duty.id}>
              <div className={classes.grow}>
                <strong>{duty.name}</strong> <span className={classes.soft}>{w.eventParts.roles[duty.role]}</span>
              </div>
              <StateChip of="duty" state={duty.state} />
              {next && duty.state !== 'done' && mayTell(duty) && !off ? (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`${words(next)}: ${duty.name}`}
                  loading={tell.isPending && tell.variables?.dutyId === duty.id}
                  disabled={isEarly}
                  aria-describedby={isEarly ? `early-${duty.id}` : undefined}
                  onClick={() => tell.mutate({ dutyId: duty.id, state: next })}
                >
                  {words(next)}
                </Button>
              ) : null}
              {isEarly && mayTell(duty) && !off ? (
                <span id={`early-${duty.id}`} className={classes.soft}>
                  {w.eventParts.dutyFrom(dayText(event.day, language))}
                </span>
              ) : null}
              {corrects && !off ? (
                <Menu position="bottom-end" withinPortal>
                  <Menu.Target>
                    <ActionIcon aria-label={w.eventParts.correctDuty(duty.name)}>
                      <IconDots size={16} stroke={1.8} aria-hidden />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {dutyStates
                      .filter((state) => state !== duty.state)
                      .map((state) => (
                        <Menu.Item key={state} onClick={() => tell.mutate({ dutyId: duty.id, state })}>
                          {w.states.duty[state]}
                        </Menu.Item>
                      ))}
                  </Menu.Dropdown>
                </Menu>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Problem error={tell.error} />
    </section>
  );
}
