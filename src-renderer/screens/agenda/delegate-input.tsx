import { Autocomplete, Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { Attendance } from '../../../src-main/contract/agenda-nouns.ts';
import type { Official } from '../../../src-main/contract/register.ts';
import { useWords } from '../../words/words.tsx';
import classes from './delegate-input.module.css';
import { entered } from './enter-takes.ts';
import { officialNamed, optionOf } from './official-names.ts';

type Delegate = Pick<Attendance, 'delegateId' | 'delegateName' | 'instruction'>;

interface DelegateInputProps {
  readonly officials: readonly Official[];
  readonly value: Delegate;
  readonly onChange: (value: Delegate) => void;
  /** Who else is asked to the event: who comes anyway can hardly come for another. */
  readonly others: readonly Attendance[];
  /** Who is surely elsewhere at that time. */
  readonly engaged?: ReadonlySet<string>;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  /** Alone in a dialog: the names of the fields stand above them, and the list stands open under the name. */
  readonly inDialog?: boolean;
  /** What is to be said of the chosen one, below the list. */
  readonly children?: ReactNode;
}

/** Who stands in: an official of the register, or any name. */
export function DelegateInput({
  value,
  onChange,
  others,
  engaged,
  error,
  autoFocus,
  inDialog,
  children,
  ...given
}: DelegateInputProps) {
  const w = useWords();
  const asked = new Set(
    others.filter(({ answer }) => answer === 'attends' || answer === 'unknown').map(({ officialId }) => officialId),
  );
  // the free ones first, in the order of the register
  const rank = ({ id }: Official) => (asked.has(id) ? 2 : engaged?.has(id) ? 1 : 0);
  const officials = given.officials.toSorted((a, b) => rank(a) - rank(b));
  const remark = (official: Official) =>
    [null, w.agenda.delegateEngaged, w.agenda.delegateAsked][rank(official)] ?? null;
  const shown = officials.find((official) => official.id === value.delegateId);
  const comes = shown !== undefined && asked.has(shown.id);
  const named = {
    value: shown ? optionOf(shown) : (value.delegateName ?? ''),
    onName: (name: string) => {
      const known = officialNamed(officials, name);
      onChange({ ...value, delegateId: known?.id ?? null, delegateName: known ? null : name || null });
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      // the whole name stands there: Enter is the form's
      if (officialNamed(officials, event.currentTarget.value)) return;
      const meant = entered(event, officials.map(optionOf));
      // a part of a name is not yet somebody: neither form nor dialog must go off with it
      if (meant !== 'none' && meant !== 'else') event.preventDefault();
      if (typeof meant === 'object') named.onName(meant.only);
    },
    error,
    autoFocus,
  };
  return (
    <div style={{ display: 'grid', gap: inDialog ? 16 : 8 }}>
      {inDialog ? (
        <OpenList
          officials={officials}
          remark={remark}
          chosen={shown}
          onChosen={(id) => onChange({ ...value, delegateId: id, delegateName: null })}
          {...named}
        />
      ) : (
        <Autocomplete
          aria-label={w.agenda.delegateWho}
          placeholder={w.agenda.delegateHelp}
          value={named.value}
          onChange={named.onName}
          onKeyDown={named.onKeyDown}
          data={officials.map(optionOf)}
          error={error}
          // below the field the list, which opens with the focus, would cover it
          inputWrapperOrder={['error', 'input']}
          data-autofocus={autoFocus || undefined}
        />
      )}
      {comes && shown ? (
        <p className={classes.comes} role="status">
          <IconAlertTriangle size={14} stroke={2} aria-hidden />{' '}
          {w.agenda.delegateComes(shown.shortPosition || shown.name)}
        </p>
      ) : null}
      {children}
      <TextInput
        {...(inDialog
          ? { label: w.agenda.instruction }
          : { 'aria-label': w.agenda.instruction, placeholder: w.agenda.instruction })}
        value={value.instruction ?? ''}
        onChange={(event) => onChange({ ...value, instruction: event.currentTarget.value || null })}
      />
    </div>
  );
}

interface OpenListProps {
  readonly officials: readonly Official[];
  /** Why somebody is offered last; null for who is free. */
  readonly remark: (official: Official) => string | null;
  readonly chosen: Official | undefined;
  readonly onChosen: (id: string) => void;
  readonly value: string;
  readonly onName: (name: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly error: string | undefined;
  readonly autoFocus: boolean | undefined;
}

/**
 * The register under the name, as a part of the dialog: a list that opens over it covers the buttons, and one that closes moves
 * them away under the finger. Typing leaves what fits; the chosen one does not hide the others.
 */
function OpenList({ officials, remark, chosen, onChosen, value, onName, onKeyDown, error, autoFocus }: OpenListProps) {
  const w = useWords();
  const combobox = useCombobox({ opened: true });
  const listId = useId();
  const wanted = chosen ? '' : value.trim().toLowerCase();
  const fitting = officials.filter((official) => optionOf(official).toLowerCase().includes(wanted));
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        onChosen(id);
        combobox.resetSelectedOption();
      }}
    >
      {/* the list never closes: it belongs to the field from the first moment, and Esc is the dialog's */}
      <Combobox.EventsTarget
        withExpandedAttribute
        aria-controls={listId}
        aria-expanded={fitting.length > 0}
        data-mantine-stop-propagation={false}
      >
        <TextInput
          label={w.agenda.delegateWho}
          placeholder={w.agenda.delegateHelp}
          value={value}
          onChange={(event) => {
            onName(event.currentTarget.value);
            combobox.resetSelectedOption();
          }}
          onKeyDown={onKeyDown}
          error={error}
          autoComplete="off"
          data-autofocus={autoFocus || undefined}
        />
      </Combobox.EventsTarget>
      <Combobox.Options
        id={listId}
        className={classes.list ?? ''}
        aria-label={w.agenda.delegateWho}
        hidden={fitting.length === 0}
      >
        {fitting.map((official) => (
          <Combobox.Option key={official.id} value={official.id} active={official.id === chosen?.id}>
            {optionOf(official)}
            {remark(official) === null ? null : <span className={classes.remark}> {remark(official)}</span>}
          </Combobox.Option>
        ))}
      </Combobox.Options>
    </Combobox>
  );
}
