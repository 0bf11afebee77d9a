import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './Section.module.css'

type Props = {
  title: string
  /** What it is for, in a sentence. */
  text?: ReactNode
  children: ReactNode
}

/** A part of a page with its name at the left and its content beside it; below each other where it is narrow. */
export function Section({ title, text, children }: Props) {
  const id = useId()
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['name']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {text !== undefined && (
          <Text component="div" size="sm" c="dimmed" mt={4}>
            {text}
          </Text>
        )}
      </div>
      <div className={classes['content']}>{children}</div>
    </section>
  )
}
