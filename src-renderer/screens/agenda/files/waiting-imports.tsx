import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileReading } from '../../../../src-main/contract/agenda-files.ts';
import { rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { ToneBox } from '../../../components/tone-box.tsx';
import { groupBy } from '../../../group-by.ts';
import { sayRefusal } from '../../../words/say.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import classes from './files.module.css';

const key = ['agenda-imports-waiting'];
/** More of them would push what somebody came here for out of sight. */
const MOST_SHOWN = 2;

/** Imports of one's own that were read and not taken in, also before the core ended: to go on with, or to put away. */
export function WaitingImports({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const w = useWords();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const client = useQueryClient();
  const waiting = useQuery({ queryKey: key, queryFn: () => rpc.agendaFiles.waiting(), staleTime: 0, gcTime: 0 });
  const away = useMutation({
    mutationFn: (ids: readonly string[]) => Promise.all(ids.map((id) => rpc.agendaFiles.cancel({ id }))),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  // nobody came here for them: an ask that fails is no news
  if (!waiting.data || waiting.data.length === 0) return null;
  const files = sameOnce(waiting.data);
  if (files.length > MOST_SHOWN && !isOpen)
    return (
      <div className={classes.notice}>
        <ToneBox
          tone="amber"
          icon={<IconFileUpload size={18} stroke={1.8} aria-hidden />}
          act={
            <Button size="xs" variant="default" onClick={() => setOpen(true)}>
              {w.files.showWaiting}
            </Button>
          }
        >
          {w.files.manyWait(files.length)}
        </ToneBox>
      </div>
    );
  return (
    <div className={classes.notice}>
      <Problem error={away.error} />
      {files.map(({ view, ids }) => (
        <ToneBox key={view.id} tone="amber" icon={<IconFileUpload size={18} stroke={1.8} aria-hidden />}>
          <div className={classes.waiting}>
            <span>
              <strong>{view.name}</strong>{' '}
              {view.state === 'landing' || view.state === 'undoing'
                ? `${w.files.steps[view.state]} · ${w.files.ofMany(view.progress.done, view.progress.of ?? 0)}`
                : view.report
                  ? w.files.waits(view.report.events)
                  : view.refusal
                    ? sayRefusal(view.refusal, language)
                    : null}
            </span>
            {view.state !== 'failed' ? (
              <Button size="xs" variant="default" onClick={() => onOpen(view.id)}>
                {w.files.goOn}
              </Button>
            ) : null}
            {view.state === 'landing' || view.state === 'undoing' ? null : (
              <Button size="xs" variant="default" loading={away.isPending} onClick={() => away.mutate(ids)}>
                {w.files.putAway}
              </Button>
            )}
          </div>
        </ToneBox>
      ))}
    </div>
  );
}

/** The same file that was given several times waits once: as it was read last. @param all newest first */
function sameOnce(all: readonly FileReading[]): { view: FileReading; ids: string[] }[] {
  return [...groupBy(all, (view) => view.sha256 ?? view.id).values()].flatMap((same) => {
    const view = same.find(({ state }) => state !== 'ready' && state !== 'failed') ?? same[0];
    return view ? [{ view, ids: same.map(({ id }) => id) }] : [];
  });
}
