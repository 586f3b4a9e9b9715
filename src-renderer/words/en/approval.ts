import type { approval as indonesian } from '../id/approval.ts';

const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** Submitting, the one-page sheet, decisions, versions. */
export const approval = {
  acts: {
    submitted: 'Submitted',
    returned: 'Returned',
    approved: 'Approved',
    corrected: 'Changed & approved',
    new_version: 'New version begun',
  },
  facts: {
    own_text: (fact) =>
      fact.blocks
        ? 'You wrote in this text. Somebody else must approve it.'
        : 'You wrote in this text. The office allows it; it is recorded as an approval of one’s own text.',
    quote_without_speaker: (fact) =>
      `${fact.count > 1 ? `${fact.count} quotes without a speaker` : 'Quote without a speaker'}: “${fact.words}”`,
    caption_missing: (fact) =>
      fact.count > 1
        ? `${fact.count} photos lack a caption or credit`
        : `Photo ${fact.words} lacks a caption or credit`,
    gap_left: (fact) => `${fact.count > 1 ? `${fact.count} gaps not filled in` : 'Gap not filled in'}: ${fact.words}`,
    weekday_wrong: (fact) => `“${fact.words}” does not match: that date is a ${fact.expected}`,
    personal_data: (fact) =>
      `${fact.count > 1 ? `${fact.count} personal numbers` : 'Personal number'} (NIK or phone): ${fact.words}`,
  },

  inbox: 'Waiting for a decision',
  inboxAbout: 'The longest waiting stands first.',
  inboxEmptyTitle: 'Nothing is waiting',
  inboxEmpty: 'Texts that writers submit appear here, with how long they have been waiting.',
  waitingSince: 'Waiting since',
  by: (name) => `by ${name}`,
  ownText: 'Your own text',
  embargo: (when) => `Embargo until ${when}`,

  sheet: 'Approval sheet',
  noteFrom: (name) => `Note from ${name}`,
  submittedBy: (name) => `Submitted by ${name}`,
  editedSince: (names) => `Edited after it was submitted by ${names}`,
  redFacts: 'Look at this first',
  changesSince: (act, by) => `Changes since ${act.toLowerCase()} by ${by}`,
  changeCount: (added, removed) =>
    added + removed === 0
      ? 'No word has changed'
      : [added > 0 ? `${counted(added, 'word')} added` : '', removed > 0 ? `${counted(removed, 'word')} removed` : '']
          .filter(Boolean)
          .join(', '),
  firstTime: 'Submitted for the first time; all of it is new.',
  showMarks: 'Mark changes',
  added: 'added',
  removed: 'removed',
  photos: (n) => (n === 0 ? 'No photos' : n === 1 ? '1 photo' : `${n} photos`),
  photo: (n, of) => `Photo ${n} of ${of}`,
  newPhoto: 'New photo',
  removedPhotos: (n) => (n === 1 ? '1 photo was taken out of this text' : `${n} photos were taken out of this text`),
  noCaption: 'No caption yet',
  caption: (n) => `Caption of photo ${n}`,
  credit: (n) => `Credit of photo ${n}`,
  recipients: 'Recipients',
  recipientsCount: (journalists, outlets, groups) =>
    `${counted(journalists, 'journalist')} at ${counted(outlets, 'outlet')}${groups > 0 ? `, ${counted(groups, 'WhatsApp group')}` : ''}`,
  recipientsAbout: 'Nothing has been sent: recipients are chosen after the approval.',
  noRecipients: 'No journalist stands in a recipient group yet.',
  infoClass: 'Class',
  number: 'Number',
  nextNumber: (number) => `${number} (given when approved)`,
  noNumber: 'No number',
  writers: 'Writers',

  approve: 'Approve',
  approveHold: 'Hold to approve',
  approveCorrected: 'Hold: approve with changes',
  holdHint: 'Hold the button for 0.6 seconds. By keyboard: press Enter twice.',
  pressAgain: 'Press once more to approve',
  holdLonger: 'Hold until it is full',
  change: 'Change & approve',
  changing: 'Change it, then hold to approve the result',
  changingAbout: 'Your changes and the approval become one decision. Nothing is saved before that.',
  stopChanging: 'Stop changing',
  leaveTitle: 'Leave these changes?',
  leaveAbout: 'Your changes are not decided yet and are lost when you leave. To keep them, hold the approve button.',
  leaveAct: 'Discard changes',
  return: 'Return',
  returnTitle: 'Return to the writer',
  returnNote: 'What should be mended?',
  returnNoteExample: 'For example: add a quote of a trader, check the name of the camat.',
  movedTitle: 'The text changed since you read it',
  moved: 'Nothing has been decided. Read the newest first; changed words are marked.',
  movedWhileChanging:
    'Nothing has been decided and your changes are still on the screen. Copy what you need, then open the newest.',
  seeNew: 'Open the newest',
  sinceYouRead: 'Changes since you read it',
  ownBlocked: 'You wrote in this text, so somebody else must approve it.',
  approvedTitle: (n) => `Version ${n} approved`,
  approvedNumber: (number) => `Number ${number}.`,
  approvedNext: 'The text is locked and ready to be sent.',
  returnedDone: 'Returned to the writer with your note.',
  nextWaiting: (n) => `Next (${n} waiting)`,
  toInbox: 'To the decision inbox',
  toText: 'Open the text',
  toSend: 'Send',

  submit: 'Submit for approval',
  submitNote: 'Message to the head (may stay empty)',
  submitAgain: 'Submit again',
  openSheet: 'Open the approval sheet',
  decideNow: 'Decide on the sheet',
  newVersion: 'Begin a new version',
  newVersionAbout: (n) =>
    `Version ${n} stays as it was approved. Version ${n + 1} must be submitted and approved again.`,
  versions: 'Approved versions',
  versionLine: (n) => `Version ${n}`,
  compare: 'Compare',
  compareTitle: (older, newer) => `${older} and ${newer}`,
  draftNow: 'the draft now',
  history: 'Decisions',
  historyEmpty: 'Never submitted yet.',
  self: 'Own text approved',
  sendNow: 'Choose targets and send',
  fingerprint: 'Content fingerprint',

  numbering: 'Release numbers',
  numberingAbout:
    'A number is given at approval, in sequence per year, and never twice. Leave empty for kinds without a number.',
  numberWords: 'Words in the number',
  numberUnit: 'Short name of the unit {unit}',
  numberCode: 'Classification code {kode}',
  numberNature: 'Nature {sifat}',
  numberPatterns: 'Pattern per kind',
  numberTokens: 'Signs that can be used: {urut} {urut:3} {kode} {unit} {bulan} {romawi} {tahun} {sifat}',
  numberNext: (number) => `Next ${number}`,
  saveNumbering: 'Save the numbering',
} satisfies typeof indonesian;
