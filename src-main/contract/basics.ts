import { z } from 'zod';

/** ULID; sorts by time of creation. */
export const idSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
export type Id = string;

/** Instant in UTC, RFC 3339 with milliseconds: `2025-11-20T01:00:00.000Z`. */
export const instantSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/);

/** Day without time: `2025-11-20`. */
export const daySchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Local wall time without zone: `2025-11-20T08:00`. */
export const localTimeSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/);

/** The three zones of Indonesia: WIB, WITA, WIT. */
export const zoneSchema = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);
export type Zone = z.infer<typeof zoneSchema>;

export const languageSchema = z.enum(['id', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** One line of text: trimmed, no control characters, at most `max` characters. */
export const line = (max = 300) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/);

/** Text of several lines; control characters other than tab and line feed are refused. */
export const paragraphs = (max = 20_000) =>
  z
    .string()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
    .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/);

/** Bytes travel as base64 text: oRPC's serializer ruins Uint8Array. */
export const base64Schema = z.base64();

/** SHA-256 as lower-case hex. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
