import { isIP } from 'node:net';
import type { From } from './listen.ts';

/** A name this core is reached by, given with `--host-name`; without a port it goes with any. */
export interface HostName {
  /** In lower case, an IPv6 address without brackets. */
  readonly name: string;
  readonly port: string | null;
}

/** Reads `redaksi.example.go.id`, `redaksi.example.go.id:8443`, `[fd00::7]:8443`; null for what is no name. */
export function readHostName(given: string): HostName | null {
  // a scheme, a path or a name of a person would let a mistake look like a name
  if (!/^[^\s/@?#]+$/.test(given)) {
    return null;
  }
  const written = isIP(given) === 6 ? `[${given}]` : given;
  if (!URL.canParse(`none://${written}`)) {
    return null;
  }
  const { hostname, port } = new URL(`http://${written}`);
  const withPort = /:\d+$/.test(written);
  return { name: bare(hostname), port: withPort ? port || '80' : null };
}

/**
 * Whether a request calls this core by a name of its own. A page of somebody else whose name was made to point here (DNS
 * rebinding) calls by that name, also from inside the office, and is refused.
 * - the names given with `--host-name`;
 * - `localhost`, `127.0.0.1` and `::1` with the port that listens;
 * - the very address and port the connection came to.
 */
export function isOurName(url: URL, from: From, names: readonly HostName[]): boolean {
  if (from.kind === 'socket') {
    return true;
  }
  const name = bare(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  if (names.some((one) => one.name === name && (one.port === null || one.port === port))) {
    return true;
  }
  const { local } = from;
  if (local === undefined || port !== String(local.port)) {
    return false;
  }
  return name === 'localhost' || name === '127.0.0.1' || name === '::1' || name === local.address;
}

function bare(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}
