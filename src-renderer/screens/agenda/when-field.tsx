import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ReadWhen } from '../../../src-main/contract/agenda.ts';
import type { Zone } from '../../../src-main/contract/basics.ts';
import { clockText, dayText, longDateText, timeRangeText, zoneShort } from '../../../src-main/words/when.ts';
import { rpc } from '../../client.ts';
import { useOffice } from '../../frame/session.tsx';
import { useSay } from '../../words/say.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './agenda.module.css';
import type { When } from './when.ts';

interface WhenFieldProps {
  readonly label: string;
  /** What is understood now; null while nothing is. */
  readonly value: When | null;
  /** With the words as they stand; they may not have been understood, or not yet. */
  readonly onChange: (when: When | null, words: string) => void;
  /** Zone where the text names none. */
  readonly zone: Zone;
  /** The event's present start: a clock alone keeps its day. */
  readonly near?: string;
  /** What stands in an empty field to begin with: ` 08.00–10.00`, before which a day is typed. */
  readonly begun?: string;
  /** A clock alone is no time here: today must not be taken. */
  readonly dayNeeded?: boolean;
  readonly error?: string | undefined;
  readonly description?: string;
  readonly autoFocus?: boolean;
  /** Filled with what reads the last words at once; a form waits for it before it saves. */
  readonly finish?: RefObject<(() => Promise<void>) | null>;
}

/** A time as one says it: `besok 9`, `Kamis 08.00–10.00`. What was understood stands under it in full before anything is saved. */
export function WhenField({
  label,
  value,
  onChange,
  zone,
  near,
  begun = '',
  dayNeeded = false,
  error,
  description,
  autoFocus,
  finish,
}: WhenFieldProps) {
  const w = useWords();
  const language = useLanguage();
  const say = useSay();
  const office = useOffice();
  const [text, setText] = useState(() => (value ? sayWhen(value, language) : begun));
  const [touched, setTouched] = useState(false);
  const [read, setRead] = useState<ReadWhen | null>(null);
  /** Why the words could not be read at all: no line, most often. */
  const [failed, setFailed] = useState<unknown>(null);

  // The parent's handler is a new one at each render; the text alone decides when to read again.
  const tell = useRef(onChange);
  tell.current = onChange;
  const asked = useRef('');
  // What was understood last stays on screen while the next words are read; the value itself is unknown until then.
  const [shown, setShown] = useState<When | null>(value);

  const readNow = async (words: string): Promise<void> => {
    if (words.trim() === '') {
      setRead(null);
      setShown(null);
      return;
    }
    let answer: ReadWhen;
    try {
      answer = await rpc.agenda.readWhen({ text: words, zone, ...(near ? { near } : {}) });
    } catch (error) {
      // what was typed stays, and is read again at the next key
      if (asked.current === words) setFailed(error);
      return;
    }
    if (asked.current !== words) return;
    const next =
      answer.start && answer.wrong === null && !(dayNeeded && answer.assumed.includes('day'))
        ? { start: answer.start, end: answer.end, openEnd: answer.openEnd, zone: answer.zone ?? zone }
        : null;
    setRead(answer);
    setShown(next);
    tell.current(next, words);
  };
  const pending = useRef<string | null>(null);
  if (finish) {
    finish.current = async () => {
      if (pending.current === null) return;
      const words = pending.current;
      pending.current = null;
      await readNow(words);
    };
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: readNow is new at each render and reads what is listed
  useEffect(() => {
    if (!touched) return;
    asked.current = text;
    pending.current = text;
    const timer = setTimeout(() => {
      if (pending.current !== text) return;
      void readNow(text).finally(() => {
        if (pending.current === text) pending.current = null;
      });
    }, 180);
    return () => clearTimeout(timer);
  }, [text, touched, zone, near]);

  // a zone that stood here before, or on the card, holds on without being typed again: where it is not the office's own it is said
  const kept = read?.start && read.zone === null && shown && shown.zone !== office.zone ? shown.zone : null;
  const doubts = [
    ...(read?.assumed ?? []).map((part) => w.agenda.whenAssumed[part]),
    ...(kept ? [w.paste.zoneGuessed(zoneShort(kept))] : []),
  ];
  const dayAlone = touched && text.trim() !== '' ? (read?.dayAlone ?? null) : null;
  const unread = touched && text.trim() !== '' && read !== null && read.start === null;
  const endFirst =
    touched && read?.wrong === 'end_before_start' && read.start && read.end
      ? w.agenda.whenEndFirst(clockText(read.start, language), clockText(read.end, language))
      : null;
  return (
    <div>
      <TextInput
        label={label}
        description={shown && touched ? null : (description ?? w.agenda.whenHelp)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={text}
        onChange={(event) => {
          setTouched(true);
          setFailed(null);
          const words = event.currentTarget.value;
          setText(words);
          // never the time before: whoever saves now must not save what no longer stands here
          tell.current(null, words);
        }}
        error={
          failed
            ? say(failed)
            : (endFirst ??
              (dayAlone ? w.agenda.whenDayAlone(dayText(dayAlone, language)) : unread ? w.agenda.whenUnread : error))
        }
        autoComplete="off"
        data-autofocus={autoFocus || undefined}
      />
      <p className={classes.understood} aria-live="polite">
        {shown && touched ? (
          <>
            {doubts.length > 0 ? null : <IconCheck size={16} stroke={2} aria-hidden color="var(--k-green-solid)" />}
            <strong>
              {dayText(shown.start.slice(0, 10), language)}, {timeRangeText(shown, language)}
            </strong>
            {doubts.length > 0 ? (
              <span style={{ color: 'var(--k-amber-ink)', display: 'inline-flex', gap: 4, alignItems: 'center' }}>
                <IconAlertTriangle size={14} stroke={2} aria-hidden />
                {doubts.join(', ')}
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
  const day = when.start.slice(0, 10);
  const clock = timeRangeText(when, 'id');
  if (language === 'id') return `${dayText(day, language)} ${clock}`;
  // English names of months are read, those of weekdays are not
  return `${longDateText(day, language)} ${clock.replace(/(\d)\.(\d)/g, '$1:$2')}`;
}
