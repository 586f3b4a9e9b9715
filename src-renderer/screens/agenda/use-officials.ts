import { useQuery } from '@tanstack/react-query';
import type { Attendance } from '../../../src-main/contract/agenda-nouns.ts';
import type { Official } from '../../../src-main/contract/register.ts';
import { client } from '../../client.ts';

interface Officials {
  readonly all: readonly Official[];
  readonly leaders: readonly Official[];
  /** How agendas call the official: `Wali Kota`; a dash when the register is not here yet. */
  readonly called: (id: string) => string;
  /** Who stands in, by position or as told. */
  readonly delegate: (answer: Attendance) => string;
}

/** The register, as the agenda needs it. */
export function useOfficials(): Officials {
  const query = useQuery(client.register.officials.queryOptions({ input: {} }));
  const officials = query.data ?? [];
  const called = (id: string) => {
    const official = officials.find((one) => one.id === id);
    return official ? official.shortPosition || official.name : query.data ? '–' : '…';
  };
  return {
    all: officials.filter((official) => official.active),
    leaders: officials.filter((official) => official.leader && official.active),
    called,
    delegate: (answer) => (answer.delegateId ? called(answer.delegateId) : (answer.delegateName ?? '')),
  };
}
