import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EventGlance } from '../../../src-main/contract/agenda-span.ts';
import { List } from '../../components/list.tsx';
import { EventRow } from './event-row.tsx';

interface EventListProps {
  readonly label: string;
  readonly events: readonly EventGlance[];
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
