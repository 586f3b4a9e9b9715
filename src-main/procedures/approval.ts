import { approveRelease, correctAndApprove } from '../newsroom/approval/approve.ts';
import { compareVersions, historyOf } from '../newsroom/approval/history.ts';
import { countsOf, inboxOf } from '../newsroom/approval/inbox.ts';
import { numberingOf, setNumbering } from '../newsroom/approval/set-numbering.ts';
import { sheetOf } from '../newsroom/approval/sheet.ts';
import { beginNewVersion, returnRelease, submitRelease } from '../newsroom/approval/submit-and-return.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { answer, entries } from './answer.ts';

export function approvalProcedures(newsroom: Newsroom) {
  const { approval } = entries;
  return {
    submit: approval.submit.handler(answer((caller, input) => submitRelease(newsroom, caller, input))),
    return: approval.return.handler(answer((caller, input) => returnRelease(newsroom, caller, input))),
    approve: approval.approve.handler(answer((caller, input) => approveRelease(newsroom, caller, input))),
    correctAndApprove: approval.correctAndApprove.handler(
      answer((caller, input) => correctAndApprove(newsroom, caller, input)),
    ),
    newVersion: approval.newVersion.handler(answer((caller, input) => beginNewVersion(newsroom, caller, input))),
    inbox: approval.inbox.handler(answer((caller) => inboxOf(newsroom, caller))),
    counts: approval.counts.handler(answer((caller) => countsOf(newsroom, caller))),
    sheet: approval.sheet.handler(answer((caller, input) => sheetOf(newsroom, caller, input))),
    history: approval.history.handler(answer((caller, input) => historyOf(newsroom, caller, input))),
    compare: approval.compare.handler(answer((caller, input) => compareVersions(newsroom, caller, input))),
    numbering: approval.numbering.handler(answer(() => numberingOf(newsroom))),
    setNumbering: approval.setNumbering.handler(answer((caller, input) => setNumbering(newsroom, caller, input))),
  };
}
