import { rewriteSite } from '../newsroom/distribution/publish-site.ts';
import { REWRITE_SITE } from '../newsroom/distribution/site-settings.ts';
import { type JobKind, jobDone } from './job.ts';

/** The whole site again: after its settings changed, or a release was withdrawn. */
export const rewriteSiteJob: JobKind = {
  kind: REWRITE_SITE,
  atOnce: 1,
  async run(newsroom) {
    const outcome = await rewriteSite(newsroom);
    // Settings says so with its button, and the next Kirim tries again: nothing is lost by giving up here.
    return outcome.ok ? jobDone : { end: 'failed', reason: outcome.refusal.code };
  },
};
