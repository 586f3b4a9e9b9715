import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';

/** Said on Beranda to who reads the audit trail: it does not end as it was kept outside of the database. Nothing when all is well. */
export function BrokenTrail() {
  const w = useWords();
  const read = useMay()('audit.read');
  const end = useQuery(client.audit.end.queryOptions({ enabled: read }));
  if (end.data !== 'other') return null;
  return (
    <Problem
      act={
        <Button
          variant="default"
          size="xs"
          renderRoot={(props) => <Link to="/pengaturan/jejak-audit" search={{}} {...props} />}
        >
          {w.settings.endBrokenAct}
        </Button>
      }
    >
      {w.settings.endBroken}
    </Problem>
  );
}
