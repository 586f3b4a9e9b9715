import type { Attendance } from '../../../../src-main/contract/agenda-nouns.ts';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';

/**
 * Columns of the matrix: `o:<official>`, `n:<name>` for who stands in by name only, and `none`. An event stands in the column of
 * each of its leaders and of each who stands in.
 */
export const NO_LEADER = 'none';
export const columnOf = (officialId: string): string => `o:${officialId}`;
const columnOfName = (name: string): string => `n:${name}`;

/** Whose column an answer puts the event into besides the leader's own: who stands in. */
export function standInColumn(answer: Attendance): string | null {
  if (answer.answer !== 'delegated') return null;
  if (answer.delegateId) return columnOf(answer.delegateId);
  return answer.delegateName ? columnOfName(answer.delegateName) : null;
}

/** Every column an event stands in. */
export function columnsOf(event: Pick<EventGlance, 'attendance'>): string[] {
  if (event.attendance.length === 0) return [NO_LEADER];
  const columns = new Set<string>();
  for (const answer of event.attendance) {
    columns.add(columnOf(answer.officialId));
    const standIn = standInColumn(answer);
    if (standIn) columns.add(standIn);
  }
  return [...columns];
}

/** The columns of a day: the leaders of the register first, then others who stand in or lead that day, then those without leader. */
export function matrixColumns(leaderIds: readonly string[], events: readonly EventGlance[]): string[] {
  const columns = new Set(leaderIds.map(columnOf));
  const found = events.flatMap(columnsOf);
  for (const column of found) if (column !== NO_LEADER) columns.add(column);
  return [...columns, ...(found.includes(NO_LEADER) ? [NO_LEADER] : [])];
}

/** What taking an event from one column of the matrix to another may mean. */
export interface LeaderChoice {
  readonly kind: 'delegate' | 'swap' | 'add' | 'remove' | 'self';
  readonly attendance: Attendance[];
  /** The leader concerned: whose answer changes, or who joins. */
  readonly officialId: string;
}

const answerOf = (officialId: string): Attendance => ({
  officialId,
  answer: 'unknown',
  delegateId: null,
  delegateName: null,
  instruction: null,
});

/** The choices, the likelier first; empty where nothing changes. */
export function leaderChoices(attendance: readonly Attendance[], from: string, to: string): LeaderChoice[] {
  if (from === to) return [];
  const official = to.startsWith('o:') ? to.slice(2) : null;
  const name = to.startsWith('n:') ? to.slice(2) : null;
  if (from === NO_LEADER)
    return official ? [{ kind: 'add', attendance: [...attendance, answerOf(official)], officialId: official }] : [];
  const own = attendance.find((answer) => columnOf(answer.officialId) === from);
  // taken from the column of who stands in: the answer is that of who is represented
  const held = own ?? attendance.find((answer) => standInColumn(answer) === from);
  if (!held) return [];
  const rest = attendance.filter((answer) => answer !== held);
  const put = (answer: Attendance) => attendance.map((other) => (other === held ? answer : other));
  if (to === NO_LEADER) return [{ kind: 'remove', attendance: rest, officialId: held.officialId }];
  if (official === held.officialId)
    return [
      {
        kind: 'self',
        attendance: put({ ...held, answer: 'attends', delegateId: null, delegateName: null }),
        officialId: held.officialId,
      },
    ];
  const delegate: LeaderChoice = {
    kind: 'delegate',
    attendance: put({ ...held, answer: 'delegated', delegateId: official, delegateName: official ? null : name }),
    officialId: held.officialId,
  };
  if (!own || !official) return [delegate];
  const joins = rest.some((answer) => answer.officialId === official);
  return [
    delegate,
    {
      kind: 'swap',
      attendance: joins ? rest : put(answerOf(official)),
      officialId: held.officialId,
    },
  ];
}
