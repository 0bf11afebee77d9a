import { Button, Group, Menu, Paper, Text } from '@mantine/core'
import { IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../people/web/useMe.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { ListSearch } from '../../list-search.ts'
import { AssignForm, type AssignableRole, assignableRoles } from '../assign/AssignForm.tsx'
import { BulkChange, type BulkField, bulkFields, protectedBulkFields } from './BulkChange.tsx'
import classes from './list.module.css'
import { type Chosen, type Selection, nothingChosen, selectionOf } from './selection.ts'

type Props = {
  chosen: Chosen
  total: number
  search: ListSearch
  onChoose: (chosen: Chosen) => void
  /** Hands the chosen over to others: on a page of its own. */
  handOver: (selection: Selection, count: number) => void
}

/** What can be done with the chosen customers. */
export function BulkBar({ chosen, total, search, onChoose, handOver }: Props) {
  const { t } = useTranslation('customers')
  const { number } = useFormats()
  const may = useMay()
  const [field, setField] = useState<BulkField | null>(null)
  const [role, setRole] = useState<AssignableRole | null>(null)
  const count = chosen.everything ? total : chosen.rows.length
  if (count === 0) return null
  const selection = selectionOf(chosen, search)
  const forget = () => onChoose(nothingChosen)
  const fields = may('customers.change.protected') ? [...bulkFields, ...protectedBulkFields] : bulkFields
  return (
    <Paper component="section" shadow="md" p="xs" className={classes['bulk']} aria-label={t('bulk.label')}>
      <Group justify="space-between">
        <Group gap="sm">
          <Text fw={600}>{t('bulk.chosen', { count, shown: number(count) })}</Text>
          {!chosen.everything && total > chosen.rows.length && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => onChoose({ rows: chosen.rows, everything: true })}
            >
              {t('bulk.everything', { shown: number(total) })}
            </Button>
          )}
        </Group>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={forget}>
            {t('bulk.none')}
          </Button>
          {may('customers.assign') && (
            <Button size="xs" variant="default" onClick={() => handOver(selection, count)}>
              {t('bulk.handOver')}
            </Button>
          )}
          {may('customers.assign') && (
            <BulkMenu
              label={t('bulk.assign')}
              items={assignableRoles.map((name) => ({
                name,
                label: t(`bulk.role.${name}`),
                choose: () => setRole(name),
              }))}
            />
          )}
          <BulkMenu
            label={t('bulk.change')}
            items={fields.map((name) => ({
              name,
              label: t(`bulk.field.${name}`),
              choose: () => setField(name),
            }))}
          />
        </Group>
      </Group>
      {field !== null && (
        <BulkChange
          field={field}
          count={count}
          selection={selection}
          onClose={() => setField(null)}
          onDone={forget}
        />
      )}
      {role !== null && (
        <AssignForm
          role={role}
          count={count}
          selection={selection}
          onClose={() => setRole(null)}
          onDone={forget}
        />
      )}
    </Paper>
  )
}

type Item = { name: string; label: string; choose: () => void }

function BulkMenu({ label, items }: { label: string; items: readonly Item[] }) {
  return (
    <Menu position="top-end" shadow="md">
      <Menu.Target>
        <Button size="xs" rightSection={<IconChevronUp size={14} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item key={item.name} onClick={item.choose}>
            {item.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
