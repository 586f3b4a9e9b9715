import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FileReading } from '../../../../src-main/contract/agenda-files.ts';
import { dayOf } from '../../../../src-main/words/when.ts';
import { rpc } from '../../../client.ts';
import { DayInput } from '../../../components/day-input.tsx';
import { Problem } from '../../../components/problem.tsx';
import { useNow } from '../../../components/when.tsx';
import { useOffice } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import classes from './files.module.css';

interface SpanFormProps {
  readonly view: FileReading;
  readonly onView: (view: FileReading) => void;
}

/** A calendar with more than an import takes: which days of it are wanted. */
export function SpanForm({ view, onView }: SpanFormProps) {
  const w = useWords();
  const { zone } = useOffice();
  const today = dayOf(useNow(), zone);
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(`${today.slice(0, 4)}-12-31`);
  const [error, setError] = useState<unknown>(null);
  return (
    <form
      className={classes.span}
      onSubmit={(event) => {
        event.preventDefault();
        rpc.agendaFiles.span({ id: view.id, from, to }).then(onView, setError);
      }}
    >
      <h3>{w.files.spanTitle}</h3>
      <div className={classes.spanFields}>
        <DayInput label={w.files.spanFrom} value={from} onChange={(day) => setFrom(day ?? from)} required />
        <DayInput label={w.files.spanTo} value={to} onChange={(day) => setTo(day ?? to)} required />
        <Button type="submit" data-primary>
          {w.files.spanRead}
        </Button>
      </div>
      <Problem error={error} />
    </form>
  );
}
