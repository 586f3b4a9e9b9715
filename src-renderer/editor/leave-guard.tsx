import { useBlocker } from '@tanstack/react-router';
import { Confirm } from '../components/confirm.tsx';
import { useWords } from '../words/words.tsx';
import type { TextSync } from './text-sync.ts';

/** Asks before somebody leaves a text whose last words are in this window alone: the core has not got them, the browser keeps none. */
export function LeaveGuard({ sync }: { readonly sync: TextSync }) {
  const w = useWords().releases;
  const onlyHere = () => {
    const save = sync.save.state();
    return (save.kind === 'kept' || save.kind === 'refused') && !save.here;
  };
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && onlyHere(),
    enableBeforeUnload: onlyHere,
    withResolver: true,
  });
  return (
    <Confirm
      opened={leaving.status === 'blocked'}
      onClose={() => leaving.reset?.()}
      title={w.leaveTitle}
      act={w.leaveAct}
      grave
      onConfirm={async () => leaving.proceed?.()}
    >
      {w.leaveAbout}
    </Confirm>
  );
}
