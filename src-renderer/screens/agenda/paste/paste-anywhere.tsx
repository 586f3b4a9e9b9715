import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useMay } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import { pastedText } from '../../home/pasted-text.ts';
import classes from './paste.module.css';
import { usePasteAnywhere } from './use-paste-anywhere.ts';

/** Takes text that is pasted or dropped anywhere on a screen to the one that reads it. */
export function PasteAnywhere({ to }: { readonly to: '/agenda/tempel' }) {
  const w = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const take = useCallback(
    (text: string) => {
      pastedText.keep(text.trim());
      void navigate({ to });
    },
    [navigate, to],
  );
  const over = usePasteAnywhere(may('agenda.write'), take);
  return over ? <div className={classes.drop}>{w.paste.dropHere}</div> : null;
}
