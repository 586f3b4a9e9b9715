import type { Event } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import { correctionUpdate } from '../../text/corrected.ts';
import type { TextNode } from '../../text/release-document.ts';
import { SCHEMA_VERSION } from '../../text/schema.ts';
import { leadDay } from '../../text/skeleton.ts';
import { approveRelease } from '../approval/approve.ts';
import { sheetOf } from '../approval/sheet.ts';
import { returnRelease, submitRelease } from '../approval/submit-and-return.ts';
import { sendRelease } from '../distribution/send-release.ts';
import type { Newsroom } from '../newsroom.ts';
import { attachPhotos } from '../releases/change-release.ts';
import { createRelease } from '../releases/create-release.ts';
import { appendText } from '../releases/release-text.ts';
import { textChecks } from '../releases/text-checks.ts';
import { as, type Cast, type Officials, unwrap } from './sample.ts';
import type { DemoBlock, DemoRelease } from './texts.ts';

/** Writes a release as far as its state says, each step by who does it in an office. */
export async function writeDemoRelease(
  newsroom: Newsroom,
  cast: Cast,
  officials: Officials,
  release: DemoRelease,
  event: Event,
  photoIds: readonly Id[],
): Promise<void> {
  const writer = as(cast, 'writer');
  const head = as(cast, 'head');
  const { id: releaseId } = unwrap(await createRelease(newsroom, writer, { eventId: event.id, kind: release.kind }));
  const before = await newsroom.read((stores) => stores.releases.textUpdates(releaseId));
  const update = correctionUpdate(before, {
    title: release.title,
    body: { type: 'doc', content: release.blocks.map((block) => nodeOf(block, officials, event)) },
  });
  if (update === null || update === 'invalid') {
    throw new Error(`the sample text ${release.title} is no text of our schema`);
  }
  unwrap(
    await appendText(
      newsroom,
      writer,
      { releaseId, origin: 'demo', update, schemaVersion: SCHEMA_VERSION, late: false },
      textChecks(newsroom),
    ),
  );
  if (photoIds.length > 0) {
    unwrap(await attachPhotos(newsroom, writer, { releaseId, photoIds }));
  }
  if (release.state === 'draft') {
    return;
  }
  unwrap(await submitRelease(newsroom, writer, { releaseId, note: '' }));
  if (release.state === 'returned') {
    unwrap(await returnRelease(newsroom, head, { releaseId, note: release.note ?? '' }));
    return;
  }
  if (release.state === 'submitted') {
    return;
  }
  const sheet = unwrap(await sheetOf(newsroom, head, { releaseId }));
  const frozen = unwrap(await approveRelease(newsroom, head, { releaseId, seenHash: sheet.contentHash, note: '' }));
  if (release.state === 'distributed') {
    const groups = await newsroom.read((stores) => stores.partners.groups());
    unwrap(
      await sendRelease(newsroom, as(cast, 'editor'), {
        releaseId,
        contentHash: frozen.contentHash,
        to: {
          emailGroupIds: groups.filter((group) => group.kind === 'email').map((group) => group.id),
          journalistIds: [],
          site: true,
          whatsappGroupIds: groups.filter((group) => group.kind === 'whatsapp').map((group) => group.id),
        },
      }),
    );
  }
}

function nodeOf(block: DemoBlock, officials: Officials, event: Event): TextNode {
  if (typeof block === 'string') {
    return {
      type: 'paragraph',
      content: [{ type: 'text', text: block.replace('{hari}', leadDay(event.start)) }],
    };
  }
  const speaker = officials.get(block.who);
  return {
    type: 'quote',
    attrs: {
      officialId: speaker?.id ?? null,
      name: speaker?.name ?? '',
      position: speaker?.position ?? '',
      shortName: speaker?.shortName ?? '',
      verb: block.verb,
    },
    content: [{ type: 'text', text: block.quote }],
  };
}
