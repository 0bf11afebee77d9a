import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { Choice } from './filters.ts'
import classes from './list.module.css'

type Props = {
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** The choices of one filter with how many customers each has; long lists can be searched. */
export function FilterChoices({ label, choices, chosen, onChange }: Props) {
  const { t } = useTranslation('customers')
  const { number } = useFormats()
  const [wanted, setWanted] = useState('')
  const folded = fold(wanted)
  const shown = choices.filter((choice) => fold(choice.label).includes(folded))
  return (
    <>
      {choices.length > 8 && (
        <TextInput
          size="xs"
          mb="xs"
          placeholder={t('filterFind')}
          aria-label={t('filterFind')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <Checkbox.Group aria-label={label} value={[...chosen]} onChange={onChange}>
        <Stack gap={0} className={classes['choices']}>
          {shown.map((choice) => (
            <Group key={choice.value} justify="space-between" wrap="nowrap" className={classes['choice']}>
              <Checkbox size="xs" value={choice.value} label={choice.label} />
              {choice.count !== undefined && (
                <Text size="xs" c="dimmed" aria-hidden>
                  {number(choice.count)}
                </Text>
              )}
            </Group>
          ))}
        </Stack>
      </Checkbox.Group>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('filterNothing')}
        </Text>
      )}
      {chosen.length > 0 && (
        <Button size="compact-sm" variant="subtle" mt={6} onClick={() => onChange([])}>
          {t('filterClear')}
        </Button>
      )}
    </>
  )
}

/** Without accents and capitals, so that "malaga" finds Málaga. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()
}
