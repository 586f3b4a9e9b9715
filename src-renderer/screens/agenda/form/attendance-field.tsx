import { ActionIcon, Autocomplete, Button, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Attendance } from '../../../../src-main/contract/agenda-nouns.ts';
import { rpc } from '../../../client.ts';
import { useMay } from '../../../frame/session.tsx';
import { useSay } from '../../../words/say.ts';
import { useWords } from '../../../words/words.tsx';
import classes from '../agenda.module.css';
import { DelegateInput } from '../delegate-input.tsx';
import { officialNamed, optionOf } from '../official-names.ts';
import { useOfficials } from '../use-officials.ts';

interface AttendanceFieldProps {
  readonly value: readonly Attendance[];
  readonly onChange: (value: Attendance[]) => void;
  /** Message at a leader's row, by index. */
  readonly errors: Readonly<Record<number, string | undefined>>;
}

/** Leaders of an event, each with their answer. A name the register does not know can be added on the spot. */
export function AttendanceField({ value, onChange, errors }: AttendanceFieldProps) {
  const w = useWords();
  const say = useSay();
  const may = useMay();
  const { all, leaders, called } = useOfficials();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const picked = useRef<string | null>(null);
  const put = (officialId: string) => {
    setTyped('');
    if (value.some((answer) => answer.officialId === officialId)) return;
    onChange([...value, { officialId, answer: 'unknown', delegateId: null, delegateName: null, instruction: null }]);
  };
  const add = async () => {
    const name = typed.trim();
    if (name === '') return;
    const known = officialNamed(all, name);
    if (known) {
      put(known.id);
      return;
    }
    if (!may('register.write')) return;
    try {
      setProblem(null);
      put((await rpc.register.addOfficial({ name, shortPosition: name, position: name, leader: true })).id);
    } catch (error) {
      setProblem(error);
    }
  };
  const set = (index: number, change: Partial<Attendance>) =>
    onChange(value.map((answer, at) => (at === index ? { ...answer, ...change } : answer)));
  const offered = leaders.filter((leader) => !value.some((answer) => answer.officialId === leader.id));
  const unknown = typed.trim() !== '' && !officialNamed(all, typed);
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className={classes.sectionHead} style={{ padding: 0 }}>
        {w.agenda.leaders}
      </legend>
      {value.map((answer, index) => (
        <div key={answer.officialId} className={classes.leader}>
          <div style={{ paddingTop: 6 }}>{called(answer.officialId)}</div>
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
              onChange={(delegate) => set(index, delegate)}
              error={errors[index]}
            />
          ) : (
            <span />
          )}
          <ActionIcon
            aria-label={w.agenda.removeLeader(called(answer.officialId))}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
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
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey) return;
            event.preventDefault();
            void add();
          }}
          data={offered.map(optionOf)}
          error={problem ? say(problem) : undefined}
          style={{ flex: '1 1 280px', maxWidth: 420 }}
        />
        {unknown && may('register.write') ? (
          <Button variant="default" onClick={() => void add()} mb={22}>
            {w.agenda.newOfficial(typed.trim())}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
