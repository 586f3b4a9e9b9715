import { Textarea, TextInput } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { ManifestPhoto } from '../../../src-main/contract/release-nouns.ts';
import { rawPath } from '../../../src-main/contract/routes.ts';
import type { PhotoChange } from '../../../src-main/text/word-diff.ts';
import { Chip } from '../../components/state-chip.tsx';
import { useWords } from '../../words/words.tsx';
import { MarkedWords } from './marked-text.tsx';
import classes from './sheet.module.css';

/** Caption and credit while the head corrects them. */
export type PhotoWords = Pick<ManifestPhoto, 'photoId' | 'caption' | 'credit'>;

interface SheetPhotosProps {
  readonly photos: readonly ManifestPhoto[];
  readonly changes: readonly PhotoChange[];
  readonly marks: boolean;
  /** Set while they are being corrected. */
  readonly words?: readonly PhotoWords[] | undefined;
  readonly onWords?: (words: readonly PhotoWords[]) => void;
}

/** The photos in the order media get them, each with its words. */
export function SheetPhotos({ photos, changes, marks, words, onWords }: SheetPhotosProps) {
  const w = useWords().approval;
  const gone = changes.filter((change) => change.change === 'removed').length;
  return (
    <section className={classes.photos} aria-label={w.photos(photos.length)}>
      <h2 className={classes.heading}>{w.photos(photos.length)}</h2>
      {photos.map((photo, at) => {
        const change = changes.find((one) => one.photoId === photo.photoId);
        const typed = words?.[at];
        const put = (fields: Partial<PhotoWords>) =>
          onWords?.((words ?? []).map((one, index) => (index === at ? { ...one, ...fields } : one)));
        return (
          <figure key={photo.photoId} className={classes.figure}>
            <Picture photo={photo} label={w.photo(at + 1, photos.length)} />
            {typed === undefined ? (
              <figcaption lang="id">
                {marks && change?.change === 'added' ? <Chip tone="amber">{w.newPhoto}</Chip> : null}
                <span>
                  {photo.caption === '' ? (
                    <em>{w.noCaption}</em>
                  ) : change === undefined ? (
                    photo.caption
                  ) : (
                    <MarkedWords words={change.caption} marks={marks && change.change !== 'added'} />
                  )}
                </span>
                {photo.credit === '' ? null : <span className={classes.credit}>{photo.credit}</span>}
              </figcaption>
            ) : (
              <div className={classes.captionFields}>
                <Textarea
                  label={w.caption(at + 1)}
                  autosize
                  minRows={2}
                  lang="id"
                  value={typed.caption}
                  onChange={(event) => put({ caption: event.currentTarget.value })}
                />
                <TextInput
                  label={w.credit(at + 1)}
                  value={typed.credit}
                  onChange={(event) => put({ credit: event.currentTarget.value })}
                />
              </div>
            )}
          </figure>
        );
      })}
      {marks && gone > 0 ? <p className={classes.soft}>{w.removedPhotos(gone)}</p> : null}
    </section>
  );
}

function Picture({ photo, label }: { readonly photo: ManifestPhoto; readonly label: string }) {
  const [missing, setMissing] = useState(false);
  if (missing)
    return (
      <div className={classes.noPicture} role="img" aria-label={label}>
        <IconPhotoOff size={28} stroke={1.4} aria-hidden />
      </div>
    );
  return (
    <img
      src={rawPath('photoPreview', { photoId: photo.photoId, size: '1600' })}
      alt={photo.alt || label}
      loading="lazy"
      decoding="async"
      onError={() => setMissing(true)}
    />
  );
}
