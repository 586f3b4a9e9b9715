import { useNavigate } from '@tanstack/react-router';
import { PageHeader } from '../../../components/page-header.tsx';
import { useWords } from '../../../words/words.tsx';
import { PasteAgenda } from './paste-agenda.tsx';

/** Tempel agenda as a place of its own. */
export function PastePage() {
  const w = useWords();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={w.agenda.pasteTitle} about={w.agenda.pasteAbout} />
      <PasteAgenda autoFocus onDone={(day) => void navigate({ to: '/agenda', search: day ? { tanggal: day } : {} })} />
    </>
  );
}
