import '@mantine/dropzone/styles.css';
import { Button, FileButton } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useWords } from '../../words/words.tsx';
import classes from './add-photos.module.css';
import { acceptedTypes } from './photo-types.ts';
import { startUpload } from './uploads/uploads.ts';

interface AddPhotosProps {
  readonly eventId: string | null;
  /** A wide place to drop on, for where nothing is yet; a button otherwise. The whole page takes a drop in both. */
  readonly wide?: boolean;
  /** The screen's one primary act. */
  readonly primary?: boolean;
}

/** Adds photos by dropping anywhere on the page or by choosing files; the batch then goes on by itself. */
export function AddPhotos({ eventId, wide, primary }: AddPhotosProps) {
  const { photos: words } = useWords();
  const add = (files: File[]) => void startUpload(files, eventId);
  const button = (
    <FileButton multiple accept={acceptedTypes.join(',')} onChange={add}>
      {(press) => (
        <Button
          {...press}
          leftSection={<IconPhotoPlus size={18} stroke={1.6} aria-hidden />}
          {...(primary ? { 'data-primary': true } : { variant: 'default' })}
        >
          {words.choose}
        </Button>
      )}
    </FileButton>
  );
  return (
    <>
      {wide ? (
        <div className={classes.wide}>
          <IconPhotoPlus size={32} stroke={1.2} aria-hidden className={classes.icon} />
          <p className={classes.title}>{words.drop}</p>
          <p className={classes.note}>{words.dropNote}</p>
          {button}
        </div>
      ) : (
        button
      )}
      {/* no list of types: what is no picture is refused by the core with its reason, not swallowed here */}
      <Dropzone.FullScreen active withinPortal={false} onDrop={add} className={classes.over}>
        <div className={classes.now}>
          <IconPhotoPlus size={48} stroke={1.2} aria-hidden />
          {words.dropNow}
        </div>
      </Dropzone.FullScreen>
    </>
  );
}
