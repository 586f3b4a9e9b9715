import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The session of a page; HttpOnly, so that no script can read it. */
const SESSION_COOKIE = 'kulkul_session';
/** Says that this browser was opened with this launch's key, so sits at this computer. */
const PLACE_COOKIE = 'kulkul_place';

/** By which a browser is known again, so that people who share it may change places in it (Ganti orang). Opens nothing by itself. */
const DEVICE_COOKIE = 'kulkul_device';

export interface CookieWriter {
  device(token: string): string;
  session(token: string | null): string;
  place(): string;
}

/** Reads a cookie by name. */
function cookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) {
      return value.join('=');
    }
  }
  return null;
}

/** The session token a request carries, or null. */
export function sessionToken(request: Request): string | null {
  return cookie(request, SESSION_COOKIE);
}

/** The token by which this browser is known, or null when it has none that we could have given. */
export function deviceToken(request: Request): string | null {
  const token = cookie(request, DEVICE_COOKIE);
  return token !== null && /^[\w-]{43}$/.test(token) ? token : null;
}

/**
 * Cookies of this launch.
 * @param secure whether the page is reached over https
 */
export function cookies(secure: boolean, places: LaunchPlaces): CookieWriter {
  const attributes = `; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    session: (token) =>
      token === null
        ? `${SESSION_COOKIE}=; Max-Age=0${attributes}`
        : `${SESSION_COOKIE}=${token}; Max-Age=${30 * 86_400}${attributes}`,
    device: (token) => `${DEVICE_COOKIE}=${token}; Max-Age=${400 * 86_400}${attributes}`,
    place: () => `${PLACE_COOKIE}=${places.stamp()}${attributes}`,
  };
}

/** Who opened the page with the key of this launch. */
export interface LaunchPlaces {
  /**
   * The key that opens the page next, or null where nobody may claim to sit here. Each key works once: spending it makes the
   * next one, so an address seen over a shoulder or kept in a history opens nothing any more.
   */
  readonly key: string | null;
  /** Takes a key; true when it was the one that was due. */
  spend(key: string): boolean;
  stamp(): string;
  has(request: Request): boolean;
}

/** @param open whether whoever reads where the key is printed sits at this computer */
export function launchPlaces(open: boolean): LaunchPlaces {
  const secret = randomBytes(32);
  const stamp = createHmac('sha256', secret).update('this computer').digest('base64url');
  const newKey = () => randomBytes(24).toString('base64url');
  let due = open ? newKey() : null;
  return {
    get key() {
      return due;
    },
    spend(key) {
      if (due === null || !same(key, due)) {
        return false;
      }
      due = newKey();
      return true;
    },
    stamp: () => stamp,
    has: (request) => same(cookie(request, PLACE_COOKIE) ?? '', stamp),
  };
}

function same(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
