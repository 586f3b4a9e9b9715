import { Modal } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import { dayText, timeRangeText } from '../../../../src-main/words/when.ts';
import { client } from '../../../client.ts';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { ActDialog } from '../act-dialog.tsx';
import { EventClashes } from '../event/event-clashes.tsx';
import classes from './paste.module.css';

interface AnswerClashesProps {
  /** Events that were just accepted and clash. */
  readonly eventIds: readonly string[];
  /** Clashes that still wait. */
  readonly left: number;
  readonly onClose: () => void;
}

/** What was just accepted and clashes, each with both ways out: somebody stands in, or a reason. */
export function AnswerClashes({ eventIds, left, onClose }: AnswerClashesProps) {
  const w = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const [delegating, setDelegating] = useState<{ event: Event; officialId: string } | null>(null);
  const events = useQueries({ queries: eventIds.map((id) => client.agenda.get.queryOptions({ input: { id } })) });
  // one dialog in place of the other, never two
  if (delegating) {
    const back = () => setDelegating(null);
    return (
      <ActDialog
        act="delegate"
        {...delegating}
        plain
        onClose={back}
        onSaved={(next) => {
          queries.setQueryData(client.agenda.get.queryKey({ input: { id: next.id } }), next);
          void queries.invalidateQueries({ queryKey: client.agenda.key() });
          back();
        }}
      />
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={w.paste.clashesTitle}
      closeButtonProps={{ 'aria-label': w.frame.close }}
    >
      {left === 0 ? (
        <p role="status" className={classes.answeredAll}>
          <IconCheck size={18} stroke={1.8} aria-hidden /> {w.paste.clashesNone}
        </p>
      ) : null}
      {events.map(({ data }, index) =>
        data ? (
          <section key={data.id} className={classes.landed}>
            <h3 className={classes.cardName}>{data.title}</h3>
            <p className={classes.known}>
              {dayText(data.day, language)}, {timeRangeText(data, language)}
            </p>
            <EventClashes event={data} onDelegate={(event, officialId) => setDelegating({ event, officialId })} />
          </section>
        ) : (
          <SkeletonRows key={eventIds[index]} rows={2} />
        ),
      )}
    </Modal>
  );
}
