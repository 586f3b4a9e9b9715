import { Button, Group, Modal, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { Problem } from './problem.tsx';

interface ConfirmProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What is about to happen: `Kirim siaran pers`. */
  readonly title: string;
  /** One sentence with numbers: `14 wartawan akan menerima ini sekarang. Surel tidak bisa ditarik.` */
  readonly children: ReactNode;
  /** The verb with its number: `Kirim ke 14 tujuan`. */
  readonly act: string;
  /** The words of the way back, where *Batal* could be taken for the act. */
  readonly back?: string;
  /** Red, for what destroys or withdraws. */
  readonly grave?: boolean;
  /** Closes when it resolves; a refusal is shown here and the dialog stays. */
  readonly onConfirm: () => Promise<unknown>;
}

/** Only for what cannot be undone; everything else gets an undo. The way back has the focus, never the act. */
export function Confirm({ opened, onClose, title, children, act, back, grave, onConfirm }: ConfirmProps) {
  const w = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = () => {
    setError(null);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      close();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': w.frame.close }}>
      <Text mb="md" component="div">
        {children}
      </Text>
      <Problem error={error} />
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={close} data-autofocus>
          {back ?? w.frame.cancel}
        </Button>
        <Button {...(grave ? { color: 'red.8' } : {})} loading={busy} onClick={() => void confirm()}>
          {act}
        </Button>
      </Group>
    </Modal>
  );
}
