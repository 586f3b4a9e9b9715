// Who may import whom: the table of src-main/README.md, for dependency-cruiser. Every rule says where the thing belongs.
// `comment` is what the person sees who broke it.

const room = (name) => `^src-main/${name}/`;
/** Everything that is neither one of these paths nor one of these packages is refused. */
const only = (name, from, paths, packages, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: {
    pathNot: [...paths, ...packages.map((one) => `node_modules/(@types/)?${one}(/|$)`)],
  },
});

module.exports = {
  forbidden: [
    only(
      'contract-is-only-shapes',
      room('contract'),
      [room('contract')],
      ['zod', '@orpc/contract'],
      'contract/ holds shapes and nothing else, because the page imports it. A rule belongs in newsroom/, a word in words/, bytes in adapters/.',
    ),
    only(
      'text-has-no-dom',
      room('text'),
      [room('text'), room('contract')],
      [
        '@tiptap/[^/]+',
        'prosemirror-[^/]+',
        'yjs',
        'y-prosemirror',
        'y-protocols',
        'lib0',
        'canonicalize',
        '@noble/hashes',
        'diff',
      ],
      'text/ is the release text for page and core alike, without DOM and without Node. Editor parts belong in src-renderer/editor, storage in adapters/database.',
    ),
    only(
      'words-only-know-the-contract',
      room('words'),
      [room('words'), room('contract')],
      ['temporal-polyfill'],
      'words/ turns codes and parameters into sentences. Where a parameter comes from belongs in newsroom/.',
    ),
    only(
      'newsroom-is-pure',
      room('newsroom'),
      [room('newsroom'), room('contract'), room('text')],
      ['temporal-polyfill', 'rrule-temporal'],
      'newsroom/ is the trade itself: no Node, no Electron, no adapter. Say what you need as a port (an interface in newsroom/) and fulfil it in adapters/<technology>/.',
    ),
    only(
      'procedures-are-thin',
      room('procedures'),
      [room('procedures'), room('contract'), room('newsroom'), room('words'), room('text')],
      ['@orpc/server', '@orpc/contract', 'zod'],
      'procedures/ goes from contract to access to verb. Work belongs in newsroom/, technology in adapters/, cookies and sockets in server/.',
    ),
    only(
      'jobs-call-verbs',
      room('jobs'),
      [room('jobs'), room('contract'), room('newsroom'), room('words'), '^(node:)?(os|timers/promises)$'],
      ['zod', 'temporal-polyfill'],
      'A job checks its input and calls a verb. What it does belongs in newsroom/, how in adapters/.',
    ),
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      comment:
        'One technology per folder. What two adapters share is either a port in newsroom/ (handed over by core.ts) or belongs to one of them.',
      from: { path: '^src-main/adapters/([^/]+)/' },
      to: { path: '^src-main/adapters/', pathNot: '^src-main/adapters/$1/' },
    },
    {
      name: 'adapters-stay-outside',
      severity: 'error',
      comment:
        'An adapter fulfils a port of newsroom/. What builds or calls it is core.ts; what asks is procedures/ or jobs/.',
      from: { path: room('adapters') },
      to: { path: '^src-main/(server|desktop|procedures|jobs|core\\.ts)|^src-renderer/' },
    },
    {
      name: 'only-core-builds-adapters',
      severity: 'error',
      comment: 'Only core.ts knows which adapter fulfils a port. Take the port as a parameter instead.',
      from: { path: '^src-(main|renderer)/', pathNot: '^src-main/(core\\.ts|adapters/)' },
      to: { path: room('adapters') },
    },
    {
      name: 'only-server-stands-on-core',
      severity: 'error',
      comment: 'core.ts is the top: only server/ opens it. A verb gets what it needs as ports.',
      from: { path: '^src-(main|renderer)/', pathNot: '^src-main/(core\\.ts|server/)' },
      to: { path: '^src-main/core\\.ts$' },
    },
    {
      name: 'server-is-around-the-core',
      severity: 'error',
      comment:
        'server/ is listening, cookies and the command line. Rules belong in newsroom/, technology in adapters/ behind core.ts.',
      from: { path: room('server') },
      to: { path: '^src-main/(desktop|jobs|text)/|^src-renderer/' },
    },
    {
      name: 'desktop-starts-the-server-by-path',
      severity: 'error',
      comment:
        'desktop/ is the window only. It starts the core as a process and talks to it over the socket; only contract/, usual-data-folder.ts and make-folder.ts are shared.',
      from: { path: room('desktop') },
      to: {
        path: '^src-(main|renderer)/',
        pathNot: [room('desktop'), room('contract'), '^src-main/(usual-data-folder|make-folder)\\.ts$'],
      },
    },
    {
      name: 'only-the-desktop-knows-electron',
      severity: 'error',
      comment:
        'Electron is imported in desktop/ alone; the core is plain Node. Offer it to the page through preload.ts as part of `desk`.',
      from: { path: '^src-(main|renderer)/', pathNot: room('desktop') },
      to: { path: 'node_modules/electron(/|$)' },
    },
    {
      name: 'page-asks-through-the-contract',
      severity: 'error',
      comment:
        'The page knows contract/, text/ and words/ of the core. Ask for the rest through the client (src-renderer/client.ts).',
      from: { path: '^src-renderer/' },
      to: { path: '^src-main/', pathNot: [room('contract'), room('text'), room('words')] },
    },
    {
      name: 'page-has-no-node',
      severity: 'error',
      comment:
        'The page runs in a browser. What needs Node belongs in the core, what needs this computer in desktop/ behind `desk`.',
      from: { path: '^src-renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-has-no-screens',
      severity: 'error',
      comment: 'The core never imports the page. Shared words belong in words/, shared shapes in contract/.',
      from: { path: '^src-main/' },
      to: { path: '^src-renderer/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third that both need.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      comment: 'This import leads nowhere: a file that was moved, or a package that is not in package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|png|woff2?)(\\?|$)|\\?(url|raw|worker)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
