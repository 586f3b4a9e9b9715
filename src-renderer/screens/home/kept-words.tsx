import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Confirm } from '../../components/confirm.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Problem } from '../../components/problem.tsx';
import { discardKept, type KeptText } from '../../editor/unsent.ts';
import { useMe } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';

/** The words of a text that this browser keeps, to be copied, or thrown away for good. */
export function KeptWords({ of, onClose }: { readonly of: KeptText; readonly onClose: () => void }) {
  const w = useWords();
  const { userId } = useMe();
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  useEffect(() => {
    let gone = false;
    import('../../editor/kept-words.ts')
      .then(({ keptWords }) => keptWords(of.copy))
      .then((words) => {
        if (!gone) setText(words);
      })
      .catch(() => {
        if (!gone) setFailed(true);
      });
    return () => {
      gone = true;
    };
  }, [of.copy]);
  if (discarding)
    return (
      <Confirm
        opened
        grave
        title={w.home.discardTitle}
        act={w.home.discard}
        onClose={() => setDiscarding(false)}
        onConfirm={async () => {
          discardKept(userId, of);
          onClose();
        }}
      >
        {w.home.discardAbout}
      </Confirm>
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={of.title.trim() || w.home.untitled}
      closeButtonProps={{ 'aria-label': w.frame.close }}
    >
      {failed ? <Problem>{w.home.keptUnread}</Problem> : null}
      <Textarea label={w.home.keptWords} value={text ?? ''} readOnly autosize minRows={6} maxRows={14} />
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={() => setDiscarding(true)}>
          {w.home.discard}
        </Button>
        <CopyButton text={text ?? ''} variant="filled" disabled={text === null}>
          {w.home.copyKept}
        </CopyButton>
      </Group>
    </Modal>
  );
}
