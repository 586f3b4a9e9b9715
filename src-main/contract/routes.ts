import { mostFileBytes } from './agenda-files.ts';
import type { Asks } from './rights.ts';

/**
 * A raw route of the door: bytes in or out, where oRPC's serializer would ruin or copy them. What it asks of its caller and how
 * many bytes it takes is part of the registry, so that the door checks both before any handler runs and a test walks every
 * route with every role.
 */
export interface RawRoute {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** `:name` stands for one path segment. */
  readonly path: string;
  readonly asks: Asks;
  /** Largest request body in bytes; 0 where none is read. */
  readonly maxBytes: number;
}

/** Largest piece of an upload: an ArrayBuffer of this many bytes passes every runtime the desktop supports. */
export const pieceBytes = 4 * 1024 * 1024;

/** Every raw route. Other areas add their lines; the handler stands under the same name in procedures/. */
export const rawRoutes = {
  /**
   * One piece of a file of an import. Query `offset`: where it begins, in bytes. Answers 200 with an `ImportFile` as JSON; its
   * `received` is the next offset. When the last byte is here the file is checked and taken in before the answer.
   * Refusals: 422 with a `Refusal`; `piece_out_of_order` names the offset that is expected.
   */
  importPiece: {
    method: 'PUT',
    path: '/raw/imports/:importId/files/:fileId',
    asks: 'photos.write',
    maxBytes: pieceBytes,
  },
  /**
   * One piece of a file for the agenda. Query `offset`: where it begins, in bytes. Answers 200 with a `FileReading` as JSON; with the
   * last byte its reading begins. Refusals: 422 with a `Refusal`.
   */
  agendaFile: { method: 'PUT', path: '/raw/agenda/files/:fileId', asks: 'agenda.write', maxBytes: pieceBytes },
  /** A page of such a file as JPEG; pages count from 0. */
  agendaFilePage: {
    method: 'GET',
    path: '/raw/agenda/files/:fileId/pages/:page',
    asks: 'agenda.write',
    maxBytes: 0,
  },
  /** A letter or a speech as it came, to be kept by the reader. */
  attachment: { method: 'GET', path: '/raw/agenda/attachments/:attachmentId', asks: 'agenda.read', maxBytes: 0 },
  /** A page of it as JPEG; pages count from 0. */
  attachmentPage: {
    method: 'GET',
    path: '/raw/agenda/attachments/:attachmentId/pages/:page',
    asks: 'agenda.read',
    maxBytes: 0,
  },
  /**
   * Where the system of a phone hands over what somebody shares with Kulkul (share_target of the page's manifest): a form with `title`,
   * `text`, `url` and files as `berkas`. Answers 303 to the screen that reads it, also when it was not taken.
   */
  share: { method: 'POST', path: '/raw/bagikan', asks: 'agenda.write', maxBytes: mostFileBytes + 1024 * 1024 },
  /** A preview as JPEG; `size` is 320 or 1600 (longest side in pixels). Never changes, may be cached for ever by this browser. */
  photoPreview: { method: 'GET', path: '/raw/photos/:photoId/preview/:size', asks: 'photos.read', maxBytes: 0 },
  /** The logo of the letterhead, by its hash. */
  officeLogo: { method: 'GET', path: '/raw/office/logo/:sha256', asks: 'session', maxBytes: 0 },
  /** A mail that the sample office kept, as it would have left: message/rfc822. */
  sinkMail: { method: 'GET', path: '/raw/sink-mails/:mailId', asks: 'distribution.read', maxBytes: 0 },
  /** Media kit of an approved version as ZIP: texts and captioned photos. */
  mediaKit: {
    method: 'GET',
    path: '/raw/releases/:releaseId/versions/:version/kit',
    asks: 'distribution.read',
    maxBytes: 0,
  },
  /**
   * *Agenda Harian Pimpinan* as PDF. Query: `from`, `to` (days; at most 62), `edition` internal | public, `arrangement` list | matrix,
   * `leader` (id; all without), `language`. Who does not see what is closed gets the public edition, whatever they ask for.
   */
  agendaSheet: { method: 'GET', path: '/raw/agenda/sheet', asks: 'agenda.read', maxBytes: 0 },
  /** The same days as iCalendar; never with telephone numbers or notes. Query besides: `event` (id), `alarm` (minutes before). */
  agendaCalendar: { method: 'GET', path: '/raw/agenda/calendar', asks: 'agenda.read', maxBytes: 0 },
  /** A Surat Tugas of the crews of `events` (ids, comma between; at most 30) as DOCX. Query besides: `number`, `language`. */
  assignmentLetter: { method: 'GET', path: '/raw/agenda/assignment-letter', asks: 'agenda.write', maxBytes: 0 },
  /** The untouched original, byte for byte. */
  photoOriginal: { method: 'GET', path: '/raw/photos/:photoId/original', asks: 'photos.read', maxBytes: 0 },
} as const satisfies Record<string, RawRoute>;

export type RawRouteName = keyof typeof rawRoutes;

/**
 * The address of a raw route, relative to the page's own origin.
 * @param values one for every `:name` of the path
 * @param query appended as search parameters
 */
export function rawPath(
  name: RawRouteName,
  values: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | number>> = {},
): string {
  const path = rawRoutes[name].path.replace(/:([a-zA-Z][a-zA-Z0-9]*)/g, (_, key: string) =>
    encodeURIComponent(values[key] ?? ''),
  );
  const search = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return search.length === 0 ? path : `${path}?${search.join('&')}`;
}
