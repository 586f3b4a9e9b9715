import type { Event } from '../../contract/agenda-nouns.ts';
import type { AgendaReading } from '../../contract/agenda-reading.ts';
import type { Zone } from '../../contract/basics.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { allEvents } from './all-events.ts';
import { daysToLookAt, withKnown } from './known-events.ts';
import { maySee } from './may-see.ts';
import { overItsDays } from './reader/over-days.ts';
import { readAgenda } from './reader/read-agenda.ts';

/** Reads a pasted agenda with what the office knows: its zone, its leaders, its agencies, and events it has already. */
export async function readText(
  ports: Pick<Newsroom, 'read' | 'turn' | 'clock'>,
  caller: Pick<Caller, 'roles'>,
  input: { text: string; zone?: Zone | undefined },
): Promise<AgendaReading> {
  const { reading, today } = await ports.read(async (stores) => {
    const office = await stores.office.get();
    const home = office?.zone ?? 'Asia/Jakarta';
    const officials = (await stores.officials.all()).filter((official) => official.active);
    const agencies = await stores.officials.agencies();
    const today = ports.clock.now().toZonedDateTimeISO(home).toPlainDate().toString();
    const reading = overItsDays(
      readAgenda(input.text, {
        today,
        zone: input.zone ?? home,
        leaders: officials,
        agencies: agencies.flatMap((agency) => [agency.name, agency.shortName]),
        staff: (await stores.users.all()).filter((user) => user.active),
      }),
    );
    return { reading, today };
  });
  const events: Event[] = [];
  for (const days of daysToLookAt(reading.proposals, today))
    events.push(...(await allEvents(ports, days, (some) => some.filter((event) => maySee(caller, event)))));
  return { ...reading, ...withKnown(reading.proposals, events, today) };
}
