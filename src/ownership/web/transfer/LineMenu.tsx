import { Button, Menu, Text, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../../people/web/PersonMark.tsx'
import type { Transfer, TransferLine } from './types.ts'

type Props = {
  line: TransferLine
  transfer: Transfer
  /** Null leaves the customer out. */
  give: (personId: string | null) => void
  somebodyElse: () => void
}

/** Who gets one customer of a draft; pressed, one of the others, somebody else, or nobody. */
export function LineMenu({ line: { customer, successor, former }, transfer, give, somebodyElse }: Props) {
  const { t } = useTranslation('transfers')
  const others = transfer.successors.filter(
    ({ person }) => person.id !== successor?.id && person.id !== former?.id,
  )
  const name = successor?.name ?? t('nobodyYet')
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          size="compact-md"
          variant="default"
          maw={{ base: 176, sm: 320 }}
          leftSection={
            successor === null ? (
              <IconUserQuestion size={18} aria-hidden />
            ) : (
              <PersonMark name={successor.name} colour={successor.colour} size={18} />
            )
          }
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          <VisuallyHidden>{t('lineOf', { customer: customer.name })} </VisuallyHidden>
          <Text component="span" inherit truncate>
            {name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map(({ person }) => (
          <Menu.Item
            key={person.id}
            leftSection={<PersonMark name={person.name} colour={person.colour} size={18} />}
            onClick={() => give(person.id)}
          >
            {person.name}
          </Menu.Item>
        ))}
        <Menu.Item onClick={somebodyElse}>{t('somebodyElse')}</Menu.Item>
        <Menu.Item onClick={() => give(null)}>{t('leaveOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
