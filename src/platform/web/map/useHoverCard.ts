import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'
import type { Target } from './targets.ts'

/** Where a card stands beside its target: above it, below where there is no room, never outside the frame. */
export function useHoverCard(target: Target | null) {
  const card = useRef<HTMLOutputElement>(null)
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' })
  useLayoutEffect(() => {
    const frame = card.current?.parentElement
    if (target === null || card.current === null || frame === null || frame === undefined) return
    const { offsetWidth: width, offsetHeight: height } = card.current
    const gap = target.kind === 'cluster' ? 32 : 16
    const above = target.y - height - gap
    const left = Math.max(8, Math.min(target.x - width / 2, frame.clientWidth - width - 8))
    setPlace({ left, top: above >= 8 ? above : target.y + gap })
  }, [target])
  return { card, place }
}
