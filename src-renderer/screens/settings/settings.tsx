import { PageHeader } from '../../components/page-header.tsx';
import { useWords } from '../../words/words.tsx';

/** Pengaturan. */
export function Settings() {
  const w = useWords();
  return <PageHeader title={w.frame.settings} />;
}
