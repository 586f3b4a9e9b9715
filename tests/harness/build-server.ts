import { build } from '../../build/build.mjs';

/** Vitest: the processes under test are the built ones. */
export default async function setup(): Promise<void> {
  await build(['server'], { quiet: true });
}
