import type { AgendaReading } from '../../contract/agenda-reading.ts';
import type { Zone } from '../../contract/basics.ts';
import type { Newsroom } from '../newsroom.ts';
import { withKnown } from './known-events.ts';
import { readAgenda } from './reader/read-agenda.ts';

/** Reads a pasted agenda with what the office knows: its zone, its leaders, its agencies, and events it has already. */
export async function readText(
  ports: Pick<Newsroom, 'read' | 'clock'>,
  input: { text: string; zone?: Zone | undefined },
): Promise<AgendaReading> {
  return ports.read(async (stores) => {
    const office = await stores.office.get();
    const home = office?.zone ?? 'Asia/Jakarta';
    const officials = (await stores.officials.all()).filter((official) => official.active);
    const agencies = await stores.officials.agencies();
    const reading = readAgenda(input.text, {
      today: ports.clock.now().toZonedDateTimeISO(home).toPlainDate().toString(),
      zone: input.zone ?? home,
      leaders: officials,
      agencies: agencies.flatMap((agency) => [agency.name, agency.shortName]),
    });
    const days = reading.proposals.flatMap((proposal) => (proposal.day ? [proposal.day.value] : [])).sort();
    const first = days[0];
    const last = days.at(-1);
    if (first === undefined || last === undefined) return reading;
    const known = await stores.events.list({ from: first, to: last });
    return { ...reading, proposals: withKnown(reading.proposals, known) };
  });
}
