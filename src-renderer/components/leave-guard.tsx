import { useBlocker } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { useWords } from '../words/words.tsx';
import { Confirm } from './confirm.tsx';

/** What the person is told before what they typed is lost. */
interface LeaveWords {
  readonly leaveTitle: string;
  /** What is lost, and how it is kept. */
  readonly leaveAbout: string;
  readonly leaveAct: string;
}

interface LeaveGuardProps {
  /** Whether something would be lost now; asked only when somebody leaves, so it may cost a little. */
  readonly loses: () => boolean;
  readonly words: LeaveWords;
}

/**
 * Asks before somebody leaves a page with words that are nowhere else: a link, Back, the bottom bar and the palette by a dialog,
 * a reload and a closing window by the browser's own question.
 */
export function LeaveGuard({ loses, words }: LeaveGuardProps) {
  const now = useRef(loses);
  now.current = loses;
  const shouldBlockFn = useCallback(
    ({ current, next }: { current: { pathname: string }; next: { pathname: string } }) =>
      current.pathname !== next.pathname && now.current(),
    [],
  );
  const enableBeforeUnload = useCallback(() => now.current(), []);
  const leaving = useBlocker({ shouldBlockFn, enableBeforeUnload, withResolver: true });
  // Decided while the question stood: the way that waits for an answer must not wait for ever.
  const reset = useRef(leaving.reset);
  reset.current = leaving.reset;
  useEffect(() => () => reset.current?.(), []);
  return (
    <LeaveQuestion
      words={words}
      opened={leaving.status === 'blocked'}
      onStay={() => leaving.reset?.()}
      onLeave={() => leaving.proceed?.()}
    />
  );
}

interface LeaveQuestionProps {
  readonly words: LeaveWords;
  readonly opened: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** The question alone, for a button of the page itself that drops what was typed. */
export function LeaveQuestion({ words, opened, onStay, onLeave }: LeaveQuestionProps) {
  const w = useWords();
  return (
    <Confirm
      opened={opened}
      onClose={onStay}
      title={words.leaveTitle}
      act={words.leaveAct}
      back={w.frame.stay}
      grave
      onConfirm={async () => onLeave()}
    >
      {words.leaveAbout}
    </Confirm>
  );
}
