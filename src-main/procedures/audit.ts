import { verifyAudit } from '../newsroom/audit.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { answer, entries } from './answer.ts';

export function auditProcedures(newsroom: Newsroom) {
  const { audit } = entries;
  return {
    list: audit.list.handler(
      answer(async (_caller, input) =>
        done(
          (await newsroom.read((stores) => stores.audit.list(input))).map((line) => ({
            ...line,
            details: { ...line.details },
          })),
        ),
      ),
    ),
    verify: audit.verify.handler(answer(async () => done(await verifyAudit(newsroom)))),
  };
}
