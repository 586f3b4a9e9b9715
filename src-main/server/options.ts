import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { usualDataFolder } from '../usual-data-folder.ts';
import { type HostName, readHostName } from './host-names.ts';
import type { StartRefusal } from './start-refusal.ts';

export interface ServerOptions {
  readonly dataFolder: string;
  /** The built page; null when only the desktop's bundled one is used. */
  readonly pageFolder: string | null;
  readonly demo: boolean;
  readonly place:
    | { readonly kind: 'socket'; readonly path: string }
    | {
        readonly kind: 'tcp';
        readonly host: string;
        readonly port: number;
        readonly certFile: string | null;
        readonly keyFile: string | null;
        readonly behindProxy: boolean;
        /** Names it is reached by besides localhost and its own addresses. */
        readonly hostNames: readonly HostName[];
      };
  /** The first line of standard input is a StartMessage; its end is the end of this core. */
  readonly secretFromStdin: boolean;
  /** Office mode: the first start needs the set-up code that is printed, never only the open page. */
  readonly office: boolean;
  /** How often pages hear that this core is there; left out outside of tests. */
  readonly beatMs?: number | undefined;
}

/** What the window hands to its core over standard input, one line of JSON. */
export interface StartMessage {
  /** Per-launch secret, proven with every request on the socket. */
  readonly secret: string;
  /** The vault's data key, base64 of 32 bytes, when the window keeps it in the system's key store. */
  readonly dataKey?: string;
}

/**
 * Reads the words after the program's name.
 * @returns the options, or the refusal to start with what was wrong
 */
export function readOptions(
  words: readonly string[],
): { readonly ok: true; readonly options: ServerOptions } | { readonly ok: false; readonly refusal: StartRefusal } {
  const wrong = (detail: string) => ({ ok: false, refusal: { code: 'usage', params: { detail } } }) as const;
  let values: ReturnType<typeof parse>;
  try {
    values = parse(words);
  } catch (error) {
    return wrong((error as Error).message);
  }
  const dataFolder = resolve(values.data ?? usualDataFolder(values.demo));
  const rest = {
    dataFolder,
    pageFolder: values.page ? resolve(values.page) : null,
    demo: values.demo,
    secretFromStdin: values['secret-from-stdin'],
    office: values.server,
    ...(values['beat-ms'] === undefined ? {} : { beatMs: Math.max(50, Number(values['beat-ms']) || 5_000) }),
  };
  if (values.socket !== undefined) {
    if (!values['secret-from-stdin']) return wrong('--socket needs --secret-from-stdin');
    return { ok: true, options: { ...rest, place: { kind: 'socket', path: values.socket } } };
  }
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) return wrong(`--port ${values.port}`);
  const certFile = values['tls-cert'] ?? null;
  const keyFile = values['tls-key'] ?? null;
  if ((certFile === null) !== (keyFile === null)) return wrong('--tls-cert and --tls-key go together');
  const behindProxy = values['behind-proxy'];
  if (!staysHere(values.host) && certFile === null && !behindProxy) {
    return { ok: false, refusal: { code: 'tls_needed', params: { detail: values.host } } };
  }
  // a name to listen at is a name to be called by
  const given = [...(values['host-name'] ?? []), ...(isIP(values.host) === 0 ? [values.host] : [])];
  const hostNames: HostName[] = [];
  for (const one of given) {
    const name = readHostName(one);
    if (name === null) return wrong(`--host-name ${one}`);
    hostNames.push(name);
  }
  if (behindProxy && (values['host-name'] ?? []).length === 0) {
    return { ok: false, refusal: { code: 'host_name_needed', params: {} } };
  }
  return {
    ok: true,
    options: { ...rest, place: { kind: 'tcp', host: values.host, port, certFile, keyFile, behindProxy, hostNames } },
  };
}

function parse(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      data: { type: 'string' },
      page: { type: 'string' },
      demo: { type: 'boolean', default: false },
      server: { type: 'boolean', default: false },
      socket: { type: 'string' },
      'secret-from-stdin': { type: 'boolean', default: false },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8181' },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      'behind-proxy': { type: 'boolean', default: false },
      'host-name': { type: 'string', multiple: true },
      'beat-ms': { type: 'string' },
    },
  }).values;
}

/** Only addresses that cannot be reached from another computer; a name could be resolved to anything, so only one is taken. */
function staysHere(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
