import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { clockText, dayOf, localOf, longDateText, weekdayText, zoneShort } from '../../../src-main/words/when.ts';
import { useNow } from '../../components/when.tsx';
import { useMe, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { plusDays } from '../roster/slots.ts';
import classes from './home.module.css';
import { useWhatWaits } from './what-waits.ts';

/** The head of the day, like the head of a newspaper: the date, and in one sentence what waits. */
export function Masthead() {
  const w = useWords();
  const language = useLanguage();
  const me = useMe();
  const office = useOffice();
  const now = useNow();
  const today = dayOf(now, office.zone);
  const local = localOf(now, office.zone);
  const facts = useWhatWaits(today, plusDays(today, 1));
  const hour = Number(local.slice(11, 13));
  const hello =
    hour < 4
      ? w.home.evening
      : hour < 11
        ? w.home.morning
        : hour < 15
          ? w.home.noon
          : hour < 18
            ? w.home.afternoon
            : w.home.evening;
  return (
    <header className={classes.masthead}>
      <div className={classes.dateline}>
        <h1 tabIndex={-1} data-page-title>
          <span>{weekdayText(today, language)},</span> {longDateText(today, language)}
        </h1>
        <time dateTime={now} className={classes.clock}>
          {clockText(local, language)} {zoneShort(office.zone)}
        </time>
      </div>
      <p className={classes.sentence}>
        {hello(me.name.split(' ').slice(0, 3).join(' '))}{' '}
        {facts.map(({ words, to }, at) => {
          const said = at === 0 ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : words;
          return (
            <Fragment key={words}>
              {to === undefined ? said : <Link to={to as '/'}>{said}</Link>}
              {at < facts.length - 1 ? ', ' : '.'}
            </Fragment>
          );
        })}
      </p>
    </header>
  );
}
