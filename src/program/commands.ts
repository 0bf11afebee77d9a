import type { Command } from './command.ts'

/** Every command by its name; loaded only when called, so that `--help` is quick. One line each. */
export const commands: Readonly<Record<string, { says: string; load: () => Promise<Command> }>> = {
  serve: { says: 'start the web server', load: async () => (await import('./commands/serve.ts')).serve },
  contract: {
    says: 'print the API contract (OpenAPI 3.1)',
    load: async () => (await import('./commands/contract.ts')).contract,
  },
  'company create': {
    says: 'make a company: NAME --country CC --currency CUR',
    load: async () => (await import('./commands/company-create.ts')).companyCreate,
  },
  verify: {
    says: 'prove that the data is whole: projections, change feed, owners',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  owner: {
    says: 'who was responsible for a customer on a day, and why',
    load: async () => (await import('./commands/owner.ts')).owner,
  },
  pool: {
    says: 'list the customers that nobody owns',
    load: async () => (await import('./commands/pool.ts')).pool,
  },
  'pool simulate': {
    says: 'what other days of protection would do: [--days N] [--announce N]',
    load: async () => (await import('./commands/pool.ts')).poolSimulate,
  },
  'pool run': {
    says: "make today's run of protection and pool [--dry-run]",
    load: async () => (await import('./commands/pool.ts')).poolRun,
  },
  demo: { says: 'make a demo company', load: async () => (await import('./commands/demo.ts')).demo },
  import: {
    says: 'bring a CSV or XLSX file in: people|customers|products|orders|order-lines|prices|stock-counts FILE',
    load: async () => (await import('./commands/import.ts')).importFile,
  },
  people: {
    says: 'list who is here, today or on another day',
    load: async () => (await import('./commands/people.ts')).people,
  },
  person: {
    says: 'show a person: post, place in the tree, what they carry',
    load: async () => (await import('./commands/person.ts')).person,
  },
  transfer: {
    says: "hand a person's whole book over: --from PERSON --to PERSON… [--dry-run]",
    load: async () => (await import('./commands/transfer.ts')).transfer,
  },
  'transfer undo': {
    says: 'take a transfer back: BATCH',
    load: async () => (await import('./commands/transfer-undo.ts')).transferUndo,
  },
  coverage: {
    says: 'say what hangs on one person, and which customers to see to first: [PERSON]',
    load: async () => (await import('./commands/coverage.ts')).coverage,
  },
  tiers: {
    says: 'compute the tiers from sales: [--dry-run] [--as-of DAY]',
    load: async () => (await import('./commands/tiers.ts')).tiers,
  },
  'tiers undo': {
    says: 'take the latest computation of tiers back',
    load: async () => (await import('./commands/tiers-undo.ts')).tiersUndo,
  },
  'export people': {
    says: 'write everybody as a file that can be imported again',
    load: async () => (await import('./commands/export-people.ts')).exportPeopleCommand,
  },
  export: {
    says: 'hand data out: people|customers|products|orders|order-lines|prices|stock-counts|all [--format csv|xlsx|json] [--out FILE]',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
}
