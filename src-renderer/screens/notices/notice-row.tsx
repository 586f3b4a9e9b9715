import {
  IconAlarm,
  IconCalendarCheck,
  IconCalendarPause,
  IconCalendarQuestion,
  IconCalendarX,
  IconFileAlert,
  IconMoon,
  IconRefresh,
  IconUserCheck,
  IconUserMinus,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Notice, NoticeKind } from '../../../src-main/contract/notices.ts';
import { dayText } from '../../../src-main/words/when.ts';
import { When } from '../../components/when.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './notices.module.css';
import { sayNotice, useSayWhen } from './say-told.ts';
import { ToldChanges } from './told-change.tsx';

const signs: Readonly<Record<NoticeKind, TablerIcon>> = {
  assigned: IconUserCheck,
  taken_off: IconUserMinus,
  changed: IconRefresh,
  postponed: IconCalendarPause,
  cancelled: IconCalendarX,
  back_on: IconCalendarCheck,
  duty_soon: IconAlarm,
  unconfirmed_tomorrow: IconCalendarQuestion,
  release_missing: IconFileAlert,
  on_roster: IconMoon,
};

/** One notice as a row: what it is, of which event, what changed, when it was told. */
export function NoticeRow({ notice }: { readonly notice: Notice }) {
  const w = useWords();
  const language = useLanguage();
  const when = useSayWhen();
  const Sign = signs[notice.kind];
  const { event } = notice;
  return (
    <div className={classes.notice} data-unread={!notice.read || undefined}>
      <span className={classes.sign}>
        <Sign size={18} stroke={1.7} aria-hidden />
      </span>
      <div className={classes.body}>
        <span className={classes.sentence}>
          {notice.read ? null : <span className="k-unseen">{w.notices.unread}: </span>}
          {sayNotice(notice, w)}
        </span>
        {event ? (
          <>
            <span className={classes.what}>{event.title}</span>
            <p className={classes.soft}>
              {when(event)}
              {event.venue ? ` · ${event.venue}` : ''}
              {notice.count > 1 ? ` · ${w.notices.andMore(notice.count - 1)}` : ''}
            </p>
          </>
        ) : null}
        {event === null && notice.day ? <p className={classes.soft}>{dayText(notice.day, language)}</p> : null}
        <ToldChanges changes={notice.changes} />
        {notice.reason || notice.by ? (
          <p className={classes.soft}>
            {[notice.reason ? w.notices.reason(notice.reason) : '', notice.by ? w.notices.by(notice.by) : '']
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
        ) : null}
      </div>
      <span className={classes.at}>
        <When at={notice.at} />
        {notice.read ? null : <span className={classes.dot} aria-hidden />}
      </span>
    </div>
  );
}
