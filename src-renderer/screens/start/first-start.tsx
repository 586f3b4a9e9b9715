import type { Status } from '../../../src-main/contract/session.ts';

export function FirstStart({ status }: { readonly status: Status }) {
  return <main>{status.state}</main>;
}
