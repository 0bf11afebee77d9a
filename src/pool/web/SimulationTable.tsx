import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import classes from './pool.module.css'
import type { Simulated } from './types.ts'

type Compared = Pick<Simulated, 'now' | 'tried'>
/** People beyond these are counted, not named. */
const named = 8

const happens = ({ now, tried }: Compared) => now.returned + tried.returned + tried.announced > 0

/** The same by tier and by owner: announced, returned, and what today's rules would return. */
export function SimulationTable({ simulated }: { simulated: Simulated }) {
  const { t } = useTranslation('pool')
  const { tiers, people } = simulated
  return (
    <Table.ScrollContainer minWidth={300} type="native">
      <Table verticalSpacing={4}>
        <Table.Caption ta="start">{t('sim.table')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('sim.whose')}</Table.Th>
            {(['announced', 'return', 'now'] as const).map((name) => (
              <Table.Th key={name} scope="col" className={classes['number'] ?? ''}>
                {t(`sim.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tiers.filter(happens).map((row) => (
            <Row
              key={row.tier}
              name={row.tier === 'none' ? t('noTier') : t('tierIs', { tier: row.tier })}
              {...row}
            />
          ))}
          {people.slice(0, named).map((row) => (
            <Row key={row.person.id} name={row.person.name} {...row} />
          ))}
        </Table.Tbody>
      </Table>
      {people.length > named && (
        <Text size="sm" c="dimmed">
          {t('sim.others', { count: people.length - named })}
        </Text>
      )}
    </Table.ScrollContainer>
  )
}

function Row({ name, now, tried }: { name: string } & Compared) {
  const { number } = useFormats()
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {name}
      </Table.Th>
      {[tried.announced, tried.returned, now.returned].map((figure, place) => (
        <Table.Td key={place} className={classes['number'] ?? ''}>
          {number(figure)}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}
