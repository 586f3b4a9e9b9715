import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { SMTPServer } from 'smtp-server';
import * as Y from 'yjs';
import { contentHash } from '../../src-main/text/manifest.ts';
import { SCHEMA_VERSION } from '../../src-main/text/schema.ts';
import { makePicture } from '../builders/pictures.ts';
import { writtenRelease } from '../harness/approved-release.ts';
import { firstStart, type Person } from '../harness/client.ts';
import { type RunningCore, startCore } from '../harness/core-process.ts';

/** What the core said yes to, and therefore must still be there after any kill. */
interface Promised {
  /** Release -> the words it acknowledged, each found only once in the text. */
  readonly words: Map<string, string[]>;
  /** Photo id -> SHA-256 of what was sent. */
  readonly photos: Map<string, string>;
  /** Release -> content hash it was approved with. */
  readonly approved: Map<string, string>;
  /** Numbers given out. */
  readonly numbers: Map<string, string>;
}

export interface SoakReport {
  readonly kills: number;
  readonly acknowledgedWords: number;
  readonly acknowledgedPhotos: number;
  readonly approvals: number;
  readonly mails: number;
  readonly unknown: number;
}

const JOURNALISTS = 12;

/**
 * Kills the core with SIGKILL at random moments while people type, import, approve and send, and looks after each restart whether
 * everything it had acknowledged is there, nothing went out twice, and the audit chain holds.
 * @throws with what was lost
 */
export async function soak(rounds: number, seed: number, say: (line: string) => void = () => {}): Promise<SoakReport> {
  let state = seed;
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const arrived = new Map<string, number>();
  const sink = await startSink(arrived);
  const core = await startCore();
  const promised: Promised = { words: new Map(), photos: new Map(), approved: new Map(), numbers: new Map() };
  let unknown = 0;
  try {
    const person = await firstStart(core, { people: 1 });
    const group = await prepare(person, sink.port);
    for (let round = 0; round < rounds; round += 1) {
      const killed = new AbortController();
      // settled, not awaited one by one: each of them ends in a torn connection
      const busy = Promise.allSettled([
        type(person, promised, round, killed.signal),
        importPhotos(person, promised, seed * 1000 + round * 40, killed.signal),
        approveAndSend(person, promised, group, round, killed.signal),
      ]);
      await untilSomeMoment(promised, round, chance);
      await core.kill();
      killed.abort();
      for (const end of await busy) {
        // a torn connection is what a kill looks like from outside; anything else is a mistake
        if (end.status === 'rejected' && !torn(end.reason)) {
          throw end.reason;
        }
      }
      await core.restart();
      unknown = await lookAfter(core, person, promised, arrived);
      say(
        `kill ${round + 1}: ${sum(promised.words)} words, ${promised.photos.size} photos, ${promised.approved.size} approvals, ${arrived.size} mails, ${unknown} unknown`,
      );
    }
    await everythingEnds(person, promised);
    unknown = await lookAfter(core, person, promised, arrived);
    await core.stop();
    checkDisk(core.dataFolder, promised);
  } finally {
    await core.dispose();
    sink.close();
  }
  return {
    kills: rounds,
    acknowledgedWords: sum(promised.words),
    acknowledgedPhotos: promised.photos.size,
    approvals: promised.approved.size,
    mails: arrived.size,
    unknown,
  };
}

/**
 * Waits for a moment that depends on the work and not on the speed of the machine: until one kind of work (each in its turn) has been
 * acknowledged up to three more times, and then a little longer, so that the kill falls anywhere inside the next piece.
 */
async function untilSomeMoment(promised: Promised, round: number, chance: () => number): Promise<void> {
  const counts = [() => promised.approved.size, () => promised.photos.size, () => sum(promised.words)];
  const count = counts[round % counts.length] ?? (() => 0);
  const enough = count() + Math.floor(chance() * 4);
  const until = Date.now() + 20_000;
  while (count() < enough && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await new Promise((resolve) => setTimeout(resolve, chance() * 500));
}

/** Whether somewhere under an error lies a connection that ended. */
function torn(error: unknown): boolean {
  return (
    error instanceof Error &&
    (/fetch failed|ECONN|terminated|socket|other side closed/i.test(`${error.name} ${error.message}`) ||
      torn(error.cause))
  );
}

function sum(words: ReadonlyMap<string, readonly string[]>): number {
  return [...words.values()].reduce((total, list) => total + list.length, 0);
}

/** A mail server that counts what it took, by recipient and subject. */
async function startSink(arrived: Map<string, number>): Promise<{ port: number; close(): void }> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? '';
        const key = `${session.envelope.rcptTo[0]?.address} ${subject}`;
        arrived.set(key, (arrived.get(key) ?? 0) + 1);
        // slow enough that kills fall between the body and the answer
        setTimeout(callback, 8);
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, close: () => server.close() };
}

async function prepare(person: Person, port: number): Promise<string> {
  await person.rpc.channels.setSmtp({
    host: '127.0.0.1',
    port,
    security: 'plain',
    allowPlain: true,
    connections: 3,
    fromName: 'Uji',
    fromAddress: 'uji@kota.example',
    version: null,
  });
  await person.rpc.approval.setNumbering({ templates: { siaran_pers_resmi: '{urut:4}/SP/{tahun}' } as never });
  const memberIds: string[] = [];
  for (let n = 0; n < JOURNALISTS; n += 1) {
    const journalist = await person.rpc.partners.addJournalist({ name: `Wartawan ${n}`, email: `w${n}@media.example` });
    memberIds.push(journalist.id);
  }
  return (await person.rpc.partners.addGroup({ name: 'Semua', kind: 'email', memberIds })).id;
}

/** Types words one after the other; a word counts as promised only when its answer came. */
async function type(person: Person, promised: Promised, round: number, killed: AbortSignal): Promise<void> {
  const { id } = await person.rpc.releases.create({ eventId: null, kind: 'rilis_kegiatan' });
  const doc = new Y.Doc();
  for (const update of await updatesOf(person, id)) {
    Y.applyUpdate(doc, update);
  }
  const list: string[] = [];
  promised.words.set(id, list);
  for (let n = 0; !killed.aborted; n += 1) {
    const before = Y.encodeStateVector(doc);
    const word = `k${round}x${n}`;
    const title = doc.getText('title');
    title.insert(title.length, `${word} `);
    await person.rpc.releaseText.append({
      releaseId: id,
      origin: `jendela-${round}`,
      update: Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64'),
      schemaVersion: SCHEMA_VERSION,
    });
    list.push(word);
  }
}

async function updatesOf(person: Person, releaseId: string): Promise<Uint8Array[]> {
  const { snapshot, updates } = await person.rpc.releaseText.open({ releaseId });
  const all = [...(snapshot === null ? [] : [snapshot]), ...updates.map(({ update }) => update)];
  return all.map((base64) => new Uint8Array(Buffer.from(base64, 'base64')));
}

async function importPhotos(person: Person, promised: Promised, seed: number, killed: AbortSignal): Promise<void> {
  for (let n = 0; !killed.aborted; n += 1) {
    const bytes = await makePicture(seed + n);
    const begun = await person.rpc.photos.importBegin({
      eventId: null,
      files: [{ name: `DSC${seed + n}.jpg`, size: bytes.length, lastModified: seed + n }],
    });
    const file = begun.files[0];
    const response = await person.fetch(`/raw/imports/${begun.id}/files/${file?.id}?offset=0`, {
      method: 'PUT',
      body: new Uint8Array(bytes),
    });
    const answer = (await response.json()) as { state: string; photoId: string | null };
    if (answer.state === 'done' && answer.photoId !== null) {
      promised.photos.set(answer.photoId, createHash('sha256').update(bytes).digest('hex'));
    }
  }
}

async function approveAndSend(
  person: Person,
  promised: Promised,
  group: string,
  round: number,
  killed: AbortSignal,
): Promise<void> {
  for (let n = 0; !killed.aborted; n += 1) {
    const { id } = await writtenRelease(person, { title: `Rilis ${round} nomor ${n}` });
    const release = await person.rpc.releases.get({ releaseId: id });
    await person.rpc.releases.setDetails({ releaseId: id, version: release.version, kind: 'siaran_pers_resmi' });
    await person.rpc.approval.submit({ releaseId: id });
    const sheet = await person.rpc.approval.sheet({ releaseId: id });
    const frozen = await person.rpc.approval.approve({ releaseId: id, seenHash: sheet.contentHash });
    promised.approved.set(id, frozen.contentHash);
    promised.numbers.set(id, frozen.number ?? '');
    await person.rpc.distribution.send({
      releaseId: id,
      contentHash: frozen.contentHash,
      to: { emailGroupIds: [group] },
    });
  }
}

/** After a restart: everything promised is there. Gives how many deliveries nobody can know about. */
async function lookAfter(
  core: RunningCore,
  person: Person,
  promised: Promised,
  arrived: ReadonlyMap<string, number>,
): Promise<number> {
  for (const [releaseId, words] of promised.words) {
    const doc = new Y.Doc();
    for (const update of await updatesOf(person, releaseId)) {
      Y.applyUpdate(doc, update);
    }
    const title = doc.getText('title').toString().split(' ');
    const lost = words.filter((word) => title.filter((found) => found === word).length !== 1);
    if (lost.length > 0) {
      throw new Error(`acknowledged words lost or doubled: ${lost.join(' ')}`);
    }
  }
  for (const [photoId, sha256] of promised.photos) {
    const [photo] = await person.rpc.photos.byIds({ ids: [photoId] });
    if (photo?.sha256 !== sha256) {
      throw new Error(`acknowledged photo ${photoId} is lost`);
    }
  }
  let unknown = 0;
  for (const [releaseId, hash] of promised.approved) {
    const { versions } = await person.rpc.approval.history({ releaseId });
    if (!versions.some((version) => version.contentHash === hash)) {
      throw new Error(`approved release ${releaseId} is lost`);
    }
    const { deliveries } = await person.rpc.distribution.byRelease({ releaseId });
    unknown += deliveries.filter((delivery) => delivery.state === 'unknown').length;
  }
  const numbers = [...promised.numbers.values()];
  if (new Set(numbers).size !== numbers.length) {
    throw new Error(`a number was given twice: ${numbers.join(', ')}`);
  }
  for (const [mail, times] of arrived) {
    if (times > 1) {
      throw new Error(`sent ${times} times: ${mail}`);
    }
  }
  const audit = await person.rpc.audit.verify();
  if (audit.brokenAt !== null) {
    throw new Error(`the audit chain breaks at ${audit.brokenAt}`);
  }
  if (/bug in |Error/.test(core.log())) {
    throw new Error(`the core complained:\n${core.log()}`);
  }
  return unknown;
}

/** With no more kills every delivery ends: arrived, or honestly unknown. */
async function everythingEnds(person: Person, promised: Promised): Promise<void> {
  const until = Date.now() + 120_000;
  for (const releaseId of promised.approved.keys()) {
    for (;;) {
      const { deliveries } = await person.rpc.distribution.byRelease({ releaseId });
      if (deliveries.every((delivery) => ['sent', 'unknown'].includes(delivery.state))) {
        break;
      }
      if (Date.now() > until) {
        throw new Error(`still not ended: ${deliveries.map((delivery) => delivery.state).join(' ')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The frozen rows hash to what was approved, and every original on disk is what its row says. */
function checkDisk(folder: string, promised: Promised): void {
  const database = new SQLite(path.join(folder, 'kulkul.db'), { readonly: true });
  const rows = database.prepare('select release_id, manifest, content_hash from release_version').all() as {
    release_id: string;
    manifest: string;
    content_hash: string;
  }[];
  for (const row of rows) {
    if (contentHash(JSON.parse(row.manifest)) !== row.content_hash) {
      throw new Error(`frozen version of ${row.release_id} does not hash to what was approved`);
    }
  }
  database.close();
  if (promised.photos.size === 0) {
    return;
  }
  const originals = new Set(
    readdirSync(path.join(folder, 'Foto'), { recursive: true })
      .map((name) => path.join(folder, 'Foto', String(name)))
      .filter((file) => statSync(file).isFile())
      .map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')),
  );
  const lost = [...promised.photos.values()].filter((sha256) => !originals.has(sha256));
  if (lost.length > 0) {
    throw new Error(`${lost.length} acknowledged originals are not on disk as they came`);
  }
}
