import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { i18next } from '../language/start.ts'
import { sentenceOf } from '../request/sentence.ts'

/** Long enough to read the sentence, look at what became of it, and reach the button by keyboard. */
const undoable = 30_000

/**
 * Says what was just done and offers to take it back for half a minute, and for as long as the note is pointed at or has the
 * focus: `offerUndo(t('moved', {count}), () => …)`.
 * `undo` rejects with the request's error when it can't; that is said instead. When not everything could be put back it
 * answers the sentence that says so.
 */
export function offerUndo(text: string, undo: () => Promise<unknown>): void {
  const id = crypto.randomUUID()
  async function takeBack() {
    notifications.hide(id)
    try {
      const said = await undo()
      say(typeof said === 'string' ? said : i18next.t('shell:undo.done'))
    } catch (error) {
      sayProblem(error)
    }
  }
  const note = {
    id,
    withBorder: true,
    closeButtonProps: closing(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{text}</span>
        <Button variant="light" size="compact-sm" onClick={() => void takeBack()}>
          {i18next.t('shell:undo.button')}
        </Button>
      </Group>
    ),
  }
  const closes = (autoClose: number | false) => void notifications.update({ ...shown, autoClose })
  const shown = { ...note, onFocusCapture: () => closes(false), onBlurCapture: () => closes(undoable) }
  notifications.show({ ...shown, autoClose: undoable })
}

/** A short word that something was done. */
export function say(text: string): void {
  notifications.show({ message: text, withBorder: true, autoClose: 4000, closeButtonProps: closing() })
}

const problems = new Set<string>()

/** That something failed, as a sentence; long enough to be read, and gone with the page that it is about. */
export function sayProblem(error: unknown): void {
  const id = crypto.randomUUID()
  problems.add(id)
  notifications.show({
    id,
    message: sentenceOf(error),
    color: 'red',
    withBorder: true,
    autoClose: 12_000,
    closeButtonProps: closing(),
    onClose: () => void problems.delete(id),
  })
}

/** Takes away what failed on the page that is being left. */
export function closeProblems(): void {
  for (const id of problems) notifications.hide(id)
}

/** Takes away every note: what it offers is of the company that is being left. */
export function closeNotes(): void {
  notifications.clean()
  problems.clear()
}

/** The cross of a note has a name for those who don't see it. */
function closing() {
  return { 'aria-label': i18next.t('shell:close') }
}
