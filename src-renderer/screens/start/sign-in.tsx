import type { Status } from '../../../src-main/contract/session.ts';

export function SignIn({ status }: { readonly status: Status }) {
  return <main>{status.state}</main>;
}
