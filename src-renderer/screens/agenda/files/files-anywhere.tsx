import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import classes from './files.module.css';
import { givenFile } from './given-file.ts';
import { useDroppedFiles } from './use-dropped-files.ts';

/** On a screen that shows the agenda: a file dropped or pasted anywhere is read. Renders only while one hovers. */
export function FilesAnywhere() {
  const navigate = useNavigate();
  const over = useDroppedFiles(useMay()('agenda.write'), (file) => {
    givenFile.keep(file);
    void navigate({ to: '/agenda/tempel' });
  });
  return over ? <DropHere /> : null;
}

/** Says over the whole screen what letting go does. */
export function DropHere() {
  const w = useWords();
  return (
    <div className={classes.over} role="status">
      <span>{w.files.drop}</span>
    </div>
  );
}
