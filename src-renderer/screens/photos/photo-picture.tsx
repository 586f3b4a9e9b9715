import { IconPhotoOff, IconPhotoPause } from '@tabler/icons-react';
import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import { rawPath } from '../../../src-main/contract/routes.ts';
import { useWords } from '../../words/words.tsx';
import classes from './photo-picture.module.css';

interface PhotoPictureProps {
  readonly photo: Photo;
  /** Longest side of the preview in pixels. */
  readonly size: 320 | 1600;
  /** Fills its box (cut at the edges) or shows all of it. */
  readonly fit?: 'cover' | 'contain';
  readonly eager?: boolean;
  /** Where its words stand beside it anyway: said once is enough. */
  readonly quiet?: boolean;
}

/** A photo's preview, or why there is none yet. */
export function PhotoPicture({ photo, size, fit = 'cover', eager, quiet }: PhotoPictureProps) {
  const { photos: words } = useWords();
  if (!photo.preview) {
    const Icon = photo.state === 'damaged' ? IconPhotoOff : IconPhotoPause;
    return (
      <span className={classes.none}>
        <Icon size={28} stroke={1.3} aria-hidden />
        {photo.state === 'damaged' ? words.noPreview : words.making}
      </span>
    );
  }
  return (
    <img
      className={classes.picture}
      data-fit={fit}
      src={rawPath('photoPreview', { photoId: photo.id, size: String(size) })}
      alt={quiet ? photo.alt : photo.alt || photo.caption || photo.fileName}
      width={photo.width}
      height={photo.height}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      draggable={false}
    />
  );
}
