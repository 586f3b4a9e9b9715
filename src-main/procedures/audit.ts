import { acknowledgeEnd, auditEnd, verifyAudit } from '../newsroom/audit.ts';
import { aboutLines } from '../newsroom/audit-about.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { answer, entries } from './answer.ts';

export function auditProcedures(newsroom: Newsroom) {
  const { audit } = entries;
  return {
    list: audit.list.handler(
      answer((_caller, input) =>
        newsroom.read(async (stores) => {
          const lines = await stores.audit.list(input);
          const about = await aboutLines(stores, lines);
          return done(
            lines.map((line, at) => ({
              ...line,
              details: { ...line.details },
              about: about[at] ?? { name: '', number: null },
            })),
          );
        }),
      ),
    ),
    end: audit.end.handler(answer(async () => done(await auditEnd(newsroom)))),
    acknowledge: audit.acknowledge.handler(answer((caller) => acknowledgeEnd(newsroom, caller))),
    verify: audit.verify.handler(answer(async () => done(await verifyAudit(newsroom)))),
  };
}
