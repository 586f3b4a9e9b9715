import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import { useWords } from '../../words/words.tsx';
import classes from './photo-grid.module.css';
import { PhotoPicture } from './photo-picture.tsx';
import { nearestIn, type PhotoRow } from './photo-rows.ts';
import { useRows, wordsHeight } from './use-rows.ts';

interface PhotoGridProps {
  readonly label: string;
  readonly photos: readonly Photo[];
  readonly activeId: string | null;
  readonly onActive: (id: string) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** Space or a double press: one photo fills the screen. */
  readonly onFull?: (id: string) => void;
  /** Enter, or a press: the words of this photo. */
  readonly onEdit?: (id: string) => void;
  /** With it photos can be dragged and moved by Alt+arrows; gets the whole new order. */
  readonly onOrder?: (ids: string[]) => void;
  /** How many there are in all, where `photos` are only the first of them. */
  readonly total?: number;
  /** Called when the last of `photos` come near. */
  readonly onEnd?: () => void;
}

/**
 * Photos edge to edge in rows of one height. One tab stop; arrows move as the eye does, X selects, Space fills the screen, Enter
 * writes the caption, Alt+arrows change the order. Of thousands only the rows near the part one sees are in the page.
 */
export function PhotoGrid(props: PhotoGridProps) {
  const { label, photos, activeId, onActive, selected, onSelect, onFull, onEdit, onOrder, onEnd } = props;
  const total = props.total ?? photos.length;
  const { photos: words } = useWords();
  const grid = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  const at = Math.max(
    0,
    photos.findIndex((photo) => photo.id === activeId),
  );

  const phone = useMediaQuery('(max-width: 600px)') ?? false;
  const ratios = useMemo(() => photos.map(ratioOf), [photos]);
  const draggedAt = dragged === null ? -1 : photos.findIndex((photo) => photo.id === dragged);
  const { rows, near, height } = useRows(grid, ratios, [at, draggedAt], phone);

  /** Gets the focus as soon as it is in the page. */
  const wanted = useRef<string | null>(null);
  const tileOf = (id: string) => grid.current?.querySelector<HTMLElement>(`[data-photo="${id}"]`);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const tile = tileOf(wanted.current);
    if (!tile) return;
    wanted.current = null;
    tile.focus();
  });
  // walking from photo to photo in the words beside it brings the grid along
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another one is the active one
  useEffect(() => {
    if (activeId !== null) tileOf(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const nearEnd = (near.at(-1) ?? 0) >= rows.length - 4;
  const wantsMore = nearEnd && rows.length > 0 && onEnd !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each length of the list, and again when one may ask again
  useEffect(() => {
    if (wantsMore) onEnd?.();
  }, [wantsMore, photos.length]);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(photos.length - 1, index));
    const photo = photos[next];
    if (photo === undefined) return next;
    wanted.current = photo.id;
    onActive(photo.id);
    // nothing is rendered anew where it was the active one already
    tileOf(photo.id)?.focus();
    return next;
  };
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  const selectTo = (from: number, to: number) => {
    const range = photos.slice(Math.min(from, to), Math.max(from, to) + 1).map((photo) => photo.id);
    onSelect(new Set([...selected, ...range]));
  };
  const move = (id: string, to: number) => {
    if (onOrder === undefined) return;
    const ids = photos.map((photo) => photo.id).filter((other) => other !== id);
    const place = Math.max(0, Math.min(ids.length, to));
    ids.splice(place, 0, id);
    onOrder(ids);
    setSpoken(words.moved(place + 1));
    wanted.current = id;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const photo = photos[at];
    if (photo === undefined || !(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-photo'))
      return;
    const steps: Record<string, () => number> = {
      ArrowRight: () => at + 1,
      ArrowLeft: () => at - 1,
      ArrowDown: () => nearestIn(rows, at, true),
      ArrowUp: () => nearestIn(rows, at, false),
      Home: () => 0,
      End: () => photos.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined && event.altKey && !event.ctrlKey && !event.metaKey) move(photo.id, step());
    else if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return;
      onSelect(new Set(photos.map((one) => one.id)));
    } else if (event.altKey) return;
    else if (step !== undefined) {
      const to = go(step());
      if (event.shiftKey) selectTo(at, to);
    } else if (event.key === 'x' || event.key === 'X') toggle(photo.id);
    else if (event.key === ' ' && onFull) onFull(photo.id);
    else if (event.key === 'Enter' && onEdit) onEdit(photo.id);
    else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent, photo: Photo, index: number) => {
    if (event.shiftKey) selectTo(at, index);
    else if (event.ctrlKey || event.metaKey) toggle(photo.id);
    else onEdit?.(photo.id);
    onActive(photo.id);
  };
  const onDrop = (event: DragEvent, onto: number) => {
    event.preventDefault();
    if (dragged !== null) move(dragged, onto);
    setDragged(null);
    setTarget(null);
  };

  const tile = (row: PhotoRow, box: PhotoRow['boxes'][number], index: number) => {
    const photo = photos[index];
    if (photo === undefined) return null;
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of its photos
      <div
        key={photo.id}
        data-photo={photo.id}
        role="option"
        aria-selected={selected.has(photo.id)}
        aria-setsize={total}
        aria-posinset={index + 1}
        aria-current={photo.id === activeId ? 'true' : undefined}
        tabIndex={index === at ? 0 : -1}
        className={classes.tile}
        style={{ left: box.left, top: row.top, width: box.width, height: row.height + wordsHeight }}
        data-target={target === photo.id ? (draggedAt < index ? 'after' : 'before') : undefined}
        data-dragged={dragged === photo.id || undefined}
        draggable={onOrder !== undefined}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', photo.id);
          setDragged(photo.id);
        }}
        onDragEnd={() => {
          setDragged(null);
          setTarget(null);
        }}
        onDragOver={(event) => {
          if (dragged === null) return;
          event.preventDefault();
          setTarget(photo.id);
        }}
        onDrop={(event) => onDrop(event, index)}
        onFocus={() => photo.id !== activeId && onActive(photo.id)}
        onClick={(event) => onClick(event, photo, index)}
        onDoubleClick={() => onFull?.(photo.id)}
      >
        <span className={classes.frame} style={{ height: row.height }}>
          <PhotoPicture photo={photo} size={320} quiet />
          {/* the keyboard's X does the same; for the mouse and the finger */}
          <span
            className={classes.pick}
            data-on={selected.has(photo.id) || undefined}
            aria-hidden
            onClick={(event) => {
              event.stopPropagation();
              toggle(photo.id);
            }}
          >
            <IconCheck size={16} stroke={2.5} />
          </span>
          {photo.state === 'damaged' ? (
            <span className={classes.damaged}>
              <IconAlertTriangle size={14} stroke={2} aria-hidden />
              {words.damaged}
            </span>
          ) : null}
        </span>
        <span className="k-unseen">{`${words.place(index + 1, total)}, ${photo.fileName}: `}</span>
        <span className={classes.words} data-missing={photo.caption === '' || undefined}>
          {photo.caption || words.noCaption}
        </span>
      </div>
    );
  };

  return (
    <>
      <div
        ref={grid}
        role="listbox"
        aria-label={label}
        aria-multiselectable
        className={classes.grid}
        style={{ height }}
        data-selecting={selected.size > 0 || undefined}
        onKeyDown={onKeyDown}
        tabIndex={-1}
      >
        {near.flatMap((at) => {
          const row = rows[at];
          return row === undefined ? [] : row.boxes.map((box, place) => tile(row, box, row.first + place));
        })}
      </div>
      <p className="k-unseen" role="status">
        {spoken}
      </p>
    </>
  );
}

/** Width by height, kept within what a row can hold. */
function ratioOf({ width, height }: Photo): number {
  return Math.min(2.4, Math.max(0.6, width / Math.max(1, height)));
}
