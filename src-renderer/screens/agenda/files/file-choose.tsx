import { Button } from '@mantine/core';
import { IconCamera, IconFileUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { desk } from '../../../desk.ts';
import { useWords } from '../../../words/words.tsx';
import { expectFile } from './expect-file.ts';
import classes from './files.module.css';
import { acceptedFiles } from './given-file.ts';

interface FileChooseProps {
  readonly onFile: (file: File) => void;
}

/** Where a file is chosen: from the computer, from the files of a phone, or by its camera. Dropping works on the whole screen. */
export function FileChoose({ onFile }: FileChooseProps) {
  const w = useWords();
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // the same file again is a new choice
    input.value = '';
    if (file) onFile(file);
  };
  return (
    <div className={classes.choose}>
      <div className={classes.chooseActs}>
        <Button
          variant="default"
          leftSection={<IconFileUpload size={16} stroke={1.8} aria-hidden />}
          onClick={() => {
            expectFile();
            files.current?.click();
          }}
        >
          {w.files.choose}
        </Button>
        <span className={classes.camera}>
          <Button
            variant="default"
            leftSection={<IconCamera size={16} stroke={1.8} aria-hidden />}
            onClick={() => camera.current?.click()}
          >
            {w.files.photograph}
          </Button>
        </span>
      </div>
      <p className={classes.soft}>
        <span className={classes.withMouse}>{w.files.or}. </span>
        {w.files.kinds}
      </p>
      {desk ? null : (
        <p className={`${classes.soft} ${classes.onPhone}`}>
          {window.isSecureContext ? w.files.shareHint : w.files.sharePlain}
        </p>
      )}
      <input
        ref={files}
        type="file"
        hidden
        accept={acceptedFiles}
        aria-label={w.files.choose}
        data-file-input
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={w.files.photograph}
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  );
}
