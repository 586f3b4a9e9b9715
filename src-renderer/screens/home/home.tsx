import { PageHeader } from '../../components/page-header.tsx';
import { useWords } from '../../words/words.tsx';

/** Beranda: what now. */
export function Home() {
  const w = useWords();
  return <PageHeader title={w.frame.home} />;
}
