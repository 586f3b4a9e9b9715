import { Button } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { refusalOf } from '../client.ts';
import { useSay } from '../words/say.ts';
import { useWords } from '../words/words.tsx';
import { EmptyState } from './empty-state.tsx';
import { PageHeader } from './page-header.tsx';
import { Problem } from './problem.tsx';

interface NotThereProps {
  readonly error: unknown;
  /** The list it would stand in: where it is, what it is called. */
  readonly back: { readonly to: string; readonly word: string };
}

/** A screen whose thing cannot be shown: what happened, and the way back to its list. */
export function NotThere({ error, back }: NotThereProps) {
  const w = useWords();
  const say = useSay();
  const acts = (
    <Button variant="default" data-back renderRoot={(props) => <Link to={back.to as '/'} {...props} />}>
      {w.frame.backTo(back.word)}
    </Button>
  );
  const gone = refusalOf(error)?.code === 'not_found';
  return (
    <>
      <PageHeader title={back.word} />
      {gone ? (
        <EmptyState icon={IconFileOff} title={w.frame.notThere} acts={acts}>
          {say(error)}
        </EmptyState>
      ) : (
        <Problem error={error} act={acts} />
      )}
    </>
  );
}
