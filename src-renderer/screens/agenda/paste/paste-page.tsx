import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHeader } from '../../../components/page-header.tsx';
import { useWords } from '../../../words/words.tsx';
import { pastedText } from '../../home/pasted-text.ts';
import { PasteOrFile } from '../files/paste-or-file.tsx';

/** Tempel agenda as a place of its own. */
export function PastePage() {
  const w = useWords();
  const navigate = useNavigate();
  const [text] = useState(() => pastedText.take());
  const { bagikan } = useSearch({ from: '/agenda/tempel' });
  return (
    <>
      <PageHeader title={w.agenda.pasteTitle} about={w.agenda.pasteAbout} />
      <PasteOrFile
        autoFocus
        text={text ?? ''}
        fileId={bagikan}
        onDone={(day) => void navigate({ to: '/agenda', search: day ? { tanggal: day } : {} })}
      />
    </>
  );
}
