import { IconAlertTriangle, IconCheck, IconDeviceDesktopCheck, IconLoader2, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { clockText, localOf } from '../../src-main/words/when.ts';
import { LeaveGuard } from '../components/leave-guard.tsx';
import { useOffice } from '../frame/session.tsx';
import { useSay } from '../words/say.ts';
import { useLanguage, useWords } from '../words/words.tsx';
import classes from './editor.module.css';
import type { TextSync } from './text-sync.ts';

/** Where the words are. *Tersimpan* stands here only after the core has them on disk. */
export function SaveSign({ sync, asked }: { readonly sync: TextSync; readonly asked: number }) {
  const save = useSyncExternalStore(sync.save.subscribe, sync.save.state);
  const w = useWords().releases;
  const say = useSay();
  const language = useLanguage();
  const { zone } = useOffice();
  const [pressed, setPressed] = useState(false);
  const seen = useRef(asked);
  useEffect(() => {
    if (asked === seen.current) return;
    seen.current = asked;
    setPressed(true);
    const timer = setTimeout(() => setPressed(false), 2500);
    return () => clearTimeout(timer);
  }, [asked]);

  const clock = save.kind === 'saved' && save.at !== null ? clockText(localOf(save.at, zone), language) : null;
  const [Icon, words, tone] =
    save.kind === 'writing'
      ? ([IconPencil, w.writing, undefined] as const)
      : save.kind === 'saving'
        ? ([IconLoader2, w.saving, undefined] as const)
        : save.kind === 'kept'
          ? save.here
            ? ([IconDeviceDesktopCheck, w.kept, 'amber'] as const)
            : ([IconAlertTriangle, w.onlyHere, 'red'] as const)
          : save.kind === 'refused'
            ? ([IconAlertTriangle, save.here ? w.notSaved : w.onlyHere, 'red'] as const)
            : ([IconCheck, clock === null ? w.saved : w.savedAt(clock), 'green'] as const);
  return (
    <span className={classes.save} data-tone={tone} data-save={save.kind} data-pressed={pressed || undefined}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {/* Screen readers hear what matters, not every keystroke: writing and saving are silent. */}
      <span aria-live={save.kind === 'writing' || save.kind === 'saving' ? 'off' : 'polite'}>
        {pressed && save.kind === 'saved' ? w.savedAlready(clock) : words}
      </span>
      <LeaveGuard loses={() => onlyHere(sync)} words={w} />
      {save.kind === 'refused' ? <span className={classes.why}>{say(save.error)}</span> : null}
    </span>
  );
}

/** The last words are in this window alone: the core has not got them, the browser keeps none. */
function onlyHere(sync: TextSync): boolean {
  const save = sync.save.state();
  return (save.kind === 'kept' || save.kind === 'refused') && !save.here;
}
