import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Official } from '../../../contract/register.ts';
import { closedByWords, closingTexts, placeAlone, withoutNote } from '../../../text/said-inside.ts';
import { withoutPhones } from './without-phones.ts';

/**
 * Who an output is for. `internal`: everything. `calendar`: inside the office, but it lies on phones and in the clouds behind
 * them, so without telephone numbers and notes. `public`: what the press may read.
 */
export type Edition = 'internal' | 'calendar' | 'public';

const nobody = { name: '', phone: '' } as const;

/**
 * What of these events an edition may say, and how: the one gate of everything that leaves, whatever its form. A public one has no
 * closed event (by its field or by its words), no mere proposal, and of each event only when, what, where, who invites, and who comes.
 */
export function forEdition(events: readonly Event[], edition: Edition): Event[] {
  if (edition === 'internal') return [...events];
  if (edition === 'calendar') return events.map(forCalendar);
  return events.filter((event) => isPublic(event) && event.state !== 'proposed').map(forPublic);
}

/** Open, and its words do not say otherwise: where field and words disagree, what is public leaves it out. */
function isPublic(event: Event): boolean {
  return event.pressAccess !== 'closed' && closedByWords(event) === null;
}

/** How an edition may call the officials of the register: a name that was typed with its number loses it. */
export function officialsFor(officials: readonly Official[], edition: Edition): readonly Official[] {
  if (edition === 'internal') return officials;
  return officials.map((official) => ({
    ...official,
    name: withoutPhones(official.name),
    shortPosition: withoutPhones(official.shortPosition),
  }));
}

function forCalendar(event: Event): Event {
  return stillOpen(event, {
    ...withoutNumbers(event),
    dressCode: withoutPhones(event.dressCode),
    transitRoom: withoutPhones(event.transitRoom),
    companions: withoutPhones(event.companions),
    protocolOfficer: { name: withoutPhones(event.protocolOfficer.name), phone: '' },
    contact: { name: withoutPhones(event.contact.name), phone: '' },
    speech: { ...event.speech, speaker: withoutPhones(event.speech.speaker) },
    crew: event.crew.map((duty) => ({ ...duty, name: withoutPhones(duty.name) })),
    note: '',
    rundown: [],
    requiredPhotos: [],
    visit: null,
    externalUid: null,
  });
}

/** What was confirmed to be open is so in what is left of its words, and says no more than they. */
function stillOpen(event: Event, left: Event): Event {
  return { ...left, openDespite: closedByWords(event) === null ? closingTexts(left) : '' };
}

function forPublic(event: Event): Event {
  const told = withoutNumbers(event);
  return stillOpen(event, {
    ...told,
    title: withoutNote(told.title),
    venue: placeAlone(told.venue),
    organizer: placeAlone(told.organizer),
    attendance: told.attendance.map((answer) => ({
      ...answer,
      delegateName: answer.delegateName === null ? null : placeAlone(answer.delegateName),
    })),
    dressCode: '',
    transitRoom: '',
    companions: '',
    protocolOfficer: nobody,
    contact: nobody,
    speech: { needed: false, officialId: null, speaker: '' },
    crew: [],
    note: '',
    rundown: [],
    requiredPhotos: [],
    visit: null,
    externalUid: null,
    // said to colleagues, perhaps while it was closed; who knows its history may tell it (share-text.ts)
    stateReason: null,
  });
}

function withoutNumbers(event: Event): Event {
  return {
    ...event,
    title: withoutPhones(event.title),
    venue: withoutPhones(event.venue),
    organizer: withoutPhones(event.organizer),
    stateReason: event.stateReason === null ? null : withoutPhones(event.stateReason),
    attendance: event.attendance.map((answer) => ({
      ...answer,
      delegateName: answer.delegateName === null ? null : withoutPhones(answer.delegateName),
      instruction: null,
    })),
  };
}
