import { useNavigate, useSearch } from '@tanstack/react-router';
import { PageHeader } from '../../../components/page-header.tsx';
import { useWords } from '../../../words/words.tsx';
import { PasteOrFile } from '../files/paste-or-file.tsx';

/** Tempel agenda as a place of its own. */
export function PastePage() {
  const w = useWords();
  const navigate = useNavigate();
  const { bagikan } = useSearch({ from: '/agenda/tempel' });
  return (
    <>
      <PageHeader title={w.agenda.pasteTitle} about={w.agenda.pasteAbout} />
      <PasteOrFile
        autoFocus
        fileId={bagikan}
        onDone={(day) => void navigate({ to: '/agenda', search: day ? { tanggal: day } : {} })}
      />
    </>
  );
}
