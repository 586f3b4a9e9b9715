import type { Language } from '../../../src-main/contract/basics.ts';
import type { Status } from '../../../src-main/contract/session.ts';
import { rpc } from '../../client.ts';

/** Pressed on the page before the newsroom, when there was nobody yet to keep it with. */
let chosen: Language | null = null;

export function chooseLanguage(language: Language): void {
  chosen = language;
}

/** Keeps what was pressed there with the person who has just signed in; who pressed nothing keeps their own language. */
export async function withChosenLanguage(status: Status): Promise<Status> {
  const language = chosen;
  chosen = null;
  if (language === null || status.me === null || status.me.language === language) return status;
  try {
    return { ...status, me: await rpc.session.setLanguage({ language }) };
  } catch {
    // signed in all the same; the language can be changed inside
    return status;
  }
}
