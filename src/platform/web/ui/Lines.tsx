import type { ReactNode } from 'react'
import classes from './Lines.module.css'

/** A short list of things, each with what can be done with it at the right. */
export function Lines({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes['lines']} aria-label={label}>
      {children}
    </ul>
  )
}

type Props = { mark?: ReactNode; title: ReactNode; detail?: ReactNode; action?: ReactNode }

export function Line({ mark, title, detail, action }: Props) {
  return (
    <li className={classes['line']}>
      {mark !== undefined && (
        <span className={classes['mark']} aria-hidden>
          {mark}
        </span>
      )}
      <span className={classes['words']}>
        <span className={classes['title']}>{title}</span>
        {detail !== undefined && <span className={classes['detail']}>{detail}</span>}
      </span>
      {action}
    </li>
  )
}
