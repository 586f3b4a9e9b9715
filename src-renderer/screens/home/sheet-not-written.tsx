import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { useMay } from '../../frame/session.tsx';
import { sayRefusal } from '../../words/say.ts';
import { useLanguage, useWords } from '../../words/words.tsx';

/** Tells who keeps the agenda that tomorrow's sheet does not lie in the shared folder, and why. */
export function SheetNotWritten() {
  const w = useWords();
  const language = useLanguage();
  const may = useMay();
  const concerned = may('agenda.write') || may('channels.manage');
  const { data } = useQuery(client.agendaOut.folder.queryOptions({ enabled: concerned }));
  const failed = data?.settings.on ? data.failed : null;
  if (!failed?.refusal) return null;
  return (
    <Problem
      act={
        <Button
          variant="default"
          size="xs"
          renderRoot={(props) => <Link to={'/pengaturan/kalender' as '/'} {...props} />}
        >
          {w.agendaOut.toSettings}
        </Button>
      }
    >
      {w.agendaOut.notWritten(dayText(failed.day, language))} {sayRefusal(failed.refusal, language)}
    </Problem>
  );
}
