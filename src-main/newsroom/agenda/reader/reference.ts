import type { Proposal } from '../../../contract/agenda-reading.ts';
import type { Draft } from './draft.ts';

const reference =
  /^(?:(?:yang|yg|utk|untuk|agenda|acara|giat|kegiatan|poin|point)\s+)*(?:no|nomor|nmr|poin|point|angka)\.?\s*(?:urut\s*)?(\d{1,2})$/iu;

/** A change that names its event by the number it has in the list above: `yg no 2 pindah ke Hotel Aryaduta`. */
export function resolveReference(draft: Draft, numbered: ReadonlyMap<number, Proposal>): void {
  const match = draft.act && draft.title ? reference.exec(draft.title.value) : null;
  if (!match) return;
  const spans = draft.title?.spans ?? [];
  const meant = numbered.get(Number(match[1]));
  // a number of a list that is not here names nothing
  draft.title = meant?.title ? { ...meant.title, spans, assumed: true } : null;
  if (!meant) return;
  draft.day ??= meant.day;
  if (draft.startClock === null && meant.startClock) {
    draft.startClock = { ...meant.startClock, assumed: true };
    draft.zone ??= { ...meant.zone, assumed: true };
  }
  draft.leaders =
    draft.leaders.length === 1 && draft.leaders[0]?.called === ''
      ? meant.leaders.map((leader) => ({
          ...leader,
          ...draft.leaders[0],
          called: leader.called,
          officialId: leader.officialId,
        }))
      : draft.leaders;
}
