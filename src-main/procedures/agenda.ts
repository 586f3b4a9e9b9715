import { acceptProposals, undoAccept } from '../newsroom/agenda/accept-proposals.ts';
import { addEvent } from '../newsroom/agenda/add-event.ts';
import { changeEvent, setAttendance } from '../newsroom/agenda/change-event.ts';
import {
  answerClash,
  checkClashes,
  checkProposals,
  doubledEvents,
  eventClashes,
  openClashes,
} from '../newsroom/agenda/clashes/check-clashes.ts';
import { myDuties, setDutyState } from '../newsroom/agenda/duties.ts';
import { lookAtSpan } from '../newsroom/agenda/look-at-span.ts';
import { earlierVisits, eventHistory, findEvent, listOnScreen } from '../newsroom/agenda/look-up.ts';
import { readText } from '../newsroom/agenda/read-text.ts';
import { readWhen } from '../newsroom/agenda/read-when.ts';
import { addSeries, checkSeries } from '../newsroom/agenda/series/add-series.ts';
import { cancelFollowing, changeFollowing, checkFollowing } from '../newsroom/agenda/series/change-following.ts';
import { seriesOf } from '../newsroom/agenda/series/look-up-series.ts';
import { setEventState } from '../newsroom/agenda/set-event-state.ts';
import { takeBack, toldOf } from '../newsroom/agenda/take-back.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { shareText } from './agenda-share.ts';
import { answer, entries } from './answer.ts';

export function agendaProcedures(newsroom: Newsroom) {
  const { agenda } = entries;
  return {
    readText: agenda.readText.handler(answer(async (caller, input) => done(await readText(newsroom, caller, input)))),
    readWhen: agenda.readWhen.handler(
      answer(async (_caller, input) => {
        const office = await newsroom.read((stores) => stores.office.get());
        const zone = input.zone ?? office?.zone ?? 'Asia/Jakarta';
        const today = newsroom.clock.now().toZonedDateTimeISO(zone).toPlainDate().toString();
        return done(readWhen(input.text, { today, near: input.near }));
      }),
    ),
    accept: agenda.accept.handler(answer((caller, input) => acceptProposals(newsroom, caller, input))),
    undoAccept: agenda.undoAccept.handler(answer((caller, input) => undoAccept(newsroom, caller, input))),
    list: agenda.list.handler(answer((caller, input) => listOnScreen(newsroom, caller, input))),
    span: agenda.span.handler(answer((caller, input) => lookAtSpan(newsroom, caller, input))),
    get: agenda.get.handler(answer((caller, input) => findEvent(newsroom, caller, input.id))),
    add: agenda.add.handler(answer((caller, input) => addEvent(newsroom, caller, input))),
    change: agenda.change.handler(answer((caller, input) => changeEvent(newsroom, caller, input))),
    takeBack: agenda.takeBack.handler(answer((caller, input) => takeBack(newsroom, caller, input))),
    toldOf: agenda.toldOf.handler(answer((caller, input) => toldOf(newsroom, caller, input))),
    setAttendance: agenda.setAttendance.handler(answer((caller, input) => setAttendance(newsroom, caller, input))),
    setState: agenda.setState.handler(answer((caller, input) => setEventState(newsroom, caller, input))),
    checkClashes: agenda.checkClashes.handler(answer((_caller, input) => checkClashes(newsroom, input))),
    checkProposals: agenda.checkProposals.handler(
      answer(async (_caller, input) => done(await checkProposals(newsroom, input.proposals))),
    ),
    clashes: agenda.clashes.handler(answer((_caller, input) => eventClashes(newsroom, input.id))),
    openClashes: agenda.openClashes.handler(answer((_caller, input) => openClashes(newsroom, input))),
    doubledEvents: agenda.doubledEvents.handler(answer((_caller, input) => doubledEvents(newsroom, input))),
    answerClash: agenda.answerClash.handler(answer((caller, input) => answerClash(newsroom, caller, input))),
    earlierVisits: agenda.earlierVisits.handler(answer((caller, input) => earlierVisits(newsroom, caller, input))),
    checkSeries: agenda.checkSeries.handler(answer((_caller, input) => checkSeries(newsroom, input))),
    addSeries: agenda.addSeries.handler(answer((caller, input) => addSeries(newsroom, caller, input))),
    series: agenda.series.handler(answer((caller, input) => seriesOf(newsroom, caller, input.id))),
    changeFollowing: agenda.changeFollowing.handler(
      answer((caller, input) => changeFollowing(newsroom, caller, input)),
    ),
    checkFollowing: agenda.checkFollowing.handler(answer((_caller, input) => checkFollowing(newsroom, input))),
    cancelFollowing: agenda.cancelFollowing.handler(
      answer((caller, input) => cancelFollowing(newsroom, caller, input)),
    ),
    myDuties: agenda.myDuties.handler(answer((caller) => myDuties(newsroom, caller))),
    setDutyState: agenda.setDutyState.handler(answer((caller, input) => setDutyState(newsroom, caller, input))),
    history: agenda.history.handler(answer((caller, input) => eventHistory(newsroom, caller, input.id))),
    shareText: agenda.shareText.handler(answer((caller, input) => shareText(newsroom, caller, input))),
  };
}
