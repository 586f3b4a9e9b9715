import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { ToneBox } from '../../../components/tone-box.tsx';
import { sayRefusal } from '../../../words/say.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import classes from './files.module.css';

const key = ['agenda-imports-waiting'];

/** Imports of one's own that were read and not taken in, also before the core ended: to go on with, or to put away. */
export function WaitingImports({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const w = useWords();
  const language = useLanguage();
  const client = useQueryClient();
  const waiting = useQuery({ queryKey: key, queryFn: () => rpc.agendaFiles.waiting(), staleTime: 0, gcTime: 0 });
  const away = useMutation({
    mutationFn: (id: string) => rpc.agendaFiles.cancel({ id }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  // nobody came here for them: an ask that fails is no news
  if (!waiting.data || waiting.data.length === 0) return null;
  return (
    <div className={classes.notice}>
      <Problem error={away.error} />
      {waiting.data.map((view) => (
        <ToneBox key={view.id} tone="amber" icon={<IconFileUpload size={18} stroke={1.8} aria-hidden />}>
          <div className={classes.waiting}>
            <span>
              <strong>{view.name}</strong>{' '}
              {view.report
                ? w.files.waits(view.report.events)
                : view.refusal
                  ? sayRefusal(view.refusal, language)
                  : null}
            </span>
            {view.state === 'ready' ? (
              <Button size="xs" variant="default" onClick={() => onOpen(view.id)}>
                {w.files.goOn}
              </Button>
            ) : null}
            <Button size="xs" variant="default" loading={away.isPending} onClick={() => away.mutate(view.id)}>
              {w.files.putAway}
            </Button>
          </div>
        </ToneBox>
      ))}
    </div>
  );
}
