import { Button, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { FilterChoices } from './FilterChoices.tsx'
import type { Choice } from './filters.ts'

type Props = {
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  /** Open from the start, as the one just asked for. */
  begins?: boolean
  onClose?: () => void
}

/** One filter: a button that says what is chosen, and behind it the choices. */
export function FilterMenu({ label, choices, chosen, onChange, begins = false, onClose }: Props) {
  const { t } = useTranslation('customers')
  const { list } = useFormats()
  const [opened, open] = useState(begins)
  const said = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.label)
  const words =
    chosen.length === 0
      ? label
      : said.length === chosen.length && said.length <= 2
        ? list(said)
        : t('filterCount', { label, count: chosen.length })
  return (
    <Popover
      position="bottom-start"
      shadow="md"
      width={280}
      trapFocus
      opened={opened}
      onChange={open}
      {...(onClose === undefined ? {} : { onClose })}
    >
      <Popover.Target>
        <Button
          size="xs"
          maw={260}
          variant={chosen.length === 0 ? 'default' : 'light'}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={chosen.length === 0 ? label : `${label}: ${words}`}
          onClick={() => open(!opened)}
        >
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <FilterChoices label={label} choices={choices} chosen={chosen} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  )
}
