import { Button } from '@mantine/core';
import { useWords } from '../words/words.tsx';

/** *Coba lagi*, beside what went wrong. */
export function Again({ onAgain }: { readonly onAgain: () => void }) {
  const w = useWords();
  return (
    <Button size="xs" variant="default" onClick={onAgain}>
      {w.frame.tryAgain}
    </Button>
  );
}
