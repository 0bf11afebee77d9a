import { useLocalStorage } from '@mantine/hooks'
import type { RefObject } from 'react'
import { useKeys } from '../../../platform/web/keys/useKeys.ts'

/** Single letters can be switched off, because speech input and shaky hands call them by accident (WCAG 2.1.4). */
export function useLetterKeys() {
  return useLocalStorage({ key: 'relevo.customers.keys', defaultValue: true, getInitialValueInEffect: false })
}

/** Of a list of customers: their links. */
const customerLinks = '[data-customer]'

/** j and k walk through the lines' links, which Enter opens; x chooses the line reached. `stops`: one link a line. */
export function useListKeys(list: RefObject<HTMLElement | null>, isOn: boolean, stops = customerLinks): void {
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>(stops) ?? [])]
  const at = () => links().findIndex((link) => link === document.activeElement)
  function walk(step: number) {
    const all = links()
    const next = all[Math.min(all.length - 1, Math.max(0, at() + step))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  function choose() {
    links()[at()]?.closest('tr, li')?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
  }
  useKeys(isOn ? { j: () => walk(1), k: () => walk(-1), x: choose } : {})
}
