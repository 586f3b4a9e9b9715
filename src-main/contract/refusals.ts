import { z } from 'zod';

/**
 * Expected refusals: a stable code, parameters for the sentence, and the field it stands at when there is one.
 * The sentence itself (what happened, what is safe, what to do) is in words/, in both languages, for every code here.
 */
export const refusalCodes = [
  // anywhere
  'not_signed_in',
  'not_allowed',
  'not_found',
  'changed_meanwhile',
  'invalid',
  'contract_too_old',
  // people and sessions
  'sign_in_failed',
  'sign_in_slowed',
  'name_taken',
  'password_weak',
  'pin_wrong',
  'pin_missing',
  'pin_off',
  'last_admin',
  'already_started',
  'setup_code_wrong',
  // office, vault, backup
  'folder_unusable',
  'vault_locked',
  'backup_failed',
  'backup_running',
  // agenda
  'end_before_start',
  'reason_needed',
  'delegate_needed',
  'clashes',
  'event_closed',
  'agenda_folder_unusable',
  'crew_missing',
  'too_many_addresses',
  'file_too_large',
  'file_kind',
  'file_broken',
  'file_locked',
  'file_unreadable',
  'file_empty',
  'file_gone',
  'letter_answered',
  'duty_too_early',
  'too_many_events',
  'too_many_listed',
  'reading_cancelled',
  'reading_interrupted',
  'state_not_possible',
  // roster
  'stand_in_not_possible',
  // releases
  'release_locked',
  'text_unreadable',
  'own_text',
  'content_changed',
  'quote_without_speaker',
  'note_needed',
  'title_needed',
  'body_needed',
  'nothing_changed',
  'number_template',
  'embargo_not_possible',
  // photos
  'not_a_picture',
  'picture_broken',
  'picture_too_large',
  'kind_not_supported',
  'disk_full',
  'piece_out_of_order',
  'import_closed',
  'already_there',
  'file_changed',
  'exiftool_missing',
  // distribution
  'not_approved',
  'no_recipients',
  'account_missing',
  'plain_smtp_refused',
  'smtp_unreachable',
  'smtp_refused',
  'not_retryable',
  'newer_version',
  'caption_missing',
  'address_invalid',
  'embargo_running',
  'message_too_large',
  'site_missing',
  'address_taken',
  'partner_name_taken',
] as const;

export const refusalCodeSchema = z.enum(refusalCodes);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

export const refusalSchema = z.object({
  code: refusalCodeSchema,
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** Path of the input field the sentence belongs to, e.g. `end` or `attendance.0.delegate`. */
  field: z.string().optional(),
});
export type Refusal = z.infer<typeof refusalSchema>;
