import { Button, Drawer, Group, Menu, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import { client } from '../../client.ts';
import { Beside, Inspector } from '../../components/inspector.tsx';
import { Problem } from '../../components/problem.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { Lightbox } from './lightbox.tsx';
import { putOrder, putPhoto } from './photo-cache.ts';
import classes from './photo-desk.module.css';
import { PhotoGrid } from './photo-grid.tsx';
import { PhotoWords } from './photo-words.tsx';

interface PhotoDeskProps {
  readonly photos: readonly Photo[];
  /** With it the order can be changed and photos go into this event's releases. */
  readonly eventId?: string;
  /** How many there are in all, where `photos` are only the first of them. */
  readonly total?: number;
  /** Called when the last of `photos` come near. */
  readonly onEnd?: () => void;
}

/** Grid, words beside it, lightbox, and what can be done with several at once. */
export function PhotoDesk({ photos, eventId, total, onEnd }: PhotoDeskProps) {
  const w = useWords();
  const words = w.photos;
  const may = useMay();
  const editable = may('photos.write');
  const phone = useMediaQuery('(max-width: 600px)') ?? false;
  const [activeId, setActiveId] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const [wish, setWish] = useState(0);
  const [fullId, setFullId] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [ordered, setOrdered] = useState<readonly string[] | null>(null);
  const order = useMutation(
    client.photos.order.mutationOptions({
      onSuccess: (photos, input) => putOrder(input.eventId, photos),
      onSettled: () => setOrdered(null),
    }),
  );

  const sorted = useMemo(() => {
    if (ordered === null) return photos;
    const byId = new Map(photos.map((photo) => [photo.id, photo]));
    return ordered.flatMap((id) => byId.get(id) ?? []);
  }, [photos, ordered]);
  const at = sorted.findIndex((photo) => photo.id === activeId);
  const active = sorted[at];
  const chosen = sorted.filter((photo) => selected.has(photo.id));
  const credits = useMemo(() => [...new Set(photos.map((photo) => photo.credit))], [photos]);

  const onEdit = (id: string) => {
    setActiveId(id);
    setEditing(true);
    if (!phone) setWish((now) => now + 1);
  };
  const onStep = useCallback(
    (by: 1 | -1) => {
      const next = sorted[at + by];
      if (next !== undefined) setActiveId(next.id);
    },
    [sorted, at],
  );
  const close = () => {
    setEditing(false);
    setWish(0);
    document.querySelector<HTMLElement>(`[data-photo="${activeId}"]`)?.focus();
  };
  const panel =
    editing && active !== undefined ? (
      <PhotoWords
        photo={active}
        at={at}
        of={total ?? sorted.length}
        eventId={eventId}
        editable={editable}
        credits={credits}
        onStep={onStep}
        onFull={() => setFullId(active.id)}
        wish={wish}
      />
    ) : null;

  return (
    <>
      <Beside
        inspector={
          panel !== null && !phone ? (
            <Inspector title={words.caption} quiet onClose={close}>
              {panel}
            </Inspector>
          ) : null
        }
      >
        {chosen.length > 0 ? (
          <Chosen photos={chosen} eventId={eventId} editable={editable} onLetGo={() => setSelected(new Set())} />
        ) : (
          <p className={classes.keys}>
            {phone ? words.keysPhone : eventId !== undefined && editable ? words.keysOrder : words.keys}
          </p>
        )}
        <Problem error={order.error} />
        <PhotoGrid
          label={words.grid}
          photos={sorted}
          {...(total === undefined ? {} : { total })}
          {...(onEnd === undefined ? {} : { onEnd })}
          activeId={activeId}
          onActive={setActiveId}
          selected={selected}
          onSelect={setSelected}
          onFull={setFullId}
          onEdit={onEdit}
          {...(eventId !== undefined && editable
            ? {
                onOrder: (photoIds: string[]) => {
                  setOrdered(photoIds);
                  order.mutate({ eventId, photoIds });
                },
              }
            : {})}
        />
      </Beside>
      <Drawer
        opened={panel !== null && phone}
        onClose={close}
        position="bottom"
        size="92%"
        title={words.caption}
        closeButtonProps={{ 'aria-label': w.frame.close }}
      >
        {panel}
      </Drawer>
      <Lightbox
        photos={sorted}
        openId={fullId}
        onOpen={setFullId}
        {...(total === undefined ? {} : { total })}
        {...(eventId === undefined ? {} : { here: eventId })}
      />
    </>
  );
}

interface ChosenProps {
  readonly photos: readonly Photo[];
  readonly eventId: string | undefined;
  readonly editable: boolean;
  readonly onLetGo: () => void;
}

/** What can be done with the selected photos. */
function Chosen({ photos, eventId, editable, onLetGo }: ChosenProps) {
  const { photos: words } = useWords();
  const may = useMay();
  const [credit, setCredit] = useState(photos[0]?.credit ?? '');
  const [said, setSaid] = useState('');
  const ids = photos.map((photo) => photo.id);
  const creditMany = useMutation(
    client.photos.creditMany.mutationOptions({ onSuccess: (changed) => changed.forEach(putPhoto) }),
  );
  const releases = useQuery({
    ...client.releases.list.queryOptions({ input: eventId === undefined ? {} : { eventId } }),
    enabled: may('releases.write'),
  });
  const attach = useMutation(client.releases.attachPhotos.mutationOptions());
  const open = (releases.data ?? []).filter((release) => release.state === 'draft' || release.state === 'returned');
  return (
    <div className={classes.chosen}>
      <Group gap="sm">
        <strong>{words.selected(photos.length)}</strong>
        {editable ? (
          <form
            className={classes.credit}
            onSubmit={(event) => {
              event.preventDefault();
              creditMany.mutate({ ids, credit: credit.trim() });
            }}
          >
            <TextInput
              size="xs"
              aria-label={words.credit}
              placeholder={words.creditHint}
              value={credit}
              onChange={(event) => setCredit(event.currentTarget.value)}
            />
            <Button size="xs" type="submit" variant="default" loading={creditMany.isPending}>
              {words.creditAll(photos.length)}
            </Button>
          </form>
        ) : null}
        {may('releases.write') ? (
          <Menu>
            <Menu.Target>
              <Button size="xs" rightSection={<IconChevronDown size={14} aria-hidden />} loading={attach.isPending}>
                {words.useInRelease}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {open.length === 0 ? <Menu.Label>{words.noReleases}</Menu.Label> : null}
              {open.slice(0, 12).map((release) => (
                <Menu.Item
                  key={release.id}
                  onClick={() =>
                    attach.mutate(
                      { releaseId: release.id, photoIds: ids },
                      { onSuccess: () => setSaid(words.attached(ids.length, release.title)) },
                    )
                  }
                >
                  {release.title}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
        <Button size="xs" variant="subtle" onClick={onLetGo}>
          {words.letGo}
        </Button>
      </Group>
      <p role="status" className={classes.said}>
        {said}
      </p>
      <Problem error={creditMany.error ?? attach.error} />
    </div>
  );
}
