import { Button, Group } from '@mantine/core';
import { IconDownload, IconShare } from '@tabler/icons-react';
import { useState } from 'react';
import { Problem } from '../../../components/problem.tsx';
import { useAct } from '../../../forms/use-act.ts';
import { useWords } from '../../../words/words.tsx';
import { canShareFiles, type MadeFile, makeFile, saveFile, shareFile } from './save-file.ts';

interface FileActsProps {
  /** Raw route of the file; null while it cannot be made. */
  readonly path: string | null;
  readonly type: string;
  /** `Unduh PDF`. */
  readonly word: string;
  /** Done before the file is made. */
  readonly before?: () => Promise<unknown>;
}

/** Makes a file and keeps it, or hands it to the phone's other programs. */
export function FileActs({ path, type, word, before }: FileActsProps) {
  const w = useWords();
  const [made, setMade] = useState<string | null>(null);
  const phone = canShareFiles(type);
  const act = useAct({
    mutationFn: async (use: (file: MadeFile) => unknown) => {
      if (path === null) return;
      setMade(null);
      await before?.();
      const file = await makeFile(path);
      await use(file);
      setMade(file.name);
    },
  });
  return (
    <>
      <Problem error={act.error} />
      <Group justify="flex-end" gap="sm">
        <span role="status" style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.8125rem' }}>
          {made === null ? '' : w.agendaOut.made(made)}
        </span>
        {phone ? (
          <Button
            variant="default"
            disabled={path === null}
            leftSection={<IconShare size={16} stroke={1.8} aria-hidden />}
            onClick={() => act.mutate(shareFile)}
          >
            {w.agenda.sharePhone}
          </Button>
        ) : null}
        <Button
          data-primary
          disabled={path === null}
          loading={act.isPending}
          leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}
          onClick={() => act.mutate(saveFile)}
        >
          {word}
        </Button>
      </Group>
    </>
  );
}
