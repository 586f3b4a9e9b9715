import type { Kysely } from 'kysely';
import type { DeliveryState } from '../../../contract/delivery-nouns.ts';
import type { SiteRowStore } from '../../../newsroom/distribution/site-row-store.ts';
import type { Tables } from '../tables/index.ts';

export function siteRowStore(db: Kysely<Tables>): SiteRowStore {
  const rows = () =>
    db
      .selectFrom('delivery')
      .innerJoin('release', 'release.id', 'delivery.release_id')
      .where('delivery.channel', '=', 'site')
      .select([
        'delivery.release_id as releaseId',
        'delivery.version as version',
        'delivery.state as state',
        'delivery.created_at as createdAt',
        'release.state as releaseState',
      ])
      .orderBy('delivery.release_id')
      .orderBy('delivery.version');
  const read = (found: Awaited<ReturnType<ReturnType<typeof rows>['execute']>>) =>
    found.map(({ releaseState, state, ...row }) => ({
      ...row,
      state: state as DeliveryState,
      withdrawn: releaseState === 'withdrawn',
    }));
  return {
    all: async () => read(await rows().execute()),
    ofRelease: async (releaseId) => read(await rows().where('delivery.release_id', '=', releaseId).execute()),
  };
}
