import type { Release } from '../../../src-main/contract/release-nouns.ts';
import { ReleaseDecisions } from '../approval/release-decisions.tsx';

/** Where other areas stand beside a release. */
export function ReleasePhotosSlot(_: { readonly release: Release; readonly editable: boolean }) {
  return null;
}

export function ReleaseDecisionsSlot({ release }: { readonly release: Release }) {
  return <ReleaseDecisions release={release} />;
}
