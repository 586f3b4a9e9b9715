import { Button } from '@mantine/core';
import { useSay } from '../words/say.ts';
import { useWords } from '../words/words.tsx';
import classes from './calm.module.css';

/** The moment before the core has answered for the first time. */
export function Opening({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const w = useWords();
  const say = useSay();
  if (!error) return <main aria-busy="true" aria-label={w.frame.opening} />;
  return (
    <main className={classes.calm}>
      <h1 className={classes.title}>{w.frame.notReached}</h1>
      <p>{say(error)}</p>
      <Button onClick={again}>{w.frame.tryAgain}</Button>
    </main>
  );
}
