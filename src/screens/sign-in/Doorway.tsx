import { Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { Mark } from '../frame/Mark.tsx'
import classes from './Doorway.module.css'

/** The page before one is inside: the mark, a title and one thing to fill in. */
export function Doorway({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Relevo`
  }, [title])
  return (
    <main className={classes['page']}>
      <div className={classes['card']}>
        <Mark size={44} />
        <Title order={1}>{title}</Title>
        {children}
      </div>
    </main>
  )
}
