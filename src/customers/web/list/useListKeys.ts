import { useLocalStorage } from '@mantine/hooks'
import type { RefObject } from 'react'
import { useKeys } from '../../../platform/web/keys/useKeys.ts'

/** Single letters can be switched off, because speech input and shaky hands call them by accident (WCAG 2.1.4). */
export function useLetterKeys() {
  return useLocalStorage({ key: 'relevo.customers.keys', defaultValue: true, getInitialValueInEffect: false })
}

/** j and k walk through the customers' links, which Enter opens; x chooses the one reached. */
export function useListKeys(list: RefObject<HTMLElement | null>, isOn: boolean): void {
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-customer]') ?? [])]
  const at = () => links().findIndex((link) => link === document.activeElement)
  function walk(step: number) {
    const all = links()
    const next = all[Math.min(all.length - 1, Math.max(0, at() + step))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  function choose() {
    links()[at()]?.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
  }
  useKeys(isOn ? { j: () => walk(1), k: () => walk(-1), x: choose } : {})
}
