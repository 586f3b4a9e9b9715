import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWithSystem, sealWithSystem } from './system-seal.ts';

/** The session's cookies. They stay in this process: the page never sees a token. */
export interface CookieJar {
  /** Value of the Cookie header, or null. */
  header(): string | null;
  /** Takes one Set-Cookie header. */
  take(setCookie: string): void;
  flush(): void;
}

interface Cookie {
  readonly value: string;
  /** Milliseconds since 1970; null lasts until the window ends. */
  readonly until: number | null;
}

/**
 * Opens the jar of this data folder. Where the system has a key store the file is encrypted with it; elsewhere only its
 * mode, 0600, protects it, as with every browser on such a system.
 */
export function openCookieJar(folder: string): CookieJar {
  const file = join(folder, 'session');
  const cookies = new Map<string, Cookie>(readKept(file));

  const flush = () => {
    const lasting = [...cookies].filter(([, cookie]) => cookie.until !== null);
    try {
      if (lasting.length === 0) return rmSync(file, { force: true });
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, sealWithSystem(JSON.stringify(lasting)), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch {
      // a full disk costs a sign-in at the next start, nothing more
    }
  };

  return {
    header() {
      const now = Date.now();
      const live = [...cookies].filter(([, { until }]) => until === null || until > now);
      return live.length === 0 ? null : live.map(([name, { value }]) => `${name}=${value}`).join('; ');
    },
    take(setCookie) {
      const [pair = '', ...attributes] = setCookie.split(';').map((part) => part.trim());
      const cut = pair.indexOf('=');
      if (cut < 1) return;
      const name = pair.slice(0, cut);
      const until = untilOf(attributes);
      if (until !== null && until <= Date.now()) cookies.delete(name);
      else cookies.set(name, { value: pair.slice(cut + 1), until });
      flush();
    },
    flush,
  };
}

function untilOf(attributes: readonly string[]): number | null {
  const find = (name: string) =>
    attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const age = find('max-age');
  if (age !== undefined) return Date.now() + Number(age) * 1000;
  const expires = find('expires');
  return expires === undefined ? null : Date.parse(expires);
}

function readKept(file: string): [string, Cookie][] {
  try {
    return JSON.parse(openWithSystem(readFileSync(file))) as [string, Cookie][];
  } catch {
    // none kept yet, or sealed by a key store that is gone: one signs in again
    return [];
  }
}
