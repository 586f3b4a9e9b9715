import { Accordion, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import { shortDayText } from '../../../../src-main/words/when.ts';
import { client } from '../../../client.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import fields from './fields.module.css';
import { ContactField, SpeechField } from './protocol-fields.tsx';
import { RepeatField } from './repeat-field.tsx';
import { RequiredPhotosField, RundownField } from './rundown-field.tsx';
import type { EventValues } from './values.ts';
import { VisitField } from './visit-field.tsx';

interface MoreFieldsProps {
  readonly form: {
    readonly values: EventValues;
    readonly put: <K extends keyof EventValues & string>(field: K, value: EventValues[K]) => void;
  };
  readonly event: Event | null;
  readonly errors: Readonly<Record<string, ReactNode>>;
  /** Dates of the rule, where it repeats. */
  readonly days: readonly string[];
}

/** What not every event needs, in parts that stand open where something is said in them. */
export function MoreFields({ form, event, errors, days }: MoreFieldsProps) {
  const w = useWords();
  const language = useLanguage();
  const { values, put } = form;
  const series = useQuery({
    ...client.agenda.series.queryOptions({ input: { id: event?.id ?? '' } }),
    enabled: event?.seriesId != null,
  });
  const guests = values.kind === 'kunjungan' || values.kind === 'audiensi';
  const sums = {
    protocol: [
      values.transitRoom,
      values.companions,
      values.protocolOfficer.name,
      values.contact.name,
      values.speech.needed ? w.eventParts.speech : '',
    ],
    rundown: [
      values.rundown.length > 0 ? `${w.eventParts.rundown} (${values.rundown.length})` : '',
      values.requiredPhotos.length > 0 ? `${w.eventParts.photos} (${values.requiredPhotos.length})` : '',
    ],
    visit: [values.visit?.delegation ?? ''],
    repeat: [values.repeat ? w.repeat.units[values.repeat.every] : ''],
  };
  const filled = Object.entries(sums)
    .filter(([, parts]) => parts.some((part) => part !== ''))
    .map(([part]) => part);
  const [open, setOpen] = useState(filled);
  const shown = guests && !open.includes('visit') && values.visit === null ? [...open, 'visit'] : open;
  const part = (name: keyof typeof sums, title: string, children: ReactNode) => (
    <Accordion.Item value={name}>
      <Accordion.Control>
        <span className={fields.control}>
          {title}
          {shown.includes(name) ? null : (
            <span className={fields.sum}>{sums[name].filter((one) => one !== '').join(' · ')}</span>
          )}
        </span>
      </Accordion.Control>
      <Accordion.Panel>
        <div className={fields.panel}>{children}</div>
      </Accordion.Panel>
    </Accordion.Item>
  );
  return (
    <Accordion
      multiple
      value={shown}
      onChange={setOpen}
      chevronPosition="right"
      classNames={{ control: fields.partControl, content: fields.partContent, label: fields.partLabel }}
    >
      {part(
        'protocol',
        w.eventParts.protocol,
        <>
          <div className={fields.pair}>
            <TextInput
              label={w.eventParts.transitRoom}
              autoComplete="off"
              value={values.transitRoom}
              onChange={(change) => put('transitRoom', change.currentTarget.value)}
            />
            <TextInput
              label={w.agenda.companions}
              autoComplete="off"
              value={values.companions}
              onChange={(change) => put('companions', change.currentTarget.value)}
            />
          </div>
          <ContactField
            label={w.eventParts.protocolOfficer}
            value={values.protocolOfficer}
            onChange={(contact) => put('protocolOfficer', contact)}
          />
          <div>
            <ContactField
              label={w.eventParts.contact}
              value={values.contact}
              onChange={(contact) => put('contact', contact)}
            />
            <p className={fields.help}>{w.eventParts.phoneInside}</p>
          </div>
          <SpeechField value={values.speech} onChange={(speech) => put('speech', speech)} />
        </>,
      )}
      {part(
        'rundown',
        `${w.eventParts.rundown} & ${w.eventParts.photos.toLowerCase()}`,
        <>
          <RundownField kind={values.kind} value={values.rundown} onChange={(rundown) => put('rundown', rundown)} />
          <RequiredPhotosField
            kind={values.kind}
            value={values.requiredPhotos}
            onChange={(photos) => put('requiredPhotos', photos)}
          />
        </>,
      )}
      {part(
        'visit',
        w.eventParts.visit,
        <VisitField
          value={values.visit}
          onChange={(visit) => {
            // what stood open because of the kind stays open when it is filled
            setOpen([...shown]);
            put('visit', visit);
          }}
          eventId={event?.id ?? null}
          error={errors['visit.delegation'] as string | undefined}
        />,
      )}
      {event === null || (event.seriesId && values.scope === 'following')
        ? part(
            'repeat',
            w.repeat.title,
            <>
              <RepeatField
                value={values.repeat ?? (event ? (series.data?.repeat ?? null) : null)}
                always={event !== null}
                onChange={(repeat) => put('repeat', repeat)}
                day={values.when?.start.slice(0, 10) ?? null}
                error={errors['repeat.until'] as string | undefined}
              />
              {days.length > 0 ? (
                <div>
                  <strong>{w.repeat.dates(days.length)}</strong>
                  <ul className={fields.dates}>
                    {days.slice(0, 12).map((day) => (
                      <li key={day}>{shortDayText(day, language)}</li>
                    ))}
                    {days.length > 12 ? <li>… {shortDayText(days.at(-1) ?? '', language)}</li> : null}
                  </ul>
                </div>
              ) : null}
            </>,
          )
        : null}
    </Accordion>
  );
}
