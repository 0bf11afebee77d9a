/** Where an import stands. */
export const importStates = [
  'uploaded',
  'reading',
  'checking',
  'checked',
  'running',
  'linking',
  'done',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

export type ImportAction = 'configure' | 'check' | 'amend' | 'run' | 'cancel' | 'undo' | 'resume' | 'discard'

/** In which states each action makes sense: the same table shows a button and refuses a call. */
const allowed: Readonly<Record<ImportAction, readonly ImportState[]>> = {
  configure: ['uploaded', 'checked'],
  check: ['uploaded', 'checked'],
  amend: ['checked'],
  run: ['checked'],
  // What has been written stays written and can be undone.
  cancel: ['reading', 'checking', 'running', 'linking'],
  undo: ['done', 'cancelled', 'failed'],
  resume: ['failed'],
  discard: ['uploaded', 'checked', 'failed'],
}

export function mayNow(action: ImportAction, state: ImportState): boolean {
  return allowed[action].includes(state)
}

/** States in which a worker has something to do. */
export function isWorking(state: ImportState): boolean {
  return (['reading', 'checking', 'running', 'linking', 'undoing'] as readonly ImportState[]).includes(state)
}

export type Counts = Readonly<Record<string, number>>

/** Whether an import has changed anything yet. */
export function hasWritten(counts: Counts): boolean {
  return (counts['created'] ?? 0) + (counts['updated'] ?? 0) > 0
}

/** What the command line and the result say of an import: rows by what became, or would become, of them. */
export type Summary = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  readonly duplicates: number
}

/** `counts` are rows by verdict (before the run) or by outcome and verdict ('left likely-duplicate') after it. */
export function summaryOf(counts: Counts): Summary {
  const of = (...names: string[]) => names.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  return {
    created: of('new', 'created'),
    updated: of('update', 'updated'),
    unchanged: of('unchanged', 'not-wanted', 'left'),
    rejected: of('rejected'),
    duplicates: of('duplicate-in-file', 'likely-duplicate'),
  }
}
