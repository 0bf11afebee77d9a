import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { OwnerName } from '../OwnerName.tsx'
import { useLines } from '../assign/useLines.ts'
import classes from './page.module.css'

/** Who is responsible for each line of business today; nothing in a company that has no lines (rule 2.2). */
export function LineHolders({ customerId }: { customerId: string }) {
  const { t } = useTranslation(['lines', 'customer'])
  const lines = useLines()
  const params = { path: { id: customerId } }
  const { data } = api.useQuery('get', '/api/customers/{id}/ownership', { params })
  if (lines.length === 0 || data === undefined) return null
  const { today } = data
  const now = data.lanes.flatMap(({ line, role, seat, periods }) => {
    const holds = periods.find(({ from, until }) => from <= today && (until === null || until > today))
    const isShown = holds !== undefined && (role === 'owner' || holds.person !== null)
    return isShown ? [{ line, role, seat, person: holds.person }] : []
  })
  return (
    <ul className={classes['people']}>
      {lines.map(({ code, name }) => {
        const own = now.filter(({ line }) => line === code)
        return (
          <li key={code}>
            <Text size="sm" fw={550}>
              {name}
            </Text>
            {own.every(({ role }) => role !== 'owner') && (
              <Text size="sm" c="dimmed">
                {t('lines:follows')}
              </Text>
            )}
            {own.map(({ role, seat, person }) => (
              <Group key={`${role} ${seat}`} justify="space-between" wrap="nowrap" mt={4}>
                <OwnerName person={person} />
                <Text size="sm" c="dimmed">
                  {t(`customer:role.${role}`)}
                </Text>
              </Group>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
