import type { PictureFormat } from '../../contract/photo-nouns.ts';
import type { Crop } from '../../newsroom/photos/images.ts';

/** What the core asks of the picture worker; plain data over the IPC of child_process.fork (structured clone). */
export type Work =
  | { readonly do: 'head'; readonly path: string }
  | { readonly do: 'derive'; readonly path: string; readonly outputs: readonly { path: string; side: number }[] }
  | {
      readonly do: 'deliver';
      readonly path: string;
      readonly output: { readonly path: string; readonly side: number; readonly crop: Crop | null };
    };

export type Answer =
  | {
      readonly is: 'head';
      readonly format: PictureFormat;
      readonly width: number;
      readonly height: number;
      readonly exif: Uint8Array | null;
    }
  | { readonly is: 'derived'; readonly condition: 'sound' | 'damaged'; readonly written: boolean }
  | { readonly is: 'delivered'; readonly width: number; readonly height: number }
  | { readonly is: 'broken' }
  | { readonly is: 'not_a_picture' }
  | { readonly is: 'other_kind'; readonly kind: string }
  | { readonly is: 'too_large'; readonly megapixels: number; readonly limit: number }
  | { readonly is: 'disk_full' };

export interface Request {
  readonly id: number;
  readonly work: Work;
}
export interface Response {
  readonly id: number;
  readonly answer: Answer;
}
/** The first thing a worker says: it could be loaded. What dies before it dies for its own reasons, not for a picture's. */
export interface Ready {
  readonly ready: true;
}
