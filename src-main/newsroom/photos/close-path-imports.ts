import type { Stores } from '../stores.ts';

/**
 * Ends what an office that was restored would else go on to copy from paths of this computer: it may be another computer, and another
 * card lies at the same place by now. What is in the library stays; the rest is chosen again by a person, who is told by the trail.
 */
export async function closePathImports(stores: Pick<Stores, 'imports' | 'audit' | 'happen'>): Promise<void> {
  for (const one of await stores.imports.open(null)) {
    const left = (await stores.imports.files(one.id)).filter(
      (file) => file.state === 'waiting' && file.sourcePath !== null,
    );
    if (left.length === 0) continue;
    for (const file of left)
      await stores.imports.finishFile(file.id, { state: 'cancelled', photoId: null, refusal: null });
    if ((await stores.imports.waiting(one.id)) === 0) await stores.imports.setState(one.id, 'cancelled');
    await stores.audit.append({
      caller: 'system',
      act: 'photos.import-cancel',
      subject: { kind: 'photo_import', id: one.id },
      details: { left: left.length, because: 'restored' },
    });
    stores.happen({ kind: 'import.progress', importId: one.id });
  }
}
