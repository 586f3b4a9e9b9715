import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { EventKind } from '../../../../src-main/contract/agenda-nouns.ts';
import type { RundownItem } from '../../../../src-main/contract/event-parts.ts';
import { eventKindFacts } from '../../../../src-main/text/event-kinds.ts';
import { useWords } from '../../../words/words.tsx';
import classes from './fields.module.css';

interface RundownFieldProps {
  readonly kind: EventKind;
  readonly value: readonly RundownItem[];
  readonly onChange: (rundown: RundownItem[]) => void;
}

/** Susunan Acara: lines with or without a clock; the usual order of the kind by one press. */
export function RundownField({ kind, value, onChange }: RundownFieldProps) {
  const w = useWords();
  const usual = eventKindFacts[kind].rundown;
  const set = (index: number, change: Partial<RundownItem>) =>
    onChange(value.map((item, at) => (at === index ? { ...item, ...change } : item)));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{w.eventParts.rundown}</legend>
      <ol className={classes.rows}>
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
          <li key={index} className={`${classes.row} ${classes.rundown}`}>
            <ClockInput
              label={`${w.eventParts.rundownClock} ${index + 1}`}
              value={item.clock}
              onChange={(clock) => set(index, { clock })}
            />
            <TextInput
              aria-label={`${w.eventParts.rundownWhat} ${index + 1}`}
              value={item.what}
              onChange={(event) => set(index, { what: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey) return;
                event.preventDefault();
                onChange([...value.slice(0, index + 1), { clock: null, what: '' }, ...value.slice(index + 1)]);
              }}
            />
            <ActionIcon
              aria-label={w.eventParts.rundownRemove(item.what)}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconX size={16} stroke={1.8} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <div className={classes.adds}>
        {value.length === 0 && usual.length > 0 ? (
          <Button variant="default" size="xs" onClick={() => onChange(usual.map((what) => ({ clock: null, what })))}>
            {w.eventParts.rundownUsual(w.agenda.kinds[kind])}
          </Button>
        ) : null}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
          onClick={() => onChange([...value, { clock: null, what: '' }])}
        >
          {w.eventParts.rundownAdd}
        </Button>
      </div>
    </fieldset>
  );
}

interface ClockInputProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (clock: string | null) => void;
}

/** A clock as it is typed, `9`, `9.30`, `0930`; kept as `09:30` when the field is left. */
function ClockInput({ label, value, onChange }: ClockInputProps) {
  const shown = value?.replace(':', '.') ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    const clock = clockOf(typed);
    if (clock !== undefined) onChange(clock);
    setTyped(null);
  };
  return (
    <TextInput
      aria-label={label}
      placeholder="08.00"
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? shown}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

/** `09:30` of what was typed; null of nothing, undefined of what is no clock. */
function clockOf(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const match = /^(\d{1,2})(?:[.:\s]?(\d{2}))?$/.exec(text);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (!match || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

interface PhotosFieldProps {
  readonly kind: EventKind;
  readonly value: readonly string[];
  readonly onChange: (photos: string[]) => void;
}

/** Photos one must bring home, a line each; the usual ones of the kind by one press. */
export function RequiredPhotosField({ kind, value, onChange }: PhotosFieldProps) {
  const w = useWords();
  const usual = eventKindFacts[kind].requiredPhotos;
  const [typed, setTyped] = useState<string | null>(null);
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return (
    <div>
      <Textarea
        label={w.eventParts.photos}
        description={w.eventParts.photosHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        maxRows={8}
        value={typed ?? value.join('\n')}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onChange(lines(event.currentTarget.value));
        }}
        onBlur={() => setTyped(null)}
      />
      {value.length === 0 && usual.length > 0 ? (
        <Button variant="default" size="xs" mt={8} onClick={() => onChange([...usual])}>
          {w.eventParts.photosUsual(w.agenda.kinds[kind])}
        </Button>
      ) : null}
    </div>
  );
}
