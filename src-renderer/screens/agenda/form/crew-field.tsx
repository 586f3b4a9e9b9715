import { ActionIcon, Autocomplete, Button, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type Assignment, type Duty, type DutyRole, dutyRoles } from '../../../../src-main/contract/event-parts.ts';
import { client } from '../../../client.ts';
import { StateChip } from '../../../components/state-chip.tsx';
import { useWords } from '../../../words/words.tsx';
import agenda from '../agenda.module.css';
import { entered } from '../enter-takes.ts';
import classes from './fields.module.css';

interface CrewFieldProps {
  readonly value: readonly Assignment[];
  readonly onChange: (crew: Assignment[]) => void;
  /** The duties as they are kept: who is there already says how far they are. */
  readonly duties: readonly Duty[];
  /** Message at a row, by index. */
  readonly errors: Readonly<Record<number, string | undefined>>;
}

/** Who covers the event: colleagues by name, others as they are called. */
export function CrewField({ value, onChange, duties, errors }: CrewFieldProps) {
  const w = useWords();
  const people = useQuery(client.people.list.queryOptions()).data ?? [];
  const active = people.filter((person) => person.active);
  const set = (index: number, change: Partial<Assignment>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const nameOf = (one: Assignment) => people.find((person) => person.id === one.userId)?.name ?? one.name;
  const stateOf = (one: Assignment) =>
    duties.find(
      (duty) => duty.role === one.role && duty.userId === one.userId && (one.userId || duty.name === one.name),
    )?.state;
  const names = [...new Set(active.map((person) => person.name))];
  const name = (index: number, typed: string) => {
    const person = active.find((other) => other.name.toLowerCase() === typed.trim().toLowerCase());
    set(index, { userId: person?.id ?? null, name: person?.name ?? typed });
  };
  const add = () => {
    const taken = new Set(value.map((one) => one.role));
    const role: DutyRole = dutyRoles.find((one) => !taken.has(one)) ?? 'photographer';
    onChange([...value, { role, userId: null, name: '' }]);
  };
  return (
    <fieldset className={classes.group}>
      <legend className={agenda.sectionHead} style={{ padding: 0 }}>
        {w.eventParts.crew}
      </legend>
      <ul className={classes.rows}>
        {value.map((one, index) => {
          const state = stateOf(one);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own until somebody is chosen
            <li key={index} className={`${classes.row} ${classes.crew}`}>
              <Select
                aria-label={w.eventParts.crewRole}
                data={dutyRoles.map((role) => ({ value: role, label: w.eventParts.roles[role] }))}
                value={one.role}
                allowDeselect={false}
                onChange={(role) => role && set(index, { role: role as DutyRole })}
              />
              <Autocomplete
                className={classes.who ?? ''}
                aria-label={w.eventParts.crewWho}
                placeholder={w.eventParts.crewWhoHelp}
                data={names}
                value={nameOf(one)}
                onChange={(typed) => name(index, typed)}
                onKeyDown={(event) => {
                  const meant = entered(event, names);
                  // a part of a name is not yet somebody: the form must not go off with it
                  if (meant !== 'none' && meant !== 'else') event.preventDefault();
                  if (typeof meant === 'object') name(index, meant.only);
                }}
                error={errors[index]}
                data-autofocus={one.name === '' || undefined}
              />
              {/* the chip is as wide as its word, not as its column */}
              <span>{state ? <StateChip of="duty" state={state} /> : null}</span>
              <ActionIcon
                aria-label={w.eventParts.crewRemove(nameOf(one))}
                onClick={() => onChange(value.filter((_, at) => at !== index))}
              >
                <IconX size={16} stroke={1.8} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <div className={classes.adds}>
        <Button variant="default" size="xs" leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />} onClick={add}>
          {w.eventParts.crewAdd}
        </Button>
      </div>
    </fieldset>
  );
}
