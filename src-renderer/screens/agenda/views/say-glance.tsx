import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import type { Language, Zone } from '../../../../src-main/contract/basics.ts';
import { stateByClock } from '../../../../src-main/text/state-by-clock.ts';
import { clockText, dayText, shortDayText, zoneShort } from '../../../../src-main/words/when.ts';
import { client } from '../../../client.ts';
import { useOffice } from '../../../frame/session.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { useOfficials } from '../use-officials.ts';
import { atZone, type Times } from './times.ts';

/** How the views say an event; made once for hundreds of them. */
export interface SayGlance {
  readonly zone: Zone;
  readonly language: Language;
  /** `08.00`, or `09.00 WIB` where the event has a clock of its own. */
  readonly start: (event: EventGlance) => string;
  /** The three parts of the range: `08.00`, `–10.00` or ` – selesai`, ` WIB`. */
  readonly clock: (event: EventGlance) => string;
  readonly until: (event: EventGlance) => string;
  readonly zoneMark: (event: EventGlance) => string;
  /** `08.00–10.00`, `13.30 – selesai`, `09.00–11.00 WIB`. */
  readonly range: (event: EventGlance) => string;
  /** `10.00 WITA`: the office's clock where the event's is another; else nothing. */
  readonly here: (event: EventGlance) => string | null;
  /** `Kamis, 20 November 2025, 08.00–10.00`. */
  readonly when: (times: Times, zone: Zone) => string;
  /** `Wali Kota, Wakil Wali Kota (diwakili Sekda)`. */
  readonly who: (event: EventGlance) => string;
  /** Everything, for a screen reader. */
  readonly all: (event: EventGlance) => string;
  readonly called: (officialId: string) => string;
}

const Saying = createContext<SayGlance | null>(null);

export function SayGlanceProvider({ children }: { readonly children: ReactNode }) {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const known = useQuery(client.register.officials.queryOptions({ input: {} })).data;
  const { called, delegate } = useOfficials();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is called how follows from `known`
  const saying = useMemo((): SayGlance => {
    const own = (event: { zone: Zone }) => (event.zone === zone ? '' : ` ${zoneShort(event.zone)}`);
    const range = (times: Times) =>
      times.end
        ? `${clockText(times.start, language)}–${clockText(times.end, language)}`
        : times.openEnd
          ? `${clockText(times.start, language)} – ${w.agenda.end.toLowerCase()}`
          : clockText(times.start, language);
    const long = (times: Times) => times.end !== null && times.end.slice(0, 10) !== times.start.slice(0, 10);
    const said = (times: Times) =>
      long(times)
        ? `${dayText(times.start.slice(0, 10), language)} ${clockText(times.start, language)} – ${shortDayText(
            (times.end as string).slice(0, 10),
            language,
          )} ${clockText(times.end as string, language)}`
        : `${dayText(times.start.slice(0, 10), language)}, ${range(times)}`;
    const who = (event: EventGlance) =>
      event.attendance
        .map((answer) =>
          answer.answer === 'delegated'
            ? `${called(answer.officialId)} (${w.agenda.delegatedTo(delegate(answer))})`
            : answer.answer === 'absent'
              ? `${called(answer.officialId)} (${w.states.attendance.absent.toLowerCase()})`
              : called(answer.officialId),
        )
        .join(', ');
    const here = (event: EventGlance) =>
      event.zone === zone ? null : `${clockText(atZone(event.start, event.zone, zone), language)} ${zoneShort(zone)}`;
    return {
      zone,
      language,
      called,
      here,
      who,
      start: (event) => clockText(event.start, language) + own(event),
      clock: (event) => clockText(event.start, language),
      until: (event) => range(event).slice(clockText(event.start, language).length),
      zoneMark: own,
      range: (event) => range(event) + own(event),
      when: (times, of) => said(times) + own({ zone: of }),
      all: (event) =>
        [
          range(event) + own(event),
          here(event),
          event.title,
          who(event),
          event.venue,
          w.states.event[stateByClock(event, new Date().toISOString())],
          event.pressAccess === 'closed' ? w.agenda.closed : null,
          event.releaseNeeded ? w.agenda.releaseNeeded : null,
        ]
          .filter((part) => part)
          .join(', '),
    };
  }, [w, language, zone, known]);
  return <Saying value={saying}>{children}</Saying>;
}

export function useSayGlance(): SayGlance {
  const saying = useContext(Saying);
  if (!saying) throw new Error('SayGlanceProvider is missing above this component');
  return saying;
}
