import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Glance.module.css'

type Props = {
  /** What it is, in a word or two. */
  label: string
  /** How it stands; null when that isn't known, which is never shown as none or zero. */
  value: ReactNode
  /** A line below: since when, until when, out of how much. */
  detail?: ReactNode
  /** In place of the value when it isn't known. */
  unknown?: string
  /** Needs somebody: said by weight and colour. */
  needsCare?: boolean
}

/** One fact at the head of a page. To stand among others in <Glances>. */
export function Glance({ label, value, detail, unknown, needsCare = false }: Props) {
  return (
    <div className={classes['fact']}>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <dd className={classes['said']}>
        {value === null ? (
          <span className={classes['unknown']}>{unknown}</span>
        ) : (
          <span className={classes['value']} data-care={needsCare}>
            {value}
          </span>
        )}
        {detail !== undefined && detail !== null && (
          <Text component="span" size="xs" c="dimmed" className={classes['detail'] ?? ''}>
            {detail}
          </Text>
        )}
      </dd>
    </div>
  )
}

/** The facts that tell a story before anything is scrolled; in the order of their need. */
export function Glances({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label}>
      <dl className={classes['facts']}>{children}</dl>
    </section>
  )
}
