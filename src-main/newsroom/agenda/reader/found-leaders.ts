import type { FoundLeader, ReadLeader } from '../../../contract/agenda-reading.ts';

/** The people a text names as leaders whom the register does not know. */
export class FoundLeaders {
  private readonly found = new Map<string, FoundLeader>();

  get all(): FoundLeader[] {
    return [...this.found.values()];
  }

  remember(leader: ReadLeader & { name?: string }): void {
    if (leader.officialId !== null || leader.called === '') return;
    const before = this.found.get(leader.called);
    this.found.set(leader.called, {
      called: leader.called,
      name: before?.name || (leader.name ?? ''),
      position: leader.called,
      spans: before
        ? [...before.spans, ...leader.spans.filter((span) => !before.spans.some((old) => old.start === span.start))]
        : leader.spans,
    });
  }
}
