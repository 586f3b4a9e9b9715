import { createContext, useContext } from 'react';
import type { Office } from '../../src-main/contract/office-nouns.ts';
import type { Right } from '../../src-main/contract/rights.ts';
import type { Me } from '../../src-main/contract/session.ts';

interface Signed {
  readonly me: Me;
  readonly office: Office;
  readonly demo: boolean;
}

/** Who sits here; provided by the gate, so that every screen under it can rely on it. */
export const SignedContext = createContext<Signed | null>(null);

export function useSigned(): Signed {
  const signed = useContext(SignedContext);
  if (!signed) throw new Error('This screen is outside of the gate: nobody is signed in here');
  return signed;
}

export function useMe(): Me {
  return useSigned().me;
}

export function useOffice(): Office {
  return useSigned().office;
}

/** Whether to offer an act. Courtesy only; the core checks again. `const may = useMay(); may('agenda.write')`. */
export function useMay(): (right: Right) => boolean {
  const { rights } = useMe();
  return (right) => rights.includes(right);
}
