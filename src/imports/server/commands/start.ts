import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { TableRefused } from '../../../platform/server/tables/problem.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { guessTarget, sourceSignature } from '../../guess.ts'
import type { Column, FileReading, ImportOptions, Inspection } from '../../options.ts'
import { recallColumns } from '../../recall.ts'
import { habitsOf, suggestColumns, suggestOptions } from '../../suggest.ts'
import type { ImportTarget } from '../../target.ts'
import type { Importing } from '../importing.ts'
import { inspectFile } from '../inspect.ts'
import { companyHabits, insertImport, rememberedMapping, setImport } from '../queries/import.ts'
import { removeSpooled, spoolPath, spoolUpload } from '../spool.ts'

/** Looks at a file; what is wrong with it as a refusal that names the row (rule 10.5). */
export async function tryInspect(path: string, reading: FileReading): Promise<Inspection | Refusal> {
  try {
    const found = await inspectFile(path, reading)
    return found.columns.length === 0 ? refuse('invalid-file-empty-file', { rule: '1.6' }) : found
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error
    const { code, ...facts } = error.problem
    return refuse(`invalid-file-${code}`, { rule: '1.6', facts: { ...facts } })
  }
}

export function signatureOf(inspection: Inspection): string {
  const text = sourceSignature(inspection.columns.map((column) => column.header))
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** What a file's columns mean: as a person said the last time for files with the same columns, else as guessed. */
export async function proposal(
  tx: Tx,
  target: ImportTarget,
  inspection: Inspection,
  signature: string,
): Promise<{ columns: Column[]; options: ImportOptions; remembered: boolean }> {
  const company = await companyHabits(tx)
  const known = await rememberedMapping(tx, target.entity, signature)
  if (known !== null) {
    const columns = recallColumns(known.columns, inspection, target, habitsOf(company.country))
    if (columns !== null) return { columns, options: known.options, remembered: true }
  }
  const columns = suggestColumns(inspection.columns, target, habitsOf(company.country))
  return { columns, options: suggestOptions(columns, target, company), remembered: false }
}

/** Targets that the actor may bring in. */
export function permittedTargets(importing: Importing, actor: Actor): ImportTarget[] {
  return [...importing.targets.values()]
    .map((target) => target.rules)
    .filter((rules) => actor.may.includes(rules.permission))
}

export type Upload = {
  readonly fileName: string
  readonly file: Readable
  /** What it holds; guessed from the columns when not said. */
  readonly entity: string | null
  readonly reading: FileReading
}

/** Takes a file in: spooled, looked at, its columns guessed; nothing is imported yet. Answers the import's id. */
export async function startImport(
  importing: Importing,
  actor: Actor,
  upload: Upload,
): Promise<{ id: string } | Refusal> {
  const permitted = permittedTargets(importing, actor)
  const [first] = permitted
  if (first === undefined) return refuse('not-allowed')
  const id = newId()
  const bytes = await spoolUpload(importing.dataFolder, id, upload.file)
  if (isRefusal(bytes)) return bytes
  const inspection = await tryInspect(spoolPath(importing.dataFolder, id), upload.reading)
  const said = permitted.find((one) => one.entity === upload.entity)
  const target =
    said ?? (isRefusal(inspection) ? first : (guessTarget(inspection.columns, permitted) ?? first))
  const refused = isRefusal(inspection)
    ? inspection
    : upload.entity !== null && said === undefined
      ? refuse('not-allowed')
      : null
  if (refused !== null || isRefusal(inspection)) {
    await removeSpooled(importing.dataFolder, id)
    return refused ?? refuse('not-allowed')
  }
  const signature = signatureOf(inspection)
  await commandAs(importing.db, actor, 'start-import', async (tx) => {
    await insertImport(tx, {
      id,
      organizationId: actor.organizationId,
      entity: target.entity,
      permission: target.permission,
      fileName: plainName(upload.fileName),
      fileBytes: bytes,
      reading: upload.reading,
      startedBy: actor.personId,
    })
    const { columns, options } = await proposal(tx, target, inspection, signature)
    await setImport(tx, id, { inspection, signature, columns, options })
  })
  return { id }
}

/** A file's name without folders and control characters, for showing only. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? ''
  return (
    last
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .toWellFormed()
      .trim()
      .slice(0, 200) || 'file'
  )
}
