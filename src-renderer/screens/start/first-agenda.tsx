import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { useWords } from '../../words/words.tsx';
import { PasteAgenda } from '../agenda/paste/paste-agenda.tsx';
import { pastedText } from '../home/pasted-text.ts';

/** The one box after the first start, and where a paste on Beranda lands: an agenda from WhatsApp becomes events. */
export function FirstAgenda() {
  const w = useWords();
  const navigate = useNavigate();
  const [text] = useState(() => pastedText.take());
  return (
    <>
      <PageHeader
        title={w.start.firstTitle}
        about={w.start.firstAbout}
        acts={
          <Button variant="subtle" data-back renderRoot={(props) => <Link to="/" {...props} />}>
            {w.start.skip}
          </Button>
        }
      />
      <PasteAgenda autoFocus text={text ?? ''} onDone={() => void navigate({ to: '/' })} />
    </>
  );
}
