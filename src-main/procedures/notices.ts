import type { Newsroom } from '../newsroom/newsroom.ts';
import { noticesFor, readNotices } from '../newsroom/notices/inbox.ts';
import { newsFor, readNews } from '../newsroom/notices/news.ts';
import { usualReasons } from '../newsroom/notices/reasons.ts';
import { reminderSettings, setReminderSettings } from '../newsroom/notices/reminder-settings.ts';
import { done } from '../newsroom/outcome.ts';
import { answer, entries } from './answer.ts';

export function noticesProcedures(newsroom: Newsroom) {
  const { notices } = entries;
  return {
    changes: notices.changes.handler(answer((caller) => newsFor(newsroom, caller))),
    readChanges: notices.readChanges.handler(answer((caller, input) => readNews(newsroom, caller, input))),
    list: notices.list.handler(answer((caller) => noticesFor(newsroom, caller))),
    read: notices.read.handler(answer((caller, input) => readNotices(newsroom, caller, input))),
    reasons: notices.reasons.handler(answer((_caller, input) => usualReasons(newsroom, input.standing))),
    settings: notices.settings.handler(answer(async () => done(await newsroom.read(reminderSettings)))),
    setSettings: notices.setSettings.handler(answer((caller, input) => setReminderSettings(newsroom, caller, input))),
  };
}
