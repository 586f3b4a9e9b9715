import type { Numbering } from '../../contract/approval.ts';
import { type ReleaseKind, releaseKinds } from '../../contract/release-nouns.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { allTemplates, NUMBER_WORDS, numberPresets, numberWords, printNumber, templateProblem } from './numbering.ts';

/** How numbers are made now, with the number each kind would get next. */
export async function numberingOf(
  ports: Pick<Newsroom, 'read' | 'clock'>,
): Promise<Outcome<Numbering & { examples: Record<ReleaseKind, string | null>; presets: string[] }>> {
  return ports.read(async (stores) => {
    const office = await stores.office.get();
    const numbering = await current(stores);
    if (office === null || numbering === null) return refused('not_found');
    const day = ports.clock.now().toZonedDateTimeISO(office.zone).toPlainDate().toString();
    const examples = {} as Record<ReleaseKind, string | null>;
    for (const kind of releaseKinds) {
      const template = numbering.templates[kind];
      examples[kind] =
        template === null
          ? null
          : printNumber(
              template,
              (await stores.approval.lastNumber(Number(day.slice(0, 4)), template)) + 1,
              day,
              numbering.words,
            );
    }
    return done({ ...numbering, examples, presets: [...numberPresets] });
  });
}

/** Changes templates (null: no number for that kind) and what their words stand for. Numbers already given stay. */
export async function setNumbering(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: {
    readonly templates?: Partial<Numbering['templates']> | undefined;
    readonly words?: Numbering['words'] | undefined;
  },
): Promise<Outcome<Numbering>> {
  if (!may(caller, 'office.manage')) return refused('not_allowed');
  for (const [kind, template] of Object.entries(input.templates ?? {})) {
    const problem = template === null || template === undefined ? null : templateProblem(template);
    if (problem !== null) return refused('number_template', { missing: problem }, `templates.${kind}`);
  }
  return ports.write(async (stores) => {
    const office = await stores.office.get();
    if (office === null) return refused('not_found');
    await stores.office.set({ ...office, numbering: { ...office.numbering, ...input.templates } });
    if (input.words !== undefined) await stores.office.setSetting(NUMBER_WORDS, input.words);
    const after = await current(stores);
    if (after === null) return refused('not_found');
    await stores.audit.append({
      caller,
      act: 'approval.set-numbering',
      subject: { kind: 'office', id: 'office' },
      details: { ...after },
    });
    stores.happen({ kind: 'office.changed' });
    return done(after);
  });
}

async function current(stores: Pick<ReadStores, 'office'>): Promise<Numbering | null> {
  const office = await stores.office.get();
  if (office === null) return null;
  return {
    templates: allTemplates(office),
    words: numberWords(office, await stores.office.setting(NUMBER_WORDS)),
  };
}
