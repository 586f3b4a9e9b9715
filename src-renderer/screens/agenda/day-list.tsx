import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { dayText } from '../../../src-main/words/when.ts';
import { List } from '../../components/list.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { EventRow } from './event-row.tsx';

interface EventListProps {
  readonly label: string;
  readonly events: readonly Event[];
  readonly empty?: ReactNode;
}

/** Events one under the other; Enter opens. */
export function EventList({ label, events, empty }: EventListProps) {
  const navigate = useNavigate();
  return (
    <List
      label={label}
      items={events}
      idOf={(event) => event.id}
      nameOf={(event) => event.title}
      row={(event) => <EventRow event={event} />}
      onOpen={(event) => void navigate({ to: '/agenda/$eventId', params: { eventId: event.id } })}
      empty={empty}
    />
  );
}

/** Events under a heading for each day. */
export function DaysList({ events }: { readonly events: readonly Event[] }) {
  const w = useWords();
  const language = useLanguage();
  const days = [...Map.groupBy(events, (event) => event.day)];
  return (
    <>
      {days.map(([day, own]) => (
        <section key={day} style={{ marginBottom: 24 }}>
          <h2
            className="k-dayhead"
            style={{ fontSize: '0.875rem', fontWeight: 650, margin: '0 0 4px', fontFamily: 'inherit' }}
          >
            {dayText(day, language)}{' '}
            <span style={{ color: 'var(--k-ink-soft)', fontWeight: 400 }}>{w.agenda.count(own.length)}</span>
          </h2>
          <EventList label={dayText(day, language)} events={own} />
        </section>
      ))}
    </>
  );
}
