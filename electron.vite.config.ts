import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The window's own two files are CommonJS: a sandboxed preload must be, and Electron 25 starts nothing else.
const commonJs = (name: string, file: string, emptyOutDir: boolean) => ({
  build: {
    outDir: 'out/desktop',
    emptyOutDir,
    target: 'node18',
    sourcemap: true,
    minify: false,
    externalizeDeps: false,
    rollupOptions: {
      input: { [name]: resolve(file) },
      external: ['electron'],
      output: { format: 'cjs' as const, entryFileNames: '[name].cjs' },
    },
  },
});

const parts = {
  main: commonJs('main', 'src-main/desktop/main.ts', false),
  preload: commonJs('preload', 'src-main/desktop/preload.ts', false),
  renderer: {
    root: resolve('src-renderer'),
    // absolute, so that an address like /agenda/01J… still finds its scripts, in the browser and under app://kulkul/
    // electron-vite sets './' in production after reading this file, so a plugin of ours says it again
    base: '/',
    plugins: [react(), { name: 'absolute-base', config: () => ({ base: '/' }) }],
    build: {
      outDir: resolve('out/renderer'),
      emptyOutDir: true,
      target: 'chrome114',
      // electron-vite leaves it out; an old PC reads every byte of it at each start, and so does a phone on a bad line
      minify: true,
      sourcemap: false,
      // inlined data: URLs would need holes in the content security policy
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rollupOptions: {
        input: resolve('src-renderer/index.html'),
        // what most screens share comes in one piece: each file costs an old PC a trip through three processes
        output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 8 }] } },
      },
    },
  },
};

/** KULKUL_BUILD=desktop or =page builds only that half; build/build.mjs uses it to leave alone what is up to date. */
export default defineConfig(() => {
  if (process.env.KULKUL_BUILD === 'desktop') return { main: parts.main, preload: parts.preload };
  if (process.env.KULKUL_BUILD === 'page') return { renderer: parts.renderer };
  return parts;
});
