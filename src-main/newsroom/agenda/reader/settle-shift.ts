import { Temporal } from 'temporal-polyfill';
import type { Draft } from './draft.ts';

/**
 * By how much a change moves its event becomes an hour where the text tells the old one: `jam 10 diundur 1 jam`. Else it waits for the
 * event that is meant, and until then it is not understood: no hour may be guessed from it.
 */
export function settleShift(draft: Draft): void {
  const { shift, was } = draft;
  if (!shift) return;
  const whole = shift.value % 1440 === 0;
  if (draft.startClock || (whole && draft.day)) {
    // "diundur 1 jam jadi jam 11": the hour is told
    draft.passedOver.push(...shift.spans);
    draft.shift = null;
    return;
  }
  const day = draft.day ?? was.day;
  if (was.startClock && !(whole && !was.day)) {
    const from = Temporal.PlainTime.from(was.startClock.value);
    const to = from.add({ minutes: shift.value });
    const days = Math.floor((from.hour * 60 + from.minute + shift.value) / 1440);
    if (days === 0 || day) {
      draft.startClock = {
        ...shift,
        value: to.toString().slice(0, 5),
        assumed: shift.assumed || was.startClock.assumed,
      };
      if (days !== 0 && day)
        draft.day = { ...shift, value: Temporal.PlainDate.from(day.value).add({ days }).toString() };
      draft.shift = null;
      return;
    }
  }
  if (whole && was.day) {
    const days = shift.value / 1440;
    draft.day = { ...shift, value: Temporal.PlainDate.from(was.day.value).add({ days }).toString() };
    draft.shift = null;
    return;
  }
  draft.notUnderstood.push(...shift.spans);
}
