import { Autocomplete, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Visit } from '../../../../src-main/contract/event-parts.ts';
import { dayText } from '../../../../src-main/words/when.ts';
import { client } from '../../../client.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import agenda from '../agenda.module.css';
import { officialNamed, optionOf } from '../official-names.ts';
import { useOfficials } from '../use-officials.ts';
import classes from './fields.module.css';

interface VisitFieldProps {
  readonly value: Visit | null;
  readonly onChange: (visit: Visit | null) => void;
  /** The event itself, which is no earlier visit. */
  readonly eventId: string | null;
  readonly error: string | undefined;
}

const nobody: Visit = { delegation: '', size: null, receiverId: null, receiverName: '', topics: '', souvenir: '' };

/** Who comes to visit, who receives them, what about; and when they came before. */
export function VisitField({ value, onChange, eventId, error }: VisitFieldProps) {
  const w = useWords();
  const { all } = useOfficials();
  const receiver = all.find((official) => official.id === value?.receiverId);
  return (
    <div className={classes.panel}>
      <Switch
        label={w.eventParts.visitHas}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? nobody : null)}
      />
      {value ? (
        <>
          <div className={classes.three}>
            <TextInput
              label={w.eventParts.delegation}
              value={value.delegation}
              onChange={(event) => onChange({ ...value, delegation: event.currentTarget.value })}
              error={error}
              autoComplete="off"
            />
            <NumberInput
              label={w.eventParts.delegationSize}
              min={1}
              max={5000}
              allowDecimal={false}
              value={value.size ?? ''}
              onChange={(size) => onChange({ ...value, size: typeof size === 'number' ? size : null })}
            />
          </div>
          <EarlierVisits delegation={value.delegation} eventId={eventId} />
          <Autocomplete
            label={w.eventParts.receiver}
            data={all.map(optionOf)}
            value={receiver ? optionOf(receiver) : value.receiverName}
            onChange={(name) => {
              const known = officialNamed(all, name);
              onChange({ ...value, receiverId: known?.id ?? null, receiverName: known ? '' : name });
            }}
          />
          <Textarea
            label={w.eventParts.topics}
            autosize
            minRows={2}
            maxRows={6}
            value={value.topics}
            onChange={(event) => onChange({ ...value, topics: event.currentTarget.value })}
          />
          <TextInput
            label={w.eventParts.souvenir}
            value={value.souvenir}
            onChange={(event) => onChange({ ...value, souvenir: event.currentTarget.value })}
            autoComplete="off"
          />
        </>
      ) : null}
    </div>
  );
}

/** When the same delegation was here before, and what it was given then. */
export function EarlierVisits({
  delegation,
  eventId,
}: {
  readonly delegation: string;
  readonly eventId: string | null;
}) {
  const w = useWords();
  const language = useLanguage();
  const [asked] = useDebouncedValue(delegation.trim(), 400);
  const visits = useQuery({
    ...client.agenda.earlierVisits.queryOptions({ input: { delegation: asked, exceptId: eventId ?? undefined } }),
    enabled: asked.length >= 3,
  });
  if (asked.length < 3 || !visits.data) return null;
  return (
    <div>
      <span className={classes.label}>{w.eventParts.earlierVisits}</span>
      {visits.data.length === 0 ? <p className={classes.help}>{w.eventParts.noEarlierVisits}</p> : null}
      <ul className={classes.rows}>
        {visits.data.map((event) => (
          <li key={event.id}>
            <Link className={agenda.link} to="/agenda/$eventId" params={{ eventId: event.id }}>
              {event.title}
            </Link>
            <span className={classes.sum}>
              {' '}
              {[
                dayText(event.day, language),
                event.visit?.size ? w.eventParts.people(event.visit.size) : '',
                event.visit?.souvenir ? `${w.eventParts.souvenir}: ${event.visit.souvenir}` : '',
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
