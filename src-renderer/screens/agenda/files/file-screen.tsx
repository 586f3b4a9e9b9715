import { Button, Progress } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { FileReading } from '../../../../src-main/contract/agenda-files.ts';
import { Again } from '../../../components/again.tsx';
import { Problem } from '../../../components/problem.tsx';
import { sayRefusal } from '../../../words/say.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { FileChoose } from './file-choose.tsx';
import classes from './files.module.css';
import { ImportTable } from './import-table.tsx';
import { Refused } from './send-file.ts';
import { SpanForm } from './span-form.tsx';
import { useFileReading } from './use-file-reading.ts';

interface FileScreenProps {
  readonly source: File | { readonly id: string };
  /** The file is words: they go to the reader of texts. */
  readonly onText: (view: FileReading) => void;
  readonly onLeave: () => void;
  readonly onFile: (file: File) => void;
  readonly onDone: (day: string | null) => void;
}

/** A file from the moment it is given until it is in the agenda: sent, read, its columns told, looked at, taken in. */
export function FileScreen({ source, onText, onLeave, onFile, onDone }: FileScreenProps) {
  const w = useWords();
  const language = useLanguage();
  const { view, error, follow, fail, cancel, again } = useFileReading(source);
  const isText = view?.state === 'ready' && view.text !== null;
  useEffect(() => {
    if (isText && view) onText(view);
  }, [isText, view, onText]);

  const name = view?.name ?? (source instanceof File ? source.name : '');
  const refusal = view?.refusal ?? (error instanceof Refused ? error.refusal : null);
  const failed = error !== null || view?.state === 'failed' || view?.state === 'cancelled';
  const leave = () => {
    cancel();
    onLeave();
  };

  if (failed) {
    return (
      <div className={classes.screen}>
        <h2 className={classes.name}>{name}</h2>
        <Problem error={refusal ? null : error} act={error !== null && !refusal ? <Again onAgain={again} /> : null}>
          {refusal ? sayRefusal(refusal, language) : undefined}
        </Problem>
        {view && refusal?.code === 'too_many_events' ? <SpanForm view={view} onView={follow} /> : null}
        {view?.table && refusal?.code === 'file_empty' ? (
          <ColumnsForm view={view} onView={follow} onError={fail} onLeave={leave} />
        ) : (
          <>
            <FileChoose onFile={onFile} />
            <div>
              <Button variant="default" onClick={leave} data-back>
                {w.files.pasteText}
              </Button>
            </div>
          </>
        )}
        {view?.report && view.report.problems.length > 0 ? <Problems view={view} /> : null}
      </div>
    );
  }
  if (view?.state === 'columns') {
    return (
      <div className={classes.screen}>
        <h2 className={classes.name}>{name}</h2>
        <ColumnsForm view={view} onView={follow} onError={fail} onLeave={leave} />
      </div>
    );
  }
  if (view?.report && ['ready', 'landing', 'landed', 'undoing'].includes(view.state)) {
    return (
      <ImportTable
        view={view}
        problems={view.report.problems.length > 0 ? <Problems view={view} /> : null}
        onView={follow}
        onLeave={leave}
        onDone={onDone}
      />
    );
  }
  const { step, done, of } = view?.progress ?? { step: 'receiving' as const, done: 0, of: null };
  const counted = of !== null && of > 0;
  return (
    <div className={classes.screen} aria-busy>
      <h2 className={classes.name}>
        <IconFileUpload size={18} stroke={1.8} aria-hidden /> {name}
      </h2>
      <div role="status">
        {w.files.steps[step]}
        {counted && step !== 'receiving' && step !== 'words' ? ` · ${w.files.ofMany(done, of)}` : ''}
        {counted && (step === 'receiving' || step === 'words') ? ` · ${Math.floor((done / of) * 100)}%` : ''}
      </div>
      <Progress value={counted ? (done / of) * 100 : 0} aria-label={w.files.steps[step]} />
      <div>
        <Button variant="default" onClick={leave} data-back>
          {w.files.cancel}
        </Button>
      </div>
    </div>
  );
}

/** What was left out or needs a look, in red and with its line: nothing is passed over in silence. */
function Problems({ view }: { readonly view: FileReading }) {
  const w = useWords();
  const { problems, problemCount } = view.report ?? { problems: [], problemCount: 0 };
  return (
    <section className={classes.problems} aria-label={w.files.problemsTitle(problemCount)}>
      <h3>{w.files.problemsTitle(problemCount)}</h3>
      <ul>
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes
          <li key={index}>
            {problem.line === null ? null : <span className={classes.line}>{w.files.line(problem.line)}</span>}
            <span>
              {w.files.problems[problem.code]}
              {problem.text ? <q>{problem.text}</q> : null}
            </span>
          </li>
        ))}
      </ul>
      {problemCount > problems.length ? <p>{w.files.moreProblems(problemCount - problems.length)}</p> : null}
    </section>
  );
}
