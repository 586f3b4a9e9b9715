import { build } from '../../build/build.mjs';

/** Playwright: what the browser and the window load is the built program. KULKUL_BUILT says that the caller has built it. */
export default async function setup(): Promise<void> {
  if (!process.env.KULKUL_BUILT) await build([], { quiet: true });
}
