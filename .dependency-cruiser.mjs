/** The house's arrows (docs/guide/architecture.md): they point down only. */
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('no-circular', '.*', { circular: true }, 'A cycle has no direction to follow.'),
    forbid(
      'contracts-below-everything',
      '^packages/contracts/',
      { path: '^(packages/(?!contracts/)|features/|apps/)' },
      'contracts imports nothing of ours.',
    ),
    forbid(
      'kernels-are-pure',
      '^packages/(text|media|code|hashes)/src',
      { path: '^(packages/(storage|guard|guard-remote|guard-onnx|outward)/|features/|apps/)' },
      'Kernels know nothing of what uses them.',
    ),
    forbid(
      'kernels-do-no-io',
      '^packages/(text|media|code|hashes|guard|contracts)/src/(?!.*\\.test\\.ts$)',
      { path: '^(node:)?(fs|net|http|https|child_process|worker_threads)(/|$)' },
      'Files, sockets and threads belong to adapters and apps.',
    ),
    forbid(
      'guard-below-adapters',
      '^packages/guard/',
      { path: '^(packages/(storage|guard-remote|guard-onnx|outward)/|features/|apps/)' },
      'The guard declares ports; adapters implement them.',
    ),
    forbid(
      'storage-below-features',
      '^packages/(storage|guard-remote|guard-onnx|outward)/',
      { path: '^(features/|apps/|packages/guard/)' },
      'Adapters serve ports of contracts.',
    ),
    forbid(
      'siblings-apart',
      '^features/([^/]+)/',
      { path: '^features/', pathNot: '^features/$1/' },
      'Features talk by events and ports that the app wires.',
    ),
    forbid(
      'features-use-ports',
      '^features/[^/]+/src/(?!.*\\.test\\.ts$)',
      { path: '^(packages/storage/|apps/)' },
      'Storage reaches a feature as a port.',
    ),
    forbid(
      'console-asks-http',
      '^apps/console/',
      { path: '^(packages|features|apps/(?!console/))' },
      'The console talks to the HTTP API only.',
    ),
    forbid(
      'only-the-entry',
      '^(packages|features|apps)/([^/]+)/',
      { path: '^(packages|features)/[^/]+/(src|dist)/(?!index\\.(js|ts|d\\.ts)$)', pathNot: '^$1/$2/' },
      'A package is entered through its index.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/(?!index\\.(js|d\\.ts)$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};
