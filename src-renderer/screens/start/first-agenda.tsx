import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '../../../src-main/words/when.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { useNow } from '../../components/when.tsx';
import { useOffice } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { PasteOrFile } from '../agenda/files/paste-or-file.tsx';
import { pastedText } from '../home/pasted-text.ts';

/** The one box after the first start, and where a paste on Beranda lands: an agenda from WhatsApp becomes events. */
export function FirstAgenda() {
  const w = useWords();
  const navigate = useNavigate();
  const { zone } = useOffice();
  const today = dayOf(useNow(), zone);
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
      <PasteOrFile
        autoFocus
        text={text ?? ''}
        onDone={(day) =>
          // Beranda shows today; what was made for another day would not be found there
          void (day === null || day === today
            ? navigate({ to: '/' })
            : navigate({ to: '/agenda', search: { tanggal: day } }))
        }
      />
    </>
  );
}
