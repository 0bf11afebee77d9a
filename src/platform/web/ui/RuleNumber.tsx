import { NumberInput, Text } from '@mantine/core'
import { type ComponentProps, useId } from 'react'
import classes from './RuleNumber.module.css'

type Props = Pick<ComponentProps<typeof NumberInput>, 'min' | 'max' | 'disabled'> & {
  /** Empty while nothing is typed. */
  value: string | number
  onChange: (value: string | number) => void
  /** Puts what it is given where the number stands: `(n) => t('rules.stale', { days: n })`. */
  sentence: (number: string) => string
  error?: string | undefined
}

const hole = '\uE000'

/** A rule as a sentence whose number is typed where it stands: "A link works for [7] days." */
export function RuleNumber({ sentence, value, onChange, error, ...bounds }: Props) {
  const id = useId()
  const [before = '', after = ''] = sentence(hole).split(hole)
  return (
    <div>
      <div className={classes['rule']}>
        {before.trim() !== '' && <span aria-hidden>{before.trim()}</span>}
        <NumberInput
          {...bounds}
          value={value}
          onChange={(typed) => onChange(typeof typed === 'bigint' ? Number(typed) : typed)}
          className={classes['number'] ?? ''}
          aria-label={sentence('…')}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="blur"
          hideControls
          error={error !== undefined}
          aria-describedby={id}
        />
        {after.trim() !== '' && <span aria-hidden>{after.trim()}</span>}
      </div>
      <Text id={id} size="sm" c="red" role={error === undefined ? undefined : 'alert'}>
        {error}
      </Text>
    </div>
  )
}
