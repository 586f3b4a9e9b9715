import type { Release } from '../contract/release-nouns.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done, type Outcome } from '../newsroom/outcome.ts';
import { attachPhotos, detachPhoto, orderPhotos, setDetails } from '../newsroom/releases/change-release.ts';
import { createRelease } from '../newsroom/releases/create-release.ts';
import { readEmbargo } from '../newsroom/releases/read-embargo.ts';
import { getRelease, listGuests, listReleases } from '../newsroom/releases/read-releases.ts';
import type { ReleaseRecord } from '../newsroom/releases/release-store.ts';
import { answer, entries } from './answer.ts';

export function releasesProcedures(newsroom: Newsroom) {
  const { releases } = entries;
  return {
    list: releases.list.handler(
      answer(async (caller, input) => {
        const found = await listReleases(newsroom, caller, input);
        return found.ok ? done(found.value.map(releaseOf)) : found;
      }),
    ),
    get: releases.get.handler(answer(async (caller, input) => shown(await getRelease(newsroom, caller, input)))),
    create: releases.create.handler(
      answer(async (caller, input) => shown(await createRelease(newsroom, caller, input))),
    ),
    setDetails: releases.setDetails.handler(
      answer(async (caller, input) => shown(await setDetails(newsroom, caller, input))),
    ),
    readEmbargo: releases.readEmbargo.handler(
      answer(async (_caller, input) => done(await readEmbargo(newsroom, input.text))),
    ),
    attachPhotos: releases.attachPhotos.handler(
      answer(async (caller, input) => shown(await attachPhotos(newsroom, caller, input))),
    ),
    detachPhoto: releases.detachPhoto.handler(
      answer(async (caller, input) => shown(await detachPhoto(newsroom, caller, input))),
    ),
    orderPhotos: releases.orderPhotos.handler(
      answer(async (caller, input) => shown(await orderPhotos(newsroom, caller, input))),
    ),
    guests: releases.guests.handler(answer((caller) => listGuests(newsroom, caller))),
  };
}

function shown(outcome: Outcome<ReleaseRecord>): Outcome<Release> {
  return outcome.ok ? done(releaseOf(outcome.value)) : outcome;
}

/** A release as pages see it. */
function releaseOf({ schemaVersion: _, textSeq: __, digestSeq: ___, ...release }: ReleaseRecord): Release {
  return release;
}
