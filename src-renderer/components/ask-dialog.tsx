import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { Problem } from './problem.tsx';

interface AskDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** What the primary button says; the verb. */
  readonly submit: string;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly busy: boolean;
  /** Why it could not be done: an error of a call, or words. */
  readonly problem?: { readonly error?: unknown; readonly words?: ReactNode };
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** A few fields that are asked for one act: it is done with Enter or the primary button, left with Esc; what was typed stays when it fails. */
export function AskDialog({ title, onClose, submit, onSubmit, busy, problem, disabled, children }: AskDialogProps) {
  const w = useWords();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': w.frame.close }}>
      <form noValidate onSubmit={onSubmit}>
        <Stack gap="md">
          {children}
          <Problem error={problem?.error}>{problem?.words}</Problem>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.frame.cancel}
            </Button>
            <Button type="submit" disabled={disabled ?? false} loading={busy} data-primary>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
