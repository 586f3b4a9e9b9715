import { ActionIcon, Anchor, Autocomplete, Button, Group, Textarea } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconMaximize } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import { rawPath } from '../../../src-main/contract/routes.ts';
import { Facts } from '../../components/inspector.tsx';
import { Problem } from '../../components/problem.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { useChangePhoto } from './change-photo.ts';
import { wallTimeText } from './photo-facts.ts';
import { PhotoPicture } from './photo-picture.tsx';
import { PhotoUses } from './photo-uses.tsx';
import classes from './photo-words.module.css';

interface PhotoWordsProps {
  readonly photo: Photo;
  readonly at: number;
  readonly of: number;
  readonly editable: boolean;
  /** The event on whose page this stands. */
  readonly eventId: string | undefined;
  /** Credits used nearby, offered while typing. */
  readonly credits: readonly string[];
  /** To the neighbour; the caption keeps the focus. */
  readonly onStep: (by: 1 | -1) => void;
  readonly onFull: () => void;
  /** Grows with every wish to write: the caption then takes the focus. */
  readonly wish: number;
}

type Words = Pick<Photo, 'caption' | 'credit' | 'alt'>;

/** The words of one photo. Saved when a field is left and on Enter, which goes on to the next photo. */
export function PhotoWords({ photo, at, of, editable, eventId, credits, onStep, onFull, wish }: PhotoWordsProps) {
  const { photos: words } = useWords();
  const language = useLanguage();
  const caption = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<Words>(wordsOf(photo));
  const [shown, setShown] = useState(photo);
  const change = useChangePhoto(photo.id);

  // another photo, or newer words of this one from elsewhere: what was not typed over here follows
  if (shown !== photo) {
    setShown(photo);
    if (shown.id !== photo.id) setTyped(wordsOf(photo));
    else
      setTyped((now) => ({
        caption: now.caption === shown.caption ? photo.caption : now.caption,
        credit: now.credit === shown.credit ? photo.credit : now.credit,
        alt: now.alt === shown.alt ? photo.alt : now.alt,
      }));
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: resets belong to the photo, not to the mutation
  useEffect(() => change.reset(), [photo.id]);
  const writesOn = useRef(false);
  useEffect(() => {
    if (wish > 0 && editable) caption.current?.focus();
  }, [wish, editable]);
  // after Enter the pen goes along to the next photo; walking through the grid leaves the focus where it is
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another photo is shown
  useEffect(() => {
    if (writesOn.current) caption.current?.focus();
    writesOn.current = false;
  }, [photo.id]);

  const dirty = typed.caption !== photo.caption || typed.credit !== photo.credit || typed.alt !== photo.alt;
  const save = () => {
    if (!editable || !dirty) return;
    change.mutate({ id: photo.id, version: photo.version, ...typed });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      save();
      writesOn.current = true;
      onStep(1);
    } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      save();
      writesOn.current = true;
      onStep(event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  const field = (name: keyof Words) => ({
    value: typed[name],
    readOnly: !editable,
    onBlur: save,
    onKeyDown,
  });

  return (
    <div className={classes.words}>
      <button type="button" className={classes.picture} onClick={onFull} aria-label={words.full}>
        <PhotoPicture photo={photo} size={1600} fit="contain" eager />
      </button>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <span className={classes.place}>{words.place(at + 1, of)}</span>
        <Group gap={4} wrap="nowrap">
          <ActionIcon aria-label={words.previous} disabled={at === 0} onClick={() => onStep(-1)}>
            <IconArrowLeft size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={words.next} disabled={at === of - 1} onClick={() => onStep(1)}>
            <IconArrowRight size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={words.full} onClick={onFull}>
            <IconMaximize size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {photo.state === 'damaged' ? <Problem>{words.damagedNote}</Problem> : null}
      <Textarea
        ref={caption}
        label={words.caption}
        placeholder={words.captionHint}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={2000}
        {...field('caption')}
        onChange={(event) => setTyped({ ...typed, caption: event.currentTarget.value })}
      />
      <Autocomplete
        label={words.credit}
        placeholder={words.creditHint}
        data={credits.filter((credit) => credit !== '')}
        maxLength={200}
        {...field('credit')}
        onChange={(credit) => setTyped({ ...typed, credit })}
      />
      <Textarea
        label={words.alt}
        placeholder={words.altHint}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={1000}
        {...field('alt')}
        onChange={(event) => setTyped({ ...typed, alt: event.currentTarget.value.replace(/\n/g, ' ') })}
      />
      {editable ? (
        <p className={classes.note}>
          <span role="status" className={classes.saved}>
            {change.isPending ? words.saving : dirty ? '' : typed.caption === '' ? '' : words.saved}
          </span>
          <span className={classes.keys}>{words.enterNext}</span>
        </p>
      ) : null}
      <Problem
        error={change.error}
        act={
          change.error ? (
            <Button size="compact-sm" variant="default" onClick={save}>
              {words.goOn}
            </Button>
          ) : null
        }
      />
      <PhotoUses photoId={photo.id} here={eventId} />
      <div className={classes.facts}>
        <StateChip of="photo" state={photo.state} />
        <Facts
          facts={[
            [words.taken, photo.takenAt === null ? null : wallTimeText(photo.takenAt, language)],
            [words.camera, photo.camera],
            [
              words.size,
              `${photo.width} × ${photo.height} px · ${(photo.bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 })} MB`,
            ],
            [words.file, photo.fileName],
            [words.addedBy, photo.addedBy],
            [words.copy, words.verified[photo.verified]],
          ]}
        />
        <Anchor href={rawPath('photoOriginal', { photoId: photo.id })} download={photo.fileName}>
          {words.original}
        </Anchor>
      </div>
    </div>
  );
}

function wordsOf({ caption, credit, alt }: Photo): Words {
  return { caption, credit, alt };
}
