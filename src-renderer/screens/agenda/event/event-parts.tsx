import type { ReactNode } from 'react';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import classes from '../agenda.module.css';
import { EarlierVisits } from '../form/visit-field.tsx';
import { useOfficials } from '../use-officials.ts';

/** What belongs to an event beside time and place: guests, order, photos to bring home. Empty parts are left out. */
export function EventParts({ event }: { readonly event: Event }) {
  const w = useWords();
  const language = useLanguage();
  const { called } = useOfficials();
  const { visit, rundown, requiredPhotos } = event;
  // beside times a counted number would read like one
  const timed = rundown.some((item) => item.clock !== null);
  const receiver = visit?.receiverId ? called(visit.receiverId) : (visit?.receiverName ?? '');
  return (
    <>
      {visit ? (
        <Part title={w.eventParts.visit}>
          <p className={classes.note} style={{ marginBottom: 12 }}>
            <strong>{visit.delegation}</strong>
            {visit.size ? ` · ${w.eventParts.people(visit.size)}` : ''}
            {receiver ? (
              <>
                <br />
                {w.eventParts.receiver}: {receiver}
              </>
            ) : null}
            {visit.topics ? (
              <>
                <br />
                {w.eventParts.topics}: {visit.topics}
              </>
            ) : null}
            {visit.souvenir ? (
              <>
                <br />
                {w.eventParts.souvenir}: {visit.souvenir}
              </>
            ) : null}
          </p>
          <EarlierVisits delegation={visit.delegation} eventId={event.id} />
        </Part>
      ) : null}
      {rundown.length > 0 ? (
        <Part title={w.eventParts.rundown}>
          <ol className={classes.rundown} data-clocks={timed || undefined}>
            {rundown.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
              <li key={index}>
                <span className={classes.rundownClock}>
                  {(item.clock && (language === 'id' ? item.clock.replace(':', '.') : item.clock)) ??
                    (timed ? '–' : `${index + 1}.`)}
                </span>
                {item.what}
              </li>
            ))}
          </ol>
        </Part>
      ) : null}
      {requiredPhotos.length > 0 ? (
        <Part title={w.eventParts.photos}>
          <ul className={classes.photoList}>
            {requiredPhotos.map((photo) => (
              <li key={photo}>{photo}</li>
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.sectionHead}>{title}</h2>
      {children}
    </section>
  );
}

/** A name and its number, to be called by one press on a phone. */
export function PersonToCall({ name, phone }: { readonly name: string; readonly phone: string }) {
  if (name === '' && phone === '') return null;
  return (
    <>
      {name}{' '}
      {phone === '' ? null : (
        <a className={classes.link} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          {phone}
        </a>
      )}
    </>
  );
}
