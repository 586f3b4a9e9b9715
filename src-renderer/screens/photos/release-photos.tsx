import { ActionIcon, Button, Modal, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPhoto, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Problem } from '../../components/problem.tsx';
import { useUndo } from '../../components/undo.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { AddPhotos } from './add-photos.tsx';
import { putPhoto } from './photo-cache.ts';
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
  const [choosing, setChoosing] = useState(false);
  const photos = useQuery({
    ...client.photos.byIds.queryOptions({ input: { ids: [...photoIds] } }),
    enabled: photoIds.length > 0,
  });
  const attach = useMutation(client.releases.attachPhotos.mutationOptions());
  const detach = useMutation(client.releases.detachPhoto.mutationOptions());
  const order = useMutation(client.releases.orderPhotos.mutationOptions());
  const shown = photoIds.length === 0 ? [] : (photos.data ?? []);

  const move = (index: number, by: number) => {
    const ids = [...photoIds];
    const [id] = ids.splice(index, 1);
    if (id === undefined) return;
    ids.splice(index + by, 0, id);
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
              await client.releases.orderPhotos.call({ releaseId, photoIds: [...photoIds] });
            },
          }),
      },
    );

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
      {shown.length === 0 && !photos.isFetching ? (
        <EmptyState small icon={IconPhoto} title={words.none}>
          {words.releaseNone}
        </EmptyState>
      ) : null}
      <ol className={classes.list}>
        {shown.map((photo, index) => (
          <li key={photo.id} className={classes.one}>
            <span className={classes.picture}>
              <PhotoPicture photo={photo} size={320} />
            </span>
            <CaptionInPlace photo={photo} editable={editable} />
            {editable ? (
              <span className={classes.acts}>
                <ActionIcon
                  size="sm"
                  aria-label={`${words.earlier}: ${photo.fileName}`}
                  disabled={index === 0 || order.isPending}
                  onClick={() => move(index, -1)}
                >
                  <IconArrowUp size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={`${words.later}: ${photo.fileName}`}
                  disabled={index === shown.length - 1 || order.isPending}
                  onClick={() => move(index, 1)}
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
      <Problem error={photos.error ?? attach.error ?? detach.error ?? order.error} />
      {!editable && shown.length > 0 ? <p className={classes.note}>{words.releaseLocked}</p> : null}
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

/** The caption as it stands; a press makes it writable, leaving it saves. */
function CaptionInPlace({ photo, editable }: { readonly photo: Photo; readonly editable: boolean }) {
  const { photos: words } = useWords();
  const may = useMay();
  const [typed, setTyped] = useState<string | null>(null);
  const change = useMutation(client.photos.change.mutationOptions({ onSuccess: putPhoto }));
  const save = () => {
    const caption = typed?.trim() ?? photo.caption;
    if (caption === photo.caption) return setTyped(null);
    change.mutate({ id: photo.id, version: photo.version, caption }, { onSuccess: () => setTyped(null) });
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
      {photo.credit ? <span className={classes.credit}>({photo.credit})</span> : null}
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
