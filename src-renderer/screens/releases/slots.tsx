import type { Release } from '../../../src-main/contract/release-nouns.ts';

/** Where other areas stand beside a release. */
export function ReleasePhotosSlot(_: { readonly release: Release; readonly editable: boolean }) {
  return null;
}

export function ReleaseDecisionsSlot(_: { readonly release: Release }) {
  return null;
}
