import { Button, Group } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useWords } from '../words/words.tsx';
import classes from './calm.module.css';

/** What stands where a screen broke: a calm sentence instead of a white page. */
export function Calm({ error }: { readonly error: unknown }) {
  const w = useWords();
  const router = useRouter();
  return (
    <div className={classes.calm} role="alert">
      <h1 className={classes.title}>{w.frame.brokenTitle}</h1>
      <p>{w.frame.broken}</p>
      <Group gap="sm">
        <Button onClick={() => void router.invalidate()}>{w.frame.tryAgain}</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {w.frame.reload}
        </Button>
      </Group>
      <details className={classes.details}>
        <summary>{w.frame.forTheAdmin}</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </div>
  );
}
