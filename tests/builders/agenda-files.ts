import { setTimeout as pause } from 'node:timers/promises';
import type { FileReading } from '../../src-main/contract/agenda-files.ts';
import { pieceBytes } from '../../src-main/contract/routes.ts';
import type { Caller } from '../../src-main/newsroom/caller.ts';
import type { Client, TestCore } from './core.ts';

/** Sends a file as the page does and waits until its reading rests: columns to choose, ready, or refused. */
export async function sendFile(
  test: TestCore,
  who: { caller: Caller; client: Client },
  name: string,
  content: string | Uint8Array,
): Promise<FileReading> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { id } = await who.client.agendaFiles.begin({ name, bytes: bytes.byteLength });
  for (let offset = 0; offset < bytes.byteLength; offset += pieceBytes) {
    const response = await test.core.raw.agendaFile({
      caller: who.caller,
      params: { fileId: id },
      query: new URLSearchParams({ offset: String(offset) }),
      headers: new Headers(),
      body: bytes.subarray(offset, offset + pieceBytes),
      signal: new AbortController().signal,
    });
    if (response.status !== 200) throw new Error(`piece refused: ${await response.text()}`);
  }
  return rested(who.client, id);
}

/** Waits until nothing is being read any more. */
export async function rested(client: Client, id: string): Promise<FileReading> {
  for (;;) {
    const view = await client.agendaFiles.look({ id });
    if (view.state !== 'reading' && view.state !== 'receiving') return view;
    await pause(15);
  }
}

/** A calendar of these lines, as programs write it. */
export function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Dinas//ID', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** An event of a calendar. */
export function vevent(uid: string, title: string, start: string, ...more: string[]): string {
  return ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, start, ...more, 'END:VEVENT'].join('\r\n');
}
