import { oc } from '@orpc/contract';
import { refusalSchema } from './refusals.ts';
import type { Asks } from './rights.ts';

/**
 * Begins a contract entry. What it asks of the caller is part of the contract, so it cannot be forgotten: procedures/answer.ts
 * checks it before the verb runs, and a test walks every entry with every role.
 */
export const ask = (asks: Asks) =>
  oc.$meta<{ asks: Asks }>({ asks }).errors({ REFUSED: { status: 422, data: refusalSchema } });
