import { ActionIcon, Button, Modal, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPhoto, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type DragEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import type { Release } from '../../../src-main/contract/release-nouns.ts';
import { client, queryClient } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Problem } from '../../components/problem.tsx';
import { useUndo } from '../../components/undo.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { AddPhotos } from './add-photos.tsx';
import { useChangePhoto } from './change-photo.ts';
import { Lightbox } from './lightbox.tsx';
import { PhotoGrid } from './photo-grid.tsx';
import { PhotoPicture } from './photo-picture.tsx';
import classes from './release-photos.module.css';

interface ReleasePhotosProps {
  readonly releaseId: string;
  /** In their order. */
  readonly photoIds: readonly string[];
  readonly editable: boolean;
}

/** The photos of a release, in the order media get them, with the captions that go along. */
export function ReleasePhotos({ releaseId, photoIds, editable }: ReleasePhotosProps) {
  const { photos: words } = useWords();
  const offerUndo = useUndo();
  const list = useRef<HTMLOListElement>(null);
  const [choosing, setChoosing] = useState(false);
  const [fullId, setFullId] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const [ordered, setOrdered] = useState<readonly string[] | null>(null);
  const release = useQuery(client.releases.get.queryOptions({ input: { releaseId } }));
  const photos = useQuery({
    // another order is no reason to look again
    ...client.photos.byIds.queryOptions({ input: { ids: [...photoIds].sort() } }),
    enabled: photoIds.length > 0,
    placeholderData: keepPreviousData,
  });
  const put = { onSuccess: putRelease };
  const attach = useMutation(client.releases.attachPhotos.mutationOptions(put));
  const detach = useMutation(client.releases.detachPhoto.mutationOptions(put));
  const order = useMutation(client.releases.orderPhotos.mutationOptions({ ...put, onSettled: () => setOrdered(null) }));
  const byId = new Map((photos.data ?? []).map((photo) => [photo.id, photo]));
  const shown = (ordered ?? photoIds).flatMap((id) => byId.get(id) ?? []);

  /** What has the focus keeps it: moving a row takes it out of the page for a moment. */
  const held = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (held.current === null) return;
    list.current?.querySelector<HTMLElement>(held.current)?.focus();
    held.current = null;
  });
  const move = (id: string, to: number, part: 'picture' | 'earlier' | 'later') => {
    const ids = shown.map((photo) => photo.id).filter((other) => other !== id);
    const place = Math.max(0, Math.min(ids.length, to));
    ids.splice(place, 0, id);
    // the button that got it to the end has nothing more to do
    const still =
      (part === 'earlier' && place === 0) || (part === 'later' && place === ids.length - 1) ? 'picture' : part;
    held.current = `[data-row="${id}"] [data-part="${still}"]`;
    setOrdered(ids);
    setSpoken(words.moved(place + 1));
    order.mutate({ releaseId, photoIds: ids });
  };
  const remove = (photo: Photo) =>
    detach.mutate(
      { releaseId, photoId: photo.id },
      {
        onSuccess: () =>
          offerUndo({
            words: `${words.remove}: ${photo.fileName}`,
            undo: async () => {
              await client.releases.attachPhotos.call({ releaseId, photoIds: [photo.id] });
              putRelease(await client.releases.orderPhotos.call({ releaseId, photoIds: [...photoIds] }));
            },
          }),
      },
    );
  const onDrop = (event: DragEvent, onto: number) => {
    event.preventDefault();
    if (dragged !== null) move(dragged, onto, 'picture');
    setDragged(null);
    setTarget(null);
  };
  const draggedAt = shown.findIndex((photo) => photo.id === dragged);
  const state = release.data?.state;

  return (
    <section aria-labelledby="release-photos" className={classes.photos}>
      <div className={classes.head}>
        <h3 id="release-photos" className={classes.title}>
          {words.releasePhotos}
        </h3>
        {editable ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPhotoPlus size={16} stroke={1.6} aria-hidden />}
            onClick={() => setChoosing(true)}
          >
            {words.add}
          </Button>
        ) : null}
      </div>
      {photoIds.length === 0 ? (
        <EmptyState small icon={IconPhoto} title={words.none}>
          {words.releaseNone}
        </EmptyState>
      ) : null}
      {editable && shown.length > 1 ? <p className={classes.note}>{words.releaseOrder}</p> : null}
      <ol className={classes.list} ref={list}>
        {shown.map((photo, index) => (
          <li
            key={photo.id}
            className={classes.one}
            data-row={photo.id}
            data-target={target === photo.id ? (draggedAt < index ? 'after' : 'before') : undefined}
            data-dragged={dragged === photo.id || undefined}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setTarget(photo.id);
            }}
            onDrop={(event) => onDrop(event, index)}
          >
            <button
              type="button"
              className={classes.picture}
              data-part="picture"
              aria-label={`${words.full}: ${photo.fileName}`}
              draggable={editable}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', photo.id);
                setDragged(photo.id);
              }}
              onDragEnd={() => {
                setDragged(null);
                setTarget(null);
              }}
              onClick={() => setFullId(photo.id)}
              onKeyDown={(event) => {
                const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
                if (!editable || by === undefined || !event.altKey || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                if (shown[index + by] !== undefined) move(photo.id, index + by, 'picture');
              }}
            >
              <PhotoPicture photo={photo} size={320} quiet />
            </button>
            <CaptionInPlace photo={photo} editable={editable} />
            {editable ? (
              <span className={classes.acts}>
                <ActionIcon
                  size="sm"
                  data-part="earlier"
                  aria-label={`${words.earlier}: ${photo.fileName}`}
                  disabled={index === 0}
                  onClick={() => move(photo.id, index - 1, 'earlier')}
                >
                  <IconArrowUp size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  data-part="later"
                  aria-label={`${words.later}: ${photo.fileName}`}
                  disabled={index === shown.length - 1}
                  onClick={() => move(photo.id, index + 1, 'later')}
                >
                  <IconArrowDown size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={`${words.remove}: ${photo.fileName}`}
                  disabled={detach.isPending}
                  onClick={() => remove(photo)}
                >
                  <IconX size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="k-unseen" role="status">
        {spoken}
      </p>
      <Problem error={photos.error ?? attach.error ?? detach.error ?? order.error} />
      {!editable && shown.length > 0 && state !== undefined && state !== 'draft' && state !== 'returned' ? (
        <p className={classes.note}>{state === 'submitted' ? words.releaseWaiting : words.releaseLocked}</p>
      ) : null}
      <Lightbox photos={shown} openId={fullId} onOpen={setFullId} here={releaseId} />
      {choosing ? (
        <ChoosePhotos
          releaseId={releaseId}
          there={photoIds}
          onClose={() => setChoosing(false)}
          onChosen={(ids) =>
            attach.mutateAsync({ releaseId, photoIds: ids }).then(
              () => setChoosing(false),
              () => {},
            )
          }
        />
      ) : null}
    </section>
  );
}

/** The release as the core has just changed it, so that nothing jumps back until it is looked at again. */
function putRelease(release: Release): void {
  queryClient.setQueryData(client.releases.get.queryKey({ input: { releaseId: release.id } }), release);
}

/** Caption and credit, which a release needs of each photo; leaving a field saves. */
function CaptionInPlace({ photo, editable }: { readonly photo: Photo; readonly editable: boolean }) {
  const { photos: words } = useWords();
  const may = useMay();
  const [typed, setTyped] = useState<string | null>(null);
  const [typedCredit, setTypedCredit] = useState<string | null>(null);
  const change = useChangePhoto(photo.id);
  const save = () => {
    const caption = typed?.trim() ?? photo.caption;
    const credit = typedCredit?.trim() ?? photo.credit;
    // what is typed on meanwhile stays
    const letGo = () => {
      setTyped((now) => (now?.trim() === caption ? null : now));
      setTypedCredit((now) => (now?.trim() === credit ? null : now));
    };
    if (caption === photo.caption && credit === photo.credit) return letGo();
    change.mutate({ id: photo.id, version: photo.version, caption, credit }, { onSuccess: letGo });
  };
  if (!editable || !may('photos.write'))
    return (
      <span className={classes.caption}>
        {photo.caption || words.noCaption}
        {photo.credit ? ` (${photo.credit})` : ''}
      </span>
    );
  return (
    <span className={classes.caption}>
      <Textarea
        size="xs"
        variant="unstyled"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        aria-label={`${words.caption}: ${photo.fileName}`}
        placeholder={words.noCaption}
        value={typed ?? photo.caption}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
      <TextInput
        size="xs"
        variant="unstyled"
        maxLength={200}
        aria-label={`${words.credit}: ${photo.fileName}`}
        placeholder={words.noCredit}
        value={typedCredit ?? photo.credit}
        onChange={(event) => setTypedCredit(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
        }}
      />
      <Problem error={change.error} />
    </span>
  );
}

interface ChoosePhotosProps {
  readonly releaseId: string;
  readonly there: readonly string[];
  readonly onClose: () => void;
  readonly onChosen: (ids: string[]) => Promise<void>;
}

/** Photos of the release's event (or the newest of the archive where it has none) to attach. */
function ChoosePhotos({ releaseId, there, onClose, onChosen }: ChoosePhotosProps) {
  const w = useWords();
  const words = w.photos;
  const may = useMay();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [activeId, setActiveId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const release = useQuery(client.releases.get.queryOptions({ input: { releaseId } }));
  const eventId = release.data?.eventId ?? null;
  const list = useQuery({
    ...client.photos.list.queryOptions({ input: eventId === null ? {} : { eventId } }),
    enabled: release.isSuccess,
  });
  const left = (list.data?.photos ?? []).filter((photo) => !there.includes(photo.id));
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={words.add} closeButtonProps={{ 'aria-label': w.frame.close }}>
      {list.isSuccess && left.length === 0 ? (
        may('photos.write') ? (
          <AddPhotos eventId={eventId} wide />
        ) : (
          <EmptyState small icon={IconPhoto} title={words.none}>
            {words.noneReadOnly}
          </EmptyState>
        )
      ) : null}
      <PhotoGrid
        label={words.add}
        photos={left}
        activeId={activeId}
        onActive={setActiveId}
        selected={selected}
        onSelect={setSelected}
        onEdit={toggle}
      />
      <Problem error={release.error ?? list.error} />
      <div className={classes.choose}>
        <Button variant="default" onClick={onClose}>
          {w.frame.cancel}
        </Button>
        <Button
          loading={busy}
          disabled={selected.size === 0}
          onClick={() => {
            setBusy(true);
            // in the order of the event, not of the pressing
            void onChosen(left.filter((photo) => selected.has(photo.id)).map((photo) => photo.id)).finally(() =>
              setBusy(false),
            );
          }}
        >
          {words.addChosen(selected.size)}
        </Button>
      </div>
    </Modal>
  );
}
