import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ReadWhen } from '../../../src-main/contract/agenda.ts';
import type { Zone } from '../../../src-main/contract/basics.ts';
import { dayText, timeRangeText } from '../../../src-main/words/when.ts';
import { rpc } from '../../client.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './agenda.module.css';

export interface When {
  readonly start: string;
  readonly end: string | null;
  readonly openEnd: boolean;
  readonly zone: Zone;
}

interface WhenFieldProps {
  readonly label: string;
  /** What is understood now; null while nothing is. */
  readonly value: When | null;
  readonly onChange: (when: When | null) => void;
  /** Zone where the text names none. */
  readonly zone: Zone;
  /** The event's present start: a clock alone keeps its day. */
  readonly near?: string;
  readonly error?: string | undefined;
  readonly description?: string;
  readonly autoFocus?: boolean;
}

/** A time as one says it: `besok 9`, `Kamis 08.00–10.00`. What was understood stands under it in full before anything is saved. */
export function WhenField({ label, value, onChange, zone, near, error, description, autoFocus }: WhenFieldProps) {
  const w = useWords();
  const language = useLanguage();
  const [text, setText] = useState(() => (value ? sayWhen(value, language) : ''));
  const [touched, setTouched] = useState(false);
  const [read, setRead] = useState<ReadWhen | null>(null);

  // The text alone decides when to read again; the parent's handler is a new one at each render.
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    if (!touched) return;
    if (text.trim() === '') {
      setRead(null);
      tell.current(null);
      return;
    }
    let late = false;
    const timer = setTimeout(() => {
      rpc.agenda
        .readWhen({ text, zone, ...(near ? { near } : {}) })
        .then((answer) => {
          if (late) return;
          setRead(answer);
          tell.current(
            answer.start
              ? { start: answer.start, end: answer.end, openEnd: answer.openEnd, zone: answer.zone ?? zone }
              : null,
          );
        })
        .catch(() => {
          // The line is away: the house says so, what was typed stays, and the field reads it at the next key.
        });
    }, 180);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [text, touched, zone, near]);

  const unread = touched && text.trim() !== '' && read !== null && read.start === null;
  return (
    <div>
      <TextInput
        label={label}
        description={description ?? w.agenda.whenHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={text}
        onChange={(event) => {
          setTouched(true);
          setText(event.currentTarget.value);
        }}
        error={unread ? w.agenda.whenUnread : error}
        autoComplete="off"
        data-autofocus={autoFocus || undefined}
      />
      <p className={classes.understood} aria-live="polite">
        {value && touched ? (
          <>
            <IconCheck size={16} stroke={2} aria-hidden color="var(--k-green-solid)" />
            <strong>
              {dayText(value.start.slice(0, 10), language)}, {timeRangeText(value, language)}
            </strong>
            {read && read.assumed.length > 0 ? (
              <span style={{ color: 'var(--k-amber-ink)', display: 'inline-flex', gap: 4, alignItems: 'center' }}>
                <IconAlertTriangle size={14} stroke={2} aria-hidden />
                {read.assumed.map((part) => w.agenda.whenAssumed[part]).join(', ')}
              </span>
            ) : null}
          </>
        ) : null}
      </p>
    </div>
  );
}

/** A form that the reader reads back as the same time. */
function sayWhen(when: When, language: 'id' | 'en'): string {
  const day = dayText(when.start.slice(0, 10), language);
  const clock = timeRangeText(when, 'id');
  return language === 'id' ? `${day} ${clock}` : `${when.start.slice(0, 10)} ${clock}`;
}
