import { Menu, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { rpc } from '../../../client.ts';
import { useLineBack } from '../../../forms/use-line-back.ts';
import { useSay } from '../../../words/say.ts';
import { useWords } from '../../../words/words.tsx';
import { answerFor, askFor, type Card, type TextField, type ToldField, toldText } from './card.ts';
import type { Difference } from './differences.ts';
import classes from './paste.module.css';
import { beginRead } from './reads.ts';

export type FieldName = TextField | ToldField | 'reason' | 'pressAccess' | 'releaseNeeded';

/** Order on the card; what a card does not have stands in the menu *Tambah isian*. */
const order: readonly FieldName[] = [
  'venue',
  'leaders',
  'organizer',
  'dressCode',
  'companions',
  'transitRoom',
  'protocolOfficer',
  'contact',
  'speech',
  'crew',
  'visit',
  'pressAccess',
  'releaseNeeded',
  'rundown',
  'note',
];

const told: ReadonlySet<FieldName> = new Set<FieldName>([
  'leaders',
  'protocolOfficer',
  'contact',
  'speech',
  'crew',
  'visit',
  'rundown',
]);

interface CardFieldsProps {
  readonly card: Card;
  /** The card has the focus: its fields can be typed in. */
  readonly editing: boolean;
  readonly called: (id: string) => string;
  readonly onChange: (card: Card) => void;
  /** Of a change: what differs, with what it was. */
  readonly olds: ReadonlyMap<string, Difference>;
}

/** Everything a card has beside its name and time: one line per field, typed over in place. */
export function CardFields({ card, editing, called, onChange, olds }: CardFieldsProps) {
  const w = useWords();
  const [added, setAdded] = useState<ReadonlySet<FieldName>>(new Set());
  const shown = order.filter((field) => isSaid(card, field) || added.has(field));
  const missing = order.filter((field) => !shown.includes(field));
  const rows = useRef<HTMLDivElement>(null);
  const add = (field: FieldName) => {
    setAdded(new Set([...added, field]));
    // the menu gives the focus back to its button when it has closed
    setTimeout(() => rows.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus(), 120);
    // yes and open are what most mean who add them
    if (field === 'pressAccess') onChange({ ...card, pressAccess: { value: 'open', spans: [], assumed: false } });
    if (field === 'releaseNeeded') onChange({ ...card, releaseNeeded: { value: true, spans: [], assumed: false } });
  };
  return (
    <div ref={rows} className={classes.facts}>
      {shown.map((field) => (
        <Row key={field} label={w.paste[labelOf[field]]} warn={warning(card, field, w)}>
          {olds.get(field)?.old ? (
            <span className={classes.was}>
              <s className={classes.old}>{olds.get(field)?.old}</s> →
            </span>
          ) : null}
          <Value field={field} card={card} editing={editing} called={called} onChange={onChange} />
        </Row>
      ))}
      {editing && missing.length > 0 ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className={classes.addField}>
              <IconPlus size={14} stroke={2} aria-hidden /> {w.paste.addField}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {missing.map((field) => (
              <Menu.Item key={field} onClick={() => add(field)}>
                {w.paste[labelOf[field]]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}

export const labelOf = {
  venue: 'place',
  leaders: 'leaders',
  organizer: 'organizer',
  dressCode: 'dress',
  companions: 'companions',
  transitRoom: 'transit',
  protocolOfficer: 'officer',
  contact: 'contact',
  speech: 'speech',
  crew: 'crew',
  visit: 'visit',
  pressAccess: 'press',
  releaseNeeded: 'release',
  rundown: 'rundown',
  note: 'note',
  reason: 'reason',
} as const satisfies Record<FieldName, string>;

function isSaid(card: Card, field: FieldName): boolean {
  const value = card[field];
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'string' ? value !== '' : value !== null;
}

function warning(card: Card, field: FieldName, w: ReturnType<typeof useWords>): string | null {
  if (field === 'venue' && card.proposal.venue?.assumed && card.venue === card.proposal.venue.value)
    return w.paste.placeGuessed;
  return field === 'crew' && card.crew?.assumed ? w.paste.crewGuessed : null;
}

export function Row({
  label,
  warn,
  children,
}: {
  readonly label: string;
  readonly warn?: string | null;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.row}>
      <span className={classes.rowLabel} aria-hidden>
        {label}
      </span>
      <div className={classes.rowValue}>
        {children}
        {warn ? (
          <p className={classes.doubt}>
            <IconAlertTriangle size={14} stroke={2} aria-hidden />
            {warn}
          </p>
        ) : null}
      </div>
    </div>
  );
}

interface ValueProps {
  readonly field: FieldName;
  readonly card: Card;
  readonly editing: boolean;
  readonly called: (id: string) => string;
  readonly onChange: (card: Card) => void;
}

function Value({ field, card, editing, called, onChange }: ValueProps) {
  const w = useWords();
  if (field === 'pressAccess' || field === 'releaseNeeded') return <Choice {...{ field, card, editing, onChange }} />;
  if (told.has(field)) return <Told {...{ card, editing, called, onChange }} field={field as ToldField} />;
  const name = field as TextField | 'reason';
  if (!editing) return <span className={classes.plain}>{card[name]}</span>;
  const label = w.paste[labelOf[name]];
  const change = (value: string) => onChange({ ...card, [name]: value });
  return name === 'note' ? (
    <Textarea
      aria-label={label}
      value={card[name]}
      autosize
      minRows={1}
      maxRows={6}
      variant="unstyled"
      classNames={{ input: classes.input ?? '' }}
      data-field={name}
      onChange={(event) => change(event.currentTarget.value)}
    />
  ) : (
    <TextInput
      aria-label={label}
      value={card[name]}
      variant="unstyled"
      classNames={{ input: classes.input ?? '' }}
      autoComplete="off"
      data-field={name}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function Choice({
  field,
  card,
  editing,
  onChange,
}: {
  readonly field: 'pressAccess' | 'releaseNeeded';
  readonly card: Card;
  readonly editing: boolean;
  readonly onChange: (card: Card) => void;
}) {
  const w = useWords();
  const options =
    field === 'pressAccess'
      ? (['open', 'limited', 'closed'] as const).map((value) => ({ value, label: w.agenda.pressAccess[value] }))
      : [
          { value: 'yes', label: w.agenda.releaseNeeded },
          { value: 'no', label: w.paste.no },
        ];
  const value =
    field === 'pressAccess' ? (card.pressAccess?.value ?? 'open') : card.releaseNeeded?.value ? 'yes' : 'no';
  if (!editing) return <span className={classes.plain}>{options.find((option) => option.value === value)?.label}</span>;
  return (
    <NativeSelect
      aria-label={w.paste[labelOf[field]]}
      data-field={field}
      data={options}
      value={value}
      variant="unstyled"
      classNames={{ input: classes.input ?? '' }}
      onChange={(event) => {
        const next = event.currentTarget.value;
        if (field === 'pressAccess')
          onChange({ ...card, pressAccess: { value: next as 'open', spans: [], assumed: false } });
        else onChange({ ...card, releaseNeeded: { value: next === 'yes', spans: [], assumed: false } });
      }}
    />
  );
}

/** A field with parts, written as in a message; the core reads what was typed, and says where it did not understand. */
function Told({ field, card, editing, called, onChange }: Omit<ValueProps, 'field'> & { readonly field: ToldField }) {
  const w = useWords();
  const say = useSay();
  const now = toldText(card, field, called);
  const [text, setText] = useState<string | null>(null);
  const [unread, setUnread] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  useLineBack(failed, () => setTries((before) => before + 1));
  const latest = useRef({ card, onChange });
  latest.current = { card, onChange };
  const focused = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try reads the same words again
  useEffect(() => {
    if (text === null) return;
    let late = false;
    const over = beginRead();
    const timer = setTimeout(() => {
      const empty = text.trim() === '';
      const reading = empty ? null : rpc.agenda.readText({ text: askFor(field, text) });
      void Promise.resolve(reading)
        .then(
          (answer) => {
            if (late) return;
            const read = empty ? (field === 'leaders' ? [] : null) : answerFor(field, answer?.proposals[0]);
            const bad = !empty && read === null;
            // drawn at once: who accepts now accepts this
            flushSync(() => {
              setUnread(bad);
              setFailed(null);
              if (bad) return;
              latest.current.onChange({ ...latest.current.card, [field]: read });
              if (!focused.current) setText(null);
            });
          },
          (problem: unknown) => {
            if (!late) setFailed(problem);
          },
        )
        .finally(over);
    }, 120);
    return () => {
      late = true;
      clearTimeout(timer);
      over();
    };
  }, [text, field, tries]);
  if (!editing) return <span className={classes.plain}>{now}</span>;
  const shared = {
    'aria-label': w.paste[labelOf[field]],
    value: text ?? now,
    variant: 'unstyled' as const,
    classNames: { input: classes.input ?? '' },
    error: failed ? say(failed) : unread ? `${w.paste.unreadField} ${w.paste.examples[labelOf[field]]}` : undefined,
    placeholder: w.paste.examples[labelOf[field]],
    'data-field': field,
    onFocus: () => {
      focused.current = true;
    },
    onBlur: () => {
      focused.current = false;
    },
  };
  return field === 'rundown' ? (
    <Textarea {...shared} autosize minRows={1} maxRows={8} onChange={(event) => setText(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} autoComplete="off" onChange={(event) => setText(event.currentTarget.value)} />
  );
}
