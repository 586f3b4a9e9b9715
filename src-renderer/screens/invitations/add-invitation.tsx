import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FileReading } from '../../../src-main/contract/agenda-files.ts';
import type { AgendaReading } from '../../../src-main/contract/agenda-reading.ts';
import type { Invitation, InvitationFields } from '../../../src-main/contract/invitations.ts';
import { rawPath } from '../../../src-main/contract/routes.ts';
import { rpc } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { sayRefusal } from '../../words/say.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import { FileChoose } from '../agenda/files/file-choose.tsx';
import { DropHere } from '../agenda/files/files-anywhere.tsx';
import { givenFile } from '../agenda/files/given-file.ts';
import { Pages } from '../agenda/files/pages.tsx';
import { useDroppedFiles } from '../agenda/files/use-dropped-files.ts';
import { useFileReading } from '../agenda/files/use-file-reading.ts';
import { InvitationForm } from './invitation-form.tsx';
import classes from './invitations.module.css';
import { KnownLetter } from './known-letter.tsx';

const nothing: InvitationFields = {
  letterNo: '',
  letterDay: null,
  organizer: '',
  subject: '',
  venue: '',
  note: '',
};

/** A letter is taken in: its file is read and stands beside the fields, or they are filled by hand. */
export function AddInvitation() {
  const w = useWords();
  const [file, setFile] = useState<File | null>(() => givenFile.take());
  const [byHand, setByHand] = useState(false);
  const over = useDroppedFiles(true, setFile);
  const leadOn = useLeadingOn();
  return (
    <>
      {over ? <DropHere /> : null}
      <PageHeader title={w.invitations.add} {...(file || byHand ? {} : { about: w.invitations.addAbout })} />
      {file ? (
        <FromFile key={`${file.name} ${file.lastModified}`} file={file} onFile={setFile} />
      ) : byHand ? (
        <InvitationForm
          initial={nothing}
          onSave={(fields) => rpc.invitations.add(fields)}
          onSaved={leadOn}
          onCancel={() => setByHand(false)}
          keepWord={w.invitations.keep}
          scheduleWord={w.invitations.keepAndSchedule}
        />
      ) : (
        <>
          <FileChoose onFile={setFile} />
          <Button variant="default" mt="md" onClick={() => setByHand(true)}>
            {w.invitations.byHand}
          </Button>
        </>
      )}
    </>
  );
}

/** From a kept letter to its event, or back to the others. */
function useLeadingOn() {
  const navigate = useNavigate();
  return ({ id }: Invitation, how: 'keep' | 'schedule') =>
    how === 'schedule'
      ? navigate({ to: '/agenda/baru', search: { undangan: id }, replace: true })
      : navigate({ to: '/undangan', replace: true });
}

function FromFile({ file, onFile }: { readonly file: File; readonly onFile: (file: File | null) => void }) {
  const w = useWords();
  const language = useLanguage();
  const { view, error, cancel } = useFileReading(file);
  const leadOn = useLeadingOn();
  const text = view?.text?.text ?? '';
  const ready = view?.state === 'ready' && view.text !== null;
  const reading = useQuery({
    queryKey: ['letter', view?.id],
    queryFn: () => rpc.agenda.readText({ text: text.slice(0, 50_000) }),
    enabled: ready && text.trim() !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const leave = () => {
    cancel();
    onFile(null);
  };
  if (error || view?.refusal) {
    return (
      <>
        <Problem error={view?.refusal ? null : error}>
          {view?.refusal ? sayRefusal(view.refusal, language) : undefined}
        </Problem>
        <FileChoose onFile={onFile} />
      </>
    );
  }
  if (!view || !ready || (text.trim() !== '' && reading.isPending)) {
    const { done = 0, of = null } = view?.progress ?? {};
    return (
      <div className={classes.form} role="status">
        {w.invitations.reading}
        <Progress value={of ? (done / of) * 100 : 0} aria-label={w.invitations.reading} />
        <div>
          <Button variant="default" onClick={leave} data-back>
            {w.frame.cancel}
          </Button>
        </div>
      </div>
    );
  }
  const read = fieldsOf(reading.data, view);
  return (
    <div className={classes.layout}>
      <InvitationForm
        initial={read}
        begun
        onSave={(fields) => rpc.invitations.add({ ...fields, fileId: view.id })}
        onSaved={leadOn}
        onCancel={leave}
        keepWord={w.invitations.keep}
        scheduleWord={w.invitations.keepAndSchedule}
        notice={
          <>
            <p className={classes.soft}>{w.invitations.readFrom}</p>
            <KnownLetter {...read} sha256={view.sha256 ?? undefined} />
          </>
        }
      />
      <div className={classes.letter}>
        {view.kind === 'pdf' || view.kind === 'picture' ? (
          <Pages
            pageAt={(page) => rawPath('agendaFilePage', { fileId: view.id, page: String(page) })}
            pages={view.text?.pages ?? 1}
            open
          />
        ) : null}
      </div>
    </div>
  );
}

/** What the letter says of itself, as far as it was understood. */
function fieldsOf(reading: AgendaReading | undefined, view: FileReading): InvitationFields {
  const proposal = reading?.proposals.find((one) => one.letter !== null) ?? reading?.proposals[0];
  const letter = proposal?.letter ?? null;
  return {
    letterNo: letter?.number?.value ?? '',
    letterDay: letter?.day?.value ?? null,
    organizer: proposal?.organizer?.value ?? '',
    subject: subjectOf(letter?.subject?.value ?? '', proposal?.title?.value ?? '') || nameOf(view),
    venue: proposal?.venue?.value ?? '',
    note: '',
  };
}

/** Most letters say only `Hal: Undangan`: then what they invite to says more. */
function subjectOf(said: string, title: string): string {
  return /^undangan\W*$/iu.test(said) && title !== '' ? `${said} ${title}` : said || title;
}

const nameOf = (view: FileReading) => view.name.replace(/\.[a-z0-9]+$/i, '');
