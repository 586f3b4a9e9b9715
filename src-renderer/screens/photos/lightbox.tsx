import { ActionIcon, Modal } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import { useWords } from '../../words/words.tsx';
import classes from './lightbox.module.css';
import { PhotoPicture } from './photo-picture.tsx';
import { PhotoUses } from './photo-uses.tsx';

interface LightboxProps {
  readonly photos: readonly Photo[];
  /** Null when closed. */
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  /** How many there are in all, where `photos` are only the first of them. */
  readonly total?: number;
  /** The event or release on whose page this stands. */
  readonly here?: string;
}

/** One photo fills the screen; arrows go on, Esc or Space goes back. */
export function Lightbox({ photos, openId, onOpen, total, here }: LightboxProps) {
  const w = useWords();
  const at = photos.findIndex((photo) => photo.id === openId);
  const photo = photos[at];
  const step = (by: number) => {
    const next = photos[at + by];
    if (next !== undefined) onOpen(next.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowLeft') step(-1);
    // on a button or link it presses that
    else if (event.key === ' ' && !(event.target instanceof Element && event.target.closest('a,button'))) onOpen(null);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened={photo !== undefined} onClose={() => onOpen(null)} fullScreen>
      <Modal.Content aria-label={photo?.fileName ?? w.photos.full} className={classes.stage} onKeyDown={onKeyDown}>
        {photo === undefined ? null : (
          <figure className={classes.figure}>
            <div className={classes.picture}>
              <PhotoPicture photo={photo} size={1600} fit="contain" eager />
            </div>
            <figcaption className={classes.words}>
              <span className={classes.place}>{w.photos.place(at + 1, total ?? photos.length)}</span>
              <span>{photo.caption || w.photos.noCaption}</span>
              {photo.credit ? <span className={classes.credit}>({photo.credit})</span> : null}
              <PhotoUses photoId={photo.id} here={here} onLeave={() => onOpen(null)} onBlack />
            </figcaption>
          </figure>
        )}
        <div className={classes.acts}>
          <ActionIcon
            aria-label={w.photos.previous}
            disabled={at <= 0}
            onClick={() => step(-1)}
            className={classes.act}
          >
            <IconArrowLeft size={22} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={w.photos.next}
            disabled={at < 0 || at === photos.length - 1}
            onClick={() => step(1)}
            className={classes.act}
          >
            <IconArrowRight size={22} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={w.frame.close} onClick={() => onOpen(null)} className={classes.act} data-autofocus>
            <IconX size={22} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
