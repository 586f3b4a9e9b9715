import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { useWords } from '../../words/words.tsx';

/** The one box after the first start, and where a paste on Beranda lands: an agenda from WhatsApp becomes events. */
export function FirstAgenda() {
  const w = useWords();
  return (
    <PageHeader
      title={w.start.firstTitle}
      about={w.start.firstAbout}
      acts={
        <Button variant="subtle" data-back renderRoot={(props) => <Link to="/" {...props} />}>
          {w.start.skip}
        </Button>
      }
    />
  );
}
