import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './list.module.css';

interface ListProps<T> {
  /** Names the list for screen readers. */
  readonly label: string;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  /** What type-ahead looks at, and what a screen reader says of the row. */
  readonly nameOf: (item: T) => string;
  /** No buttons or links inside: a row is one thing to press. */
  readonly row: (item: T) => ReactNode;
  /** Enter or a press. */
  readonly onOpen?: (item: T) => void;
  /** Marks the open one. */
  readonly openId?: string | undefined;
  /** With it rows can be chosen by Space and Shift+arrows, for bulk acts. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  /** Shown when there is nothing: an <EmptyState>. */
  readonly empty?: ReactNode;
  /** Rows without inner lines, for dense facts. */
  readonly dense?: boolean;
}

/** Letters typed within this many milliseconds are one word of type-ahead. */
const TYPED_TOGETHER = 700;

/**
 * A list by keyboard: arrows or j k move, Home and End, Enter opens, letters find, Space chooses, Esc lets go of the choice.
 * One tab stop; the row with the focus is remembered.
 */
export function List<T>(props: ListProps<T>) {
  const { label, items, idOf, nameOf, row, onOpen, openId, selected, onSelect, empty, dense } = props;
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ word: '', at: 0 });
  const current = Math.min(at, Math.max(0, items.length - 1));

  useEffect(() => {
    if (openId === undefined) return;
    const index = items.findIndex((item) => idOf(item) === openId);
    if (index >= 0) setAt(index);
  }, [openId, items, idOf]);

  if (items.length === 0) return empty ?? null;

  const move = (to: number) => {
    const next = Math.max(0, Math.min(items.length - 1, to));
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('[data-row]')[next]?.focus();
  };
  const toggle = (index: number) => {
    const item = items[index];
    if (!selected || !onSelect || item === undefined) return;
    const next = new Set(selected);
    const id = idOf(item);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  const extend = (from: number, to: number) => {
    if (!selected || !onSelect) return;
    const next = new Set(selected);
    for (const index of [from, to]) {
      const item = items[index];
      if (item !== undefined) next.add(idOf(item));
    }
    onSelect(next);
  };
  const find = (letter: string) => {
    const now = Date.now();
    const word = now - typed.current.at < TYPED_TOGETHER ? typed.current.word + letter : letter;
    typed.current = { word, at: now };
    const starts = (item: T) =>
      nameOf(item)
        .toLocaleLowerCase()
        .split(/\s+/)
        .some((part) => part.startsWith(word.toLocaleLowerCase()));
    for (let step = word.length === 1 ? 1 : 0; step <= items.length; step++) {
      const index = (current + step) % items.length;
      const item = items[index];
      if (item !== undefined && starts(item)) return move(index);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-row')) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = items[current];
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      j: current + 1,
      ArrowUp: current - 1,
      k: current - 1,
      Home: 0,
      End: items.length - 1,
      PageDown: current + 10,
      PageUp: current - 10,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      if (event.shiftKey) extend(current, Math.max(0, Math.min(items.length - 1, to)));
      move(to);
    } else if (event.key === 'Enter' && item !== undefined) onOpen?.(item);
    else if (event.key === ' ' && selected) toggle(current);
    else if (event.key === 'Escape' && selected && selected.size > 0) onSelect?.(new Set());
    else if (event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key) && !['n', 'g'].includes(event.key))
      find(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      aria-multiselectable={selected ? true : undefined}
      className={classes.list}
      data-dense={dense || undefined}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {items.map((item, index) => {
        const id = idOf(item);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys of its rows
          <div
            key={id}
            data-row
            role="option"
            aria-selected={selected ? selected.has(id) : openId === id}
            aria-current={openId === id ? 'true' : undefined}
            tabIndex={index === current ? 0 : -1}
            className={classes.row}
            data-chosen={selected?.has(id) || undefined}
            data-open={openId === id || undefined}
            onFocus={() => setAt(index)}
            onClick={(event) => {
              if (selected && (event.ctrlKey || event.metaKey || event.shiftKey)) toggle(index);
              else onOpen?.(item);
            }}
          >
            {row(item)}
          </div>
        );
      })}
    </div>
  );
}
