import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** A place that something may be dropped on, which says what it is as text. For the mouse only: the keyboard has its own way. */
export function useDropTarget(isOpen: boolean, onDrop: (text: string) => void) {
  const place = useRef<HTMLElement>(null)
  const [isOver, setOver] = useState(false)
  const drop = useEffectEvent(onDrop)
  useEffect(() => {
    const element = place.current
    if (element === null || !isOpen) return
    const over = (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    }
    const leave = () => setOver(false)
    const dropped = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      drop(event.dataTransfer?.getData('text/plain') ?? '')
    }
    element.addEventListener('dragover', over)
    element.addEventListener('dragleave', leave)
    element.addEventListener('drop', dropped)
    return () => {
      element.removeEventListener('dragover', over)
      element.removeEventListener('dragleave', leave)
      element.removeEventListener('drop', dropped)
    }
  }, [isOpen])
  return { place, isOver }
}
