import { app, dialog } from 'electron';
import type { Language } from '../contract/basics.ts';
import type { CoreRefusal } from './core-process.ts';
import { menuWords } from './menu-words.ts';

/** The core would not start (folder in use, newer database ...): says why in words and ends. Nothing was changed. */
export function sayWhyNot(refusal: CoreRefusal, language: Language): void {
  process.stderr.write(`${refusal.id}\n${refusal.en}\n`);
  // a window nobody can close must not keep a test or a script waiting
  if (!process.env.KULKUL_NO_DIALOGS) dialog.showErrorBox(menuWords[language].refusedTitle, refusal[language]);
  app.quit();
}
