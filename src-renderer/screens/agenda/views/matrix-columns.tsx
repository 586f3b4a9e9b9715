import { useMemo } from 'react';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import { useWords } from '../../../words/words.tsx';
import { useOfficials } from '../use-officials.ts';
import type { Aside, GridColumn } from './grid-column.ts';
import { columnOf, columnsOf, matrixColumns, NO_LEADER, standInColumn } from './leaders.ts';
import classes from './views.module.css';

/** One column for each leader of the day: who leads, who stands in, and what has no leader yet. */
export function useMatrixColumns(
  day: string,
  isToday: boolean,
  events: readonly EventGlance[],
): { columns: GridColumn[]; nameOf: (column: string) => string } {
  const w = useWords();
  const { leaders, all, called } = useOfficials();
  const ids = leaders.map((leader) => leader.id).join();
  const nameOf = (column: string) =>
    column === NO_LEADER ? w.views.noLeader : column.startsWith('o:') ? called(column.slice(2)) : column.slice(2);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names follow from the register, told by `ids` and `all.length`
  const columns = useMemo(() => {
    const order = ids === '' ? [] : ids.split(',');
    return matrixColumns(order, events).map((key): GridColumn => {
      const own = events.filter((event) => columnsOf(event).includes(key));
      const name = nameOf(key);
      const person = all.find((official) => columnOf(official.id) === key);
      const isLeader = order.some((id) => columnOf(id) === key);
      return {
        key,
        day,
        isToday,
        label: name,
        events: own,
        head: (
          <div className={classes.leaderHead}>
            <strong>{name}</strong>
            <span>
              {key === NO_LEADER || isLeader ? (person && person.name !== name ? person.name : '') : w.views.standIn}
            </span>
          </div>
        ),
        aside: (event): Aside | null => {
          const mine = event.attendance.find((answer) => columnOf(answer.officialId) === key);
          if (mine)
            return mine.answer === 'delegated'
              ? { words: w.agenda.delegatedTo(nameOf(standInColumn(mine) ?? '')), away: true }
              : mine.answer === 'absent'
                ? { words: w.states.attendance.absent, away: true }
                : null;
          const represented = event.attendance.filter((answer) => standInColumn(answer) === key);
          if (represented.length === 0) return null;
          return {
            words: w.views.standsInFor(represented.map((answer) => called(answer.officialId)).join(', ')),
            away: false,
          };
        },
      };
    });
  }, [day, isToday, events, ids, all.length, w]);
  return { columns, nameOf };
}
