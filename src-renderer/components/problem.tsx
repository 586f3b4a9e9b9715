import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSay } from '../words/say.ts';
import { ToneBox } from './tone-box.tsx';

interface ProblemProps {
  /** An error of a query or mutation; its sentence is found here. */
  readonly error?: unknown;
  /** Or the sentence itself. */
  readonly children?: ReactNode;
  /** A button that mends it. */
  readonly act?: ReactNode;
}

/** What went wrong, where it went wrong; stays until it is mended. Renders nothing when all is well. */
export function Problem({ error, children, act }: ProblemProps) {
  const say = useSay();
  const words = children ?? (error ? say(error) : null);
  return (
    <div role="alert">
      {words ? (
        <ToneBox tone="red" icon={<IconAlertCircle size={18} stroke={1.8} aria-hidden />} act={act}>
          {words}
        </ToneBox>
      ) : null}
    </div>
  );
}
