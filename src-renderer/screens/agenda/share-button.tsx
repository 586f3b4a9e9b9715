import { Button } from '@mantine/core';
import { IconShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../words/words.tsx';
import classes from './agenda.module.css';
import { ShareText } from './share-text.tsx';

/** Sharing one event, for who may look but not change. */
export function ShareButton({ eventId }: { readonly eventId: string }) {
  const w = useWords();
  const [sharing, setSharing] = useState(false);
  return (
    <div className={classes.acts}>
      <Button
        variant="default"
        leftSection={<IconShare size={16} stroke={1.8} aria-hidden />}
        onClick={() => setSharing(true)}
      >
        {w.agenda.share}
      </Button>
      {sharing ? <ShareText of={{ kind: 'event', id: eventId }} onClose={() => setSharing(false)} /> : null}
    </div>
  );
}
