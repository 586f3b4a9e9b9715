import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { deleteOldParts } from './old-parts.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

// Each is started as a process of its own, so each is a file of its own.
const processes = {
  main: 'src-main/server/main.ts',
  kulkul: 'src-main/server/command-line/kulkul.ts',
  'image-child': 'src-main/adapters/images/child.ts',
  'paper-worker': 'src-main/adapters/paper/worker.ts',
  'document-child': 'src-main/adapters/documents/child.ts',
};

/** Packages with a native or foreign part: they stay in node_modules, everything else goes into the bundle. */
const outside = [
  /^better-sqlite3($|\/)/,
  /^sharp($|\/)/,
  // PDFium and Tesseract are WebAssembly that is read from beside their script
  /^@hyzyla\/pdfium($|\/)/,
  /^tesseract\.js($|\/)/,
  /^@tesseract\.js-data\//,
  /^@img\//,
  /^@node-rs\/argon2/,
  /^exiftool-vendored/,
  // optional native parts of ssh2; it works without them
  /^cpu-features$/,
  /sshcrypto\.node$/,
];

/** After the new parts are on the disk. `emptyOutDir` would take a running core's parts away. */
const oldParts: Plugin = {
  name: 'old-parts',
  writeBundle({ dir }, bundle) {
    if (dir !== undefined) deleteOldParts(resolve(dir, 'parts'), Object.keys(bundle), Date.now());
  },
};

export default defineConfig({
  root,
  plugins: [oldParts],
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: resolve(root, 'out/server'),
    emptyOutDir: false,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: Object.fromEntries(
        Object.entries(processes)
          .map(([name, file]) => [name, resolve(root, file)] as const)
          .filter(([, file]) => existsSync(file)),
      ),
      external: outside,
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name]-[hash].mjs' },
    },
  },
  ssr: {
    noExternal: true,
    external: ['better-sqlite3', 'sharp', '@hyzyla/pdfium', 'tesseract.js', '@node-rs/argon2', 'exiftool-vendored'],
  },
});
