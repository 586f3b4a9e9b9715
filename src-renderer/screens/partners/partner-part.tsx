import { IconSearch } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { Inspector } from '../../components/inspector.tsx';
import { List } from '../../components/list.tsx';
import { Chip } from '../../components/state-chip.tsx';
import type { Words } from '../../words/words.tsx';
import classes from './partners.module.css';

/** `id` in the address while something new is typed. */
export const NEW = 'baru';

/** What journalists, outlets and groups have in common. */
interface Partner {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** Groups have none: they are there or not. */
  readonly active?: boolean;
}

/** What one part says in its own way. */
interface Part<T extends Partner> {
  readonly label: string;
  /** Undefined while they are on their way. */
  readonly items: readonly T[] | undefined;
  /** Where the filter looks. */
  readonly wordsOf: (one: T) => readonly string[];
  /** Two cells, between the name and whether it is still in use. */
  readonly cells: (one: T) => ReactNode;
  /** Shown while there are none at all: an <EmptyState>. */
  readonly empty: ReactNode;
  readonly newTitle: string;
  /** The form for this one, or for a new one. */
  readonly form: (one: T | null) => ReactNode;
}

/** Where the person is: the open one, what is typed in the filter. */
interface Place {
  readonly words: Words;
  readonly filter: string;
  readonly openId: string | undefined;
  readonly mayWrite: boolean;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

interface ShownPart {
  /** How many the filter leaves. */
  readonly count: number;
  readonly list: ReactNode;
  /** The form beside the list; null when nothing is open that this person may change. */
  readonly beside: ReactNode;
}

/** A part as it stands on the screen: the list of what the filter leaves, and the open one's form. */
export function showPart<T extends Partner>(part: Part<T>, place: Place): ShownPart {
  const { words: w, openId } = place;
  const wanted = place.filter.trim().toLocaleLowerCase();
  const shown = (part.items ?? []).filter(
    (one) => wanted === '' || part.wordsOf(one).some((word) => word.toLocaleLowerCase().includes(wanted)),
  );
  const list = (
    <List<T>
      label={part.label}
      items={shown}
      idOf={(one) => one.id}
      nameOf={(one) => one.name}
      openId={openId}
      onOpen={(one) => place.onOpen(one.id)}
      dense
      row={(one) => (
        <div className={classes.row} data-inactive={one.active === false || undefined}>
          <span className={classes.strong}>{one.name}</span>
          {part.cells(one)}
          <span>{one.active === false ? <Chip tone="grey">{w.partners.inactive}</Chip> : null}</span>
        </div>
      )}
      empty={
        wanted === '' ? (
          part.empty
        ) : (
          <EmptyState icon={IconSearch} title={w.partners.nothingFound} small>
            {w.partners.nothingFoundAbout}
          </EmptyState>
        )
      }
    />
  );
  const one = part.items?.find((candidate) => candidate.id === openId) ?? null;
  const beside =
    place.mayWrite && (one !== null || openId === NEW) ? (
      <Inspector title={one?.name ?? part.newTitle} onClose={place.onClose}>
        {/* another one, or the same as somebody else has changed it meanwhile: the form begins anew */}
        <Fragment key={`${openId}.${one?.version}`}>{part.form(one)}</Fragment>
      </Inspector>
    ) : null;
  return { count: shown.length, list, beside };
}
