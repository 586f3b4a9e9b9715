import { rewriteSite } from '../newsroom/distribution/publish-site.ts';
import { changeSite, keptSite, readSite } from '../newsroom/distribution/site-settings.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { answer, entries } from './answer.ts';

export function siteProcedures(newsroom: Newsroom) {
  const { site } = entries;
  return {
    get: site.get.handler(answer(() => readSite(newsroom))),
    check: site.check.handler(
      answer(async (_caller, input) => {
        const kept = await newsroom.read(keptSite);
        return newsroom.site.inspect(input.folder, kept?.siteId ?? '', kept?.formerly);
      }),
    ),
    change: site.change.handler(answer((caller, input) => changeSite(newsroom, caller, input))),
    rewrite: site.rewrite.handler(answer(() => rewriteSite(newsroom))),
  };
}
