import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import type { StoredUpdate } from '../newsroom/releases/release-store.ts';
import { appendText, openText, textSince } from '../newsroom/releases/release-text.ts';
import { textChecks } from '../newsroom/releases/text-checks.ts';
import { answer, entries } from './answer.ts';

export function releaseTextProcedures(newsroom: Newsroom) {
  const { releaseText } = entries;
  const checks = textChecks(newsroom);
  return {
    open: releaseText.open.handler(
      answer(async (caller, input) => {
        const opened = await openText(newsroom, caller, input);
        if (!opened.ok) return opened;
        const { snapshot, updates, ...state } = opened.value;
        return done({ ...state, snapshot: snapshot && toBase64(snapshot), updates: updates.map(travelling) });
      }),
    ),
    since: releaseText.since.handler(
      answer(async (caller, input) => {
        const found = await textSince(newsroom, caller, input);
        if (!found.ok) return found;
        const { updates, ...state } = found.value;
        return done({ ...state, updates: updates.map(travelling) });
      }),
    ),
    append: releaseText.append.handler(
      answer((caller, input) =>
        appendText(newsroom, caller, { ...input, update: new Uint8Array(Buffer.from(input.update, 'base64')) }, checks),
      ),
    ),
  };
}

function travelling(update: StoredUpdate): { seq: number; update: string } {
  return { seq: update.seq, update: toBase64(update.data) };
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
