import type { forms as indonesian } from '../id/forms.ts';

export const forms = {
  required: 'This needs to be filled in.',
  tooShort: (least: number) => `Too short; at least ${least} characters.`,
  tooLong: (most: number, now: number) => `Too long: ${now} characters, at most ${most}.`,
  tooFew: (least: number) => `Choose at least ${least}.`,
  tooMany: (most: number) => `Too many; at most ${most}.`,
  tooSmall: (least: number) => `This number is too small; at least ${least}.`,
  tooBig: (most: number) => `This number is too large; at most ${most}.`,
  email: 'This is not an e-mail address yet. Example: desk@media.id.',
  url: 'This is not a web address yet. Example: https://media.id/news.',
  number: 'Type a number.',
  choose: 'Choose one.',
  format: 'This cannot be read yet. Check how it is written.',
  optional: 'optional',
  leaveTitle: 'Leave this form?',
  leaveAbout: 'What you typed is not saved yet and is lost when you leave.',
  leaveAct: 'Leave without saving',
} satisfies typeof indonesian;
