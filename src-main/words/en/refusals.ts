import type { refusals as indonesian } from '../id/refusals.ts';
import { folderReason } from './folder-reason.ts';

/** The sentence for each refusal in English; see words/id/refusals.ts for the parameters. */
export const refusals: typeof indonesian = {
  not_signed_in: () => 'You are not signed in, or the session has ended. Sign in and go on; what was saved is safe.',
  not_allowed: () => 'Your role does not cover this. Nothing was changed. Ask a colleague who may, or the admin.',
  not_found: () => 'This is no longer here. It may just have been removed; go back to the list to see the latest.',
  changed_meanwhile: (p) =>
    `${p.by ? `${p.by} has just changed this` : 'Someone else has just changed this'}. Your change is not saved yet; look at the latest and save again.`,
  invalid: () => 'This cannot be accepted yet. Check the marked fields; what you typed is still there.',
  contract_too_old: () => 'Kulkul at the office has been updated. Reload this page; what was saved is safe.',

  sign_in_failed: () => 'The username or the password does not match. Check both and try again.',
  sign_in_slowed: (p) =>
    `Too many attempts. ${p.seconds ? `Wait ${p.seconds} seconds` : 'Wait a moment'}, then try again. Forgot the password? Ask the admin to set a new one.`,
  name_taken: (p) => `${p.name ? `"${p.name}"` : 'This username'} is taken. Choose another username.`,
  password_weak: () => 'This password is too easy to guess. Use at least 10 characters; a short sentence is fine.',
  pin_wrong: () => 'The PIN does not match. Try again, or sign in with the password.',
  pin_missing: () => 'This person has no PIN yet. They set it themselves in Settings, under My account.',
  pin_off: () =>
    'This PIN was switched off after too many wrong tries. Its owner signs in with the password first; then it works again.',
  last_admin: () => 'This is the last active admin. Make someone else an admin first, then change this one.',
  already_started: () => 'This office is already set up. Reload the page to sign in.',
  setup_code_wrong: () =>
    'The setup code does not match. It is printed where Kulkul was started; copy it again from there.',

  folder_unusable: (p) =>
    p.reason === 'restored' || p.reason === 'other_copy'
      ? `Another copy of this office may use ${p.folder ? `the folder ${p.folder}` : 'the site folder'}, so nothing was written. Check under Distribution, then go on with the site from there.`
      : `${p.folder ? `The folder ${p.folder}` : 'That folder'} cannot be used. Nothing was written. Choose a folder on this computer that may be written to.`,
  vault_locked: () =>
    'The secrets of the office (mail passwords) cannot be opened on this computer yet. Enter the recovery code, or type the passwords again.',
  backup_failed: () =>
    'The backup was not made. Your data is safe. Check the free space and the backup folder, then try again.',
  backup_running: () => 'Another backup is being made. Wait until it is done, or cancel it first.',

  end_before_start: () => 'The end is earlier than the start. Change one of them, or choose "until finished".',
  agenda_folder_unusable: (p) =>
    `${p.folder ? `The folder ${p.folder}` : 'The folder of the agenda'} ${folderReason(p.reason)} Nothing was written there.`,
  crew_missing: () => 'Nobody covers this event yet. Assign a writer or a photographer first, then make the letter.',
  too_many_addresses: (p) =>
    `You have ${p.most ?? 12} calendar addresses already. End those you no longer use, then make a new one.`,
  reason_needed: () => 'Write the reason first. Those who already have the agenda will read it.',
  delegate_needed: () => 'Who stands in? Choose an official or type the name.',
  clashes: (p) =>
    `This time clashes${p.count && Number(p.count) > 1 ? ` in ${p.count} ways` : ''}. Nothing was saved. Change the time, have the leader represented, or say why it stays like this.`,
  file_too_large: (p) =>
    `This file ${p.megabytes ? `has ${p.megabytes} MB and ` : ''}is too large: at most ${p.limit ?? 64} MB. Nothing entered the agenda. Send only the part that is needed.`,
  file_kind: (p) =>
    ({
      xls: 'This is an old Excel workbook (.xls). Open it in Excel or LibreOffice, save it as .xlsx or .csv and send it again.',
      doc: 'This is an old Word document (.doc). Save it as PDF or .docx and send it again.',
      ods: 'This is an OpenDocument spreadsheet. Save it as .xlsx or .csv and send it again.',
      odt: 'This is an OpenDocument text. Save it as PDF or .docx and send it again.',
      html: 'This is a web page, whatever its name says. Copy its text and paste it, or save it as .xlsx.',
      zip: 'This is a ZIP archive. Open it and send the files inside one by one.',
      heic: 'HEIC photos cannot be read here yet. Send it as JPEG, or send a screenshot.',
      video: 'This is a video or a recording; no agenda can be read from it. Send text, PDF or a picture.',
    })[String(p.kind)] ??
    'This kind of file is not known yet. Kulkul reads PDF, pictures, ICS, XLSX, CSV, DOCX and text. Its text can also be copied and pasted.',
  file_broken: () =>
    'This file is damaged and cannot be read. Nothing entered the agenda. Ask for it again, or copy its text and paste it.',
  file_locked: () =>
    'This file is locked with a password. Open it with the password, save it without and send it again.',
  file_unreadable: () =>
    'Reading this file was stopped: it took too long or too much. Nothing entered the agenda. Send only the part that is needed.',
  file_empty: () => 'This file is empty, or there is no event in it. Nothing entered the agenda.',
  file_gone: () =>
    'Kulkul does not hold this file any more; it may have been read long ago. Nothing was saved yet. Drop the file once more.',
  duty_too_early: () =>
    'This can be said from the day of the event on. If it must be earlier, ask Protocol to note it.',
  letter_answered: (p) =>
    `${p.title ? `The letter "${p.title}"` : 'This letter'} has been answered: it has an event, or was declined. This event is not saved yet; what you typed is still here.`,
  too_many_events: (p) =>
    `There are ${p.events ?? 'too many'} events in this file; one import takes at most ${p.limit ?? '10,000'}. Nothing entered the agenda yet. Choose the span of days.`,
  too_many_listed: (p) =>
    `More than ${Number(p.most ?? 2000).toLocaleString('en-GB')} events fit; none are shown, so that none goes missing in silence. Narrow the days or the words.`,
  reading_interrupted: () =>
    'Reading was cut off when Kulkul stopped. Nothing entered the agenda; send the file again.',
  reading_cancelled: () => 'Reading was cancelled. Nothing entered the agenda.',
  event_closed: () =>
    'This event is closed to media, or its words say so; no public edition is made of it. Look at its press access and its note.',
  state_not_possible: () =>
    'This step does not fit its present state. Load the latest state and choose a step that is offered.',

  stand_in_not_possible: (p) =>
    `${p.name ? p.name : 'This person'} cannot stand in, or be stood in for, here. The one replaced must hold the approval, and the stand-in must be somebody else from inside the office. Choose another person.`,
  release_locked: () =>
    'This text is approved and locked. Make a new version to change it; the approved one stays safe.',
  text_unreadable: () =>
    'The last words of this page are damaged and cannot be stored. The stored text is safe. Copy the words that are not stored yet, then reload this page.',
  own_text: () =>
    'You had a hand in this text, so someone else must approve it. It keeps waiting in the approval inbox.',
  content_changed: () =>
    'The text changed since you opened it. Nothing was decided; read the latest version, then decide.',
  quote_without_speaker: () => 'A quote has no speaker. Choose the speaker first, then submit again.',
  note_needed: () => 'Write the note first, so that the writer knows what to mend.',
  title_needed: () => 'The title is still empty. Write it first; the text stays saved.',
  body_needed: () => 'The release has no text yet. Write it first.',
  nothing_changed: () => 'Nothing differs from the version before, so no new version is needed.',
  embargo_not_possible: () =>
    'Immediate (serta-merta) information is announced at once, so it cannot be embargoed. Clear the embargo or choose another class.',

  number_template: (p) =>
    p.missing === 'token'
      ? 'There is an unknown {...} sign. These can be used: {urut} {urut:3} {kode} {unit} {bulan} {romawi} {tahun} {sifat}.'
      : `The number pattern must hold {${p.missing ?? 'urut'}}, so that no number is given twice. The old pattern still applies.`,

  not_a_picture: (p) =>
    `${p.name ? `"${p.name}"` : 'This file'} is not a photo. Kulkul takes JPEG, PNG and WebP; the other files go on.`,
  picture_broken: (p) =>
    `${p.name ? `"${p.name}"` : 'This photo'} is damaged and cannot be read in full. The other photos go on; copy it from the card again if it is still there.`,
  picture_too_large: (p) =>
    `${p.name ? `"${p.name}"` : 'This photo'} is too large${p.limit ? ` (at most ${p.limit})` : ''}. Make it smaller and add it again.`,
  exiftool_missing: () =>
    'The program exiftool is missing on this computer, so captions cannot be written into photos. The originals are safe. Ask the admin to install it.',
  kind_not_supported: () => 'This kind of file is not supported yet. Kulkul takes JPEG, PNG and WebP photos.',
  disk_full: (p) =>
    `The disk is full${p.needed ? `; ${p.needed} MB more are needed` : ''}. What was saved is safe. Free some space, then go on.`,
  piece_out_of_order: () => 'The upload broke off half-way. What arrived is safe; go on to send the rest.',
  already_there: (p) =>
    `${p.name ? `"${p.name}"` : 'This photo'} is already in the archive of the office, so it is not copied again. If it should stand with this event, ask the documentation team.`,
  file_changed: (p) =>
    `${p.name ? `"${p.name}"` : 'This file'} is no longer the file you chose: it has changed since, perhaps another card is in the reader. Nothing was copied; choose the photo again.`,
  import_closed: () => 'This import has ended or was cancelled. Start a new one to add photos.',

  site_missing: () =>
    'No folder is chosen for the site yet. Ask the admin to fill it in under Settings, Site; the release is safe.',
  not_approved: () => 'This release is not approved, so it cannot be sent yet. Submit it to the head first.',
  no_recipients: () => 'No recipient is chosen. Choose a group or journalists in Media Partners.',
  account_missing: () =>
    'The mail account of the office is not set up. Ask the admin to fill it in under Settings, E-mail.',
  plain_smtp_refused: () =>
    'This mail server does not use a secure connection (TLS). Nothing was sent. Use the TLS port of your provider.',
  smtp_unreachable: (p) =>
    `The mail server${p.host ? ` ${p.host}` : ''} does not answer. Nothing was sent. Check its name, the port and the network${p.answer ? ` (the system says: ${p.answer})` : ''}.`,
  smtp_refused: (p) =>
    `The mail server refused${p.answer ? `: "${p.answer}"` : '.'} Check the account name, the password and the sender.`,
  not_retryable: () =>
    'This delivery must not simply be repeated, because it may have arrived. Ask the recipient, then mark the outcome.',
  newer_version: (p) =>
    `${p.version ? `Version ${p.version}` : 'A newer version'} of this release is approved, so the old words are not sent any more. Send the newer version to whoever is missing.`,
  caption_missing: (p) =>
    p.place
      ? `${p.count === 1 ? `Photo ${p.place} lacks` : `${p.count} photos (from photo ${p.place} on) lack`} a caption or a credit. Write them first; the media need both.`
      : `${p.count ? `${p.count} photos have` : 'A photo has'} no caption. Write it first; the media need it.`,
  address_invalid: (p) =>
    `${p.address ? `"${p.address}"` : 'This address'} is not a valid e-mail address. Example: desk@media.id.`,
  embargo_running: (p) =>
    `The embargo still runs${p.until ? ` until ${p.until}` : ''}. Nothing is sent before its time.`,
  message_too_large: (p) =>
    `This e-mail is too large${p.limit ? ` (at most ${p.limit} MB)` : ''}; newspapers' servers would refuse it. Take out some photos, then send again.`,
  address_taken: (p) =>
    `${p.address ? `"${p.address}"` : 'This address'} is already in the list${p.name ? ` as ${p.name}` : ''}. Use that entry, or type another address.`,
  partner_name_taken: (p) =>
    `${p.name ? `"${p.name}"` : 'This name'} is already in the list. Use that entry, or type another name.`,
};
