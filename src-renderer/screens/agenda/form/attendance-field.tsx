import { ActionIcon, Autocomplete, Button, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Attendance } from '../../../../src-main/contract/agenda-nouns.ts';
import { useMay } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import classes from '../agenda.module.css';
import { DelegateInput } from '../delegate-input.tsx';
import { entered } from '../enter-takes.ts';
import { officialNamed, optionOf } from '../official-names.ts';
import { useOfficials } from '../use-officials.ts';
import fields from './fields.module.css';
import { idOfNew, type NewLeaders } from './new-leaders.ts';

interface AttendanceFieldProps {
  readonly value: readonly Attendance[];
  /** Those of them that the register does not know yet. */
  readonly newLeaders: NewLeaders;
  readonly onChange: (value: Attendance[], newLeaders: NewLeaders) => void;
  /** Message at a leader's row, by index. */
  readonly errors: Readonly<Record<number, string | undefined>>;
}

/** Leaders of an event, each with their answer. A name that the register does not know enters it when the event is saved. */
export function AttendanceField({ value, newLeaders, onChange, errors }: AttendanceFieldProps) {
  const w = useWords();
  const may = useMay();
  const register = useOfficials();
  const { all, leaders } = register;
  const called = (id: string) => newLeaders[id] ?? register.called(id);
  const [typed, setTyped] = useState('');
  const picked = useRef<string | null>(null);
  const put = (officialId: string, known: NewLeaders = newLeaders) => {
    setTyped('');
    if (value.some((answer) => answer.officialId === officialId)) return;
    const answer = { officialId, answer: 'unknown', delegateId: null, delegateName: null, instruction: null } as const;
    onChange([...value, answer], known);
  };
  const putNew = () => {
    const name = typed.trim();
    if (name === '' || !may('register.write')) return;
    const same = Object.entries(newLeaders).find(([, other]) => other.toLowerCase() === name.toLowerCase());
    const id = same?.[0] ?? idOfNew(newLeaders);
    put(id, { ...newLeaders, [id]: name });
  };
  const enter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey) return;
    // never the form: whoever presses Enter here means the name
    event.preventDefault();
    const known = officialNamed(all, typed);
    const meant = entered(event, all.map(optionOf));
    if (meant === 'list' || meant === 'else') return;
    if (known) put(known.id);
    else if (meant === 'none') putNew();
    else if (meant !== 'several') {
      const only = officialNamed(all, meant.only);
      if (only) put(only.id);
    }
  };
  const set = (index: number, change: Partial<Attendance>) =>
    onChange(
      value.map((answer, at) => (at === index ? { ...answer, ...change } : answer)),
      newLeaders,
    );
  const offered = leaders.filter((leader) => !value.some((answer) => answer.officialId === leader.id));
  const isListed = offered.some((one) => optionOf(one).toLowerCase().includes(typed.trim().toLowerCase()));
  const unknown = typed.trim() !== '' && !officialNamed(all, typed);
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className={classes.sectionHead} style={{ padding: 0 }}>
        {w.agenda.leaders}
      </legend>
      {value.map((answer, index) => (
        <div key={answer.officialId} className={classes.leader}>
          <div style={{ paddingTop: 6 }}>
            {called(answer.officialId)}
            {newLeaders[answer.officialId] ? <p className={fields.help}>{w.agenda.leaderNew}</p> : null}
          </div>
          <SegmentedControl
            size="xs"
            aria-label={`${w.agenda.attendance}: ${called(answer.officialId)}`}
            value={answer.answer}
            onChange={(next) => set(index, { answer: next as Attendance['answer'] })}
            data={(['unknown', 'attends', 'delegated', 'absent'] as const).map((state) => ({
              value: state,
              label: w.states.attendance[state],
            }))}
          />
          {answer.answer === 'delegated' ? (
            <DelegateInput
              officials={all.filter((official) => official.id !== answer.officialId)}
              value={answer}
              others={value.filter((_, at) => at !== index)}
              onChange={(delegate) => set(index, delegate)}
              error={errors[index]}
            />
          ) : (
            <span />
          )}
          <ActionIcon
            aria-label={w.agenda.removeLeader(called(answer.officialId))}
            onClick={() =>
              onChange(
                value.filter((_, at) => at !== index),
                newLeaders,
              )
            }
          >
            <IconX size={16} stroke={1.8} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div style={{ display: 'flex', gap: 8, alignItems: 'flex-end', marginTop: 8, flexWrap: 'wrap' }}>
        <Autocomplete
          label={w.agenda.addLeader}
          description={w.agenda.addLeaderHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={typed}
          onChange={(text) => {
            // a picked name is written into the field after it was taken, where the next one is to be typed
            if (text !== picked.current) setTyped(text);
            picked.current = null;
          }}
          onOptionSubmit={(name) => {
            const known = officialNamed(all, name);
            if (!known) return;
            picked.current = name;
            put(known.id);
          }}
          onKeyDown={enter}
          data={offered.map(optionOf)}
          // an open list without an option is no list, and nothing the field could point at
          {...(isListed ? {} : { dropdownOpened: false })}
          style={{ flex: '1 1 280px', maxWidth: 420 }}
        />
        {unknown && may('register.write') ? (
          <Button variant="default" onClick={putNew} mb={22}>
            {w.agenda.newOfficial(typed.trim())}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
