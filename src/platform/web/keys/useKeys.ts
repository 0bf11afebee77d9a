import { useEffect, useRef } from 'react'

const patience = 1200

/** Whether what one types now goes into a field, so that letters are letters. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

/**
 * A key ('?') or two one after the other ('g c') call something. By the letter that is typed, wherever it lies on a
 * keyboard; quiet while typing, in dialogs, and with Ctrl, Alt or Cmd.
 */
export function useKeys(calls: Readonly<Record<string, () => void>>): void {
  const latest = useRef(calls)
  useEffect(() => {
    latest.current = calls
  })
  useEffect(() => {
    let first = { key: '', at: 0 }
    function hear(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"]') !== null) return
      const inTime = event.timeStamp - first.at < patience
      const call =
        (inTime ? latest.current[`${first.key} ${event.key}`] : undefined) ?? latest.current[event.key]
      first = { key: call === undefined ? event.key : '', at: event.timeStamp }
      if (call === undefined) return
      event.preventDefault()
      call()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
}
