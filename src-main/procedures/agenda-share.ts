import type { SharedText, ShareTextInput } from '../contract/agenda.ts';
import type { Event } from '../contract/agenda-nouns.ts';
import type { Language } from '../contract/basics.ts';
import { findEvent, listEvents } from '../newsroom/agenda/look-up.ts';
import { maySee } from '../newsroom/agenda/may-see.ts';
import { daysBetween } from '../newsroom/agenda/outgoing/day-sheet.ts';
import { forEdition, officialsFor } from '../newsroom/agenda/outgoing/edition.ts';
import { agendaText, eventText, type ShareSetting } from '../newsroom/agenda/share-text.ts';
import type { Caller } from '../newsroom/caller.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done, type Outcome, refused } from '../newsroom/outcome.ts';
import { agenda as english } from '../words/en/agenda.ts';
import { agenda as indonesian } from '../words/id/agenda.ts';
import { clockText, localOf, slashDayText, zoneShort } from '../words/when.ts';

const words = { id: indonesian, en: english } as const;
/** More days in one message are not read by anybody. */
const MOST_DAYS = 14;

/** Makes the WhatsApp text of a day or an event in the language asked for, else the caller's own. */
export async function shareText(
  newsroom: Newsroom,
  caller: Caller,
  input: ShareTextInput,
): Promise<Outcome<SharedText>> {
  const language: Language = input.language ?? caller.language;
  // Who does not see what is closed takes the public edition away, never the internal one.
  const inside = maySee(caller, { pressAccess: 'closed' });
  const setting = await settingOf(newsroom, language, input.style, inside ? input.edition : 'public');
  if (input.kind === 'day') {
    const days = daysBetween(input.day, input.until ?? input.day);
    if (days.length === 0 || days.length > MOST_DAYS) return refused('invalid', {}, 'until');
    const to = days.at(-1) ?? input.day;
    const listed = await listEvents(newsroom, caller, { from: input.day, to, leaderId: input.leaderId });
    const shown = forEdition(listed, setting.edition);
    return done({
      greeting: words[language].greeting,
      text: agendaText(days, listed, setting),
      notice: 'agenda',
      events: shown.filter((event: Event) => !['cancelled', 'postponed'].includes(event.state)).length,
      leftOut: listed.length - shown.length,
    });
  }
  const found = await findEvent(newsroom, caller, input.id);
  if (!found.ok) return found;
  if (forEdition([found.value], setting.edition).length === 0) {
    return found.value.state === 'proposed'
      ? refused('state_not_possible', { from: found.value.state, to: 'public' })
      : refused('event_closed', { title: found.value.title });
  }
  const history = await newsroom.read((stores) => stores.events.changes(input.id));
  const { text, notice } = eventText(found.value, history, setting);
  return done({
    greeting: notice === 'event' ? words[language].greeting : words[language].changeGreeting,
    text,
    notice,
    events: 1,
    leftOut: 0,
  });
}

async function settingOf(
  newsroom: Newsroom,
  language: Language,
  style: ShareSetting['style'],
  edition: ShareSetting['edition'],
): Promise<ShareSetting> {
  return newsroom.read(async (stores) => {
    const zone = (await stores.office.get())?.zone ?? 'Asia/Jakarta';
    const now = localOf(newsroom.clock.now().toString(), zone);
    return {
      words: words[language],
      style,
      edition,
      officials: officialsFor(await stores.officials.all(), edition),
      madeAt: `${slashDayText(now.slice(0, 10))} ${clockText(now, language)} ${zoneShort(zone)}`,
    };
  });
}
