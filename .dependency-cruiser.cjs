// Which file may import which: ARCHITECTURE.md in a form that is checked. test/forbidden holds one bad case for each rule.

/** A feature may import the ones before it; two that share a line don't know each other. */
const order = [
  ['imports'],
  ['people'],
  ['account'],
  ['notices'],
  ['calendar', 'webhooks'],
  ['customers'],
  ['documents'],
  ['stewardship'],
  ['privacy'],
  ['ownership'],
  ['pool'],
  ['visits'],
  ['sales'],
  ['prospects', 'service'],
  ['pay'],
  ['departures'],
  ['insights'],
  ['demo'],
]
const features = order.flat()
const anyFeature = `(${features.join('|')})`

const rules = [`^src/${anyFeature}/[^/]+\\.ts$`, `^src/${anyFeature}/(schema|api)/`]
const server = '^src/([^/]+/server/|program/|main[.])'
const web = '^src/([^/]+/web/|screens/|app[.])'
const database = '(^|/)node_modules/(kysely|pg|pg-[^/]+)/'

const orderRules = order.slice(0, -1).flatMap((line, position) =>
  line.map((feature) => ({
    name: `${feature}-knows-only-earlier-features`,
    comment: 'Features build on each other in one order: see "The order of features" in ARCHITECTURE.md.',
    severity: 'error',
    from: { path: `^src/${feature}/` },
    to: {
      path: `^src/(${order
        .slice(position)
        .flat()
        .filter((other) => other !== feature)
        .join('|')})/`,
    },
  })),
)

module.exports = {
  forbidden: [
    {
      name: 'no-folder-cycles',
      comment:
        'Two folders that need each other are one idea, or one of them holds two. (oxlint looks at files.)',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'values-import-nothing',
      comment: 'Value types are spoken by every rule and know none of them.',
      severity: 'error',
      from: { path: '^src/values/' },
      to: { pathNot: '^src/values/' },
    },
    {
      name: 'platform-imports-no-feature',
      comment: 'src/platform knows no word of the business.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(platform|values)/' },
    },
    ...orderRules,
    {
      name: 'features-meet-at-rules-queries-commands',
      comment:
        "Of another feature only its rules, queries and commands may be used, never its routes, jobs or screens' parts.",
      severity: 'error',
      from: { path: `^src/${anyFeature}/` },
      to: {
        path: `^src/${anyFeature}/`,
        pathNot: [
          '^src/$1/',
          ...rules,
          '^src/[^/]+/server/(queries|commands)[./]',
          // Who I am, what I may, how a person is shown and found: the same on every screen.
          '^src/people/web/(useMe|PersonMark|FindPerson)[.]tsx?$',
          // What a feature is asked to be, so that files can be imported into it.
          '^src/imports/server/target[.]ts$',
        ],
      },
    },
    {
      name: 'rules-stay-pure',
      comment: 'A rule runs in the browser and on the server: it imports other rules and values.',
      severity: 'error',
      from: { path: rules },
      to: { path: '^src/', pathNot: [...rules, '^src/values/', '^src/platform/[^/]+\\.ts$'] },
    },
    {
      name: 'web-never-imports-server',
      comment: 'The web talks to the server by requests alone, as any other program does. Not even types.',
      severity: 'error',
      from: { path: web },
      to: { path: server },
    },
    {
      name: 'server-never-imports-web',
      severity: 'error',
      from: { path: server },
      to: { path: web },
    },
    {
      name: 'nobody-imports-a-screen',
      comment:
        'Screens are put together by app.tsx; what two of them share belongs to a feature or to platform/web.',
      severity: 'error',
      from: { pathNot: ['^src/app\\.tsx$', '^src/screens/'] },
      to: { path: '^src/screens/' },
    },
    {
      name: 'only-queries-speak-sql',
      comment:
        'SQL lives in queries.ts (or queries/), src/platform/server and migrations. Types of rows may be named anywhere.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/[^/]+/server/queries[./]', '^src/platform/server/'],
      },
      to: { path: database, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-routes-speak-http',
      comment: 'HTTP lives in routes.ts (or routes/), src/platform/server and the program itself.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/[^/]+/server/routes[./]',
          '^src/platform/server/',
          '^src/program/',
          '^src/main\\.ts$',
        ],
      },
      to: { path: '(^|/)node_modules/(hono|@hono/node-server)/' },
    },
    {
      name: 'only-contracts-speak-zod',
      comment: 'What things look like is said in schema.ts and api.ts.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/[^/]+/(schema|api)[./]',
          '^src/platform/contract\\.ts$',
          '^src/[^/]+/server/routes[./]',
          '^src/platform/server/',
          '^src/program/',
        ],
      },
      to: { path: '(^|/)node_modules/(zod|@hono/zod-openapi)/' },
    },
    {
      name: 'product-needs-no-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|bin)/' },
    },
    {
      name: 'nothing-missing',
      comment: 'An import that leads nowhere, or to a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-package-by-accident',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // A test may use whatever it needs to see the thing it tests at work.
    exclude: { path: '\\.test\\.tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
