import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Problem } from '../../components/problem.tsx';
import { useMe } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';

/** Tells its owner that their PIN was guessed at, until they set it anew. */
export function PinTried() {
  const w = useWords();
  if (!useMe().pinTried) return null;
  return (
    <Problem
      act={
        <Button variant="default" size="xs" renderRoot={(props) => <Link to="/pengaturan/akun" {...props} />}>
          {w.home.pinTriedAct}
        </Button>
      }
    >
      {w.home.pinTried}
    </Problem>
  );
}
