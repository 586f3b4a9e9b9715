import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import type { FileReading } from '../../../../src-main/contract/agenda-files.ts';
import { rawPath } from '../../../../src-main/contract/routes.ts';
import { ToneBox } from '../../../components/tone-box.tsx';
import { useWords } from '../../../words/words.tsx';
import { PasteAgenda } from '../paste/paste-agenda.tsx';
import { FileChoose } from './file-choose.tsx';
import { FileScreen } from './file-screen.tsx';
import classes from './files.module.css';
import { DropHere } from './files-anywhere.tsx';
import { asTable, givenFile } from './given-file.ts';
import { Pages } from './pages.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';
import { WaitingImports } from './waiting-imports.tsx';

interface PasteOrFileProps {
  readonly onDone: (day: string | null) => void;
  readonly text?: string;
  /** A file that the core has already: shared from a phone. */
  readonly fileId?: string | undefined;
  readonly autoFocus?: boolean;
}

/** What the core says of something that was shared and not taken. */
const notTaken = { masuk: 'shareSignIn', gagal: 'shareGone' } as const;

type Source = File | { readonly id: string };

/** *Tempel apa saja*: a text becomes cards, a file becomes text, cards or a table, whichever it is. */
export function PasteOrFile({ onDone, text = '', fileId, autoFocus = false }: PasteOrFileProps) {
  const w = useWords();
  const [source, setSource] = useState<Source | null>(
    () => givenFile.take() ?? (fileId && !(fileId in notTaken) ? { id: fileId } : asTable(text)),
  );
  const missed = fileId === 'masuk' || fileId === 'gagal' ? w.files[notTaken[fileId]] : null;
  const [letter, setLetter] = useState<FileReading | null>(null);
  const give = (file: File) => {
    setLetter(null);
    setSource(file);
  };
  const over = useDroppedFiles(true, give);

  if (source !== null) {
    return (
      <>
        {over ? <DropHere /> : null}
        <FileScreen
          source={source}
          onText={(view) => {
            setLetter(view);
            setSource(null);
          }}
          onLeave={() => setSource(null)}
          onFile={give}
          onDone={onDone}
        />
      </>
    );
  }
  if (letter?.text) {
    const { fromPicture, pages, pagesRead } = letter.text;
    return (
      <>
        {over ? <DropHere /> : null}
        {fromPicture || pagesRead < pages ? (
          <div className={classes.notice}>
            <ToneBox tone="amber" icon={<IconEye size={18} stroke={1.8} aria-hidden />}>
              {fromPicture ? w.files.fromPicture : null}{' '}
              {pagesRead < pages ? w.files.pagesRead(pagesRead, pages) : null}
            </ToneBox>
          </div>
        ) : null}
        <PasteAgenda
          key={letter.id}
          text={letter.text.text}
          fileId={letter.id}
          onDone={onDone}
          beside={
            letter.kind === 'pdf' || letter.kind === 'picture' ? (
              <Pages
                pageAt={(page) => rawPath('agendaFilePage', { fileId: letter.id, page: String(page) })}
                pages={pages}
                open={fromPicture}
              />
            ) : null
          }
        />
      </>
    );
  }
  return (
    <>
      {over ? <DropHere /> : null}
      {missed ? (
        <div className={classes.notice}>
          <ToneBox tone="amber" icon={<IconEye size={18} stroke={1.8} aria-hidden />}>
            {missed}
          </ToneBox>
        </div>
      ) : null}
      <WaitingImports onOpen={(id) => setSource({ id })} />
      <PasteAgenda
        text={text}
        autoFocus={autoFocus}
        onDone={onDone}
        more={<FileChoose onFile={give} />}
        onTable={give}
      />
    </>
  );
}
