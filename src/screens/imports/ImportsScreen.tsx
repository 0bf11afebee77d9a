import { Stack, Table, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DropFile } from '../../imports/web/DropFile.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { importPath } from '../paths.ts'

const needed = ['customers.import', 'people.change', 'products.change', 'orders.import'] as const

/** Where a company's files come in: drop one; below, what came in before (rule 1.6). */
export function ImportsScreen() {
  const { t } = useTranslation('imports')
  const may = useMay()
  const navigate = useNavigate()
  if (!needed.some(may)) return <Forbidden />
  return (
    <Stack gap="lg">
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <DropFile taken={(made) => void navigate({ to: importPath(made.id) })} />
      <Before />
    </Stack>
  )
}

function Before() {
  const { t } = useTranslation('imports')
  const { instant } = useFormats()
  const query = api.useQuery('get', '/api/imports', {}, { staleTime: 0 })
  return (
    <Stack gap="xs">
      <Title order={2}>{t('list.title')}</Title>
      <Loaded query={query}>
        {({ imports }) =>
          imports.length === 0 ? (
            <Text c="dimmed">{t('list.empty')}</Text>
          ) : (
            <Table verticalSpacing="xs">
              <Table.Tbody>
                {imports.map((one) => (
                  <Table.Tr key={one.id}>
                    <Table.Td>
                      <TextLink to={importPath(one.id)}>{one.fileName}</TextLink>
                      <Text size="sm" c="dimmed">
                        {t(`entity.${one.entity}`)} ·{' '}
                        {t('list.by', {
                          name: one.startedBy?.name ?? t('list.program'),
                          when: instant(one.createdAt),
                        })}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Text>{t(`state.${one.state}`)}</Text>
                      {one.doneAt !== null && (
                        <Text size="sm" c="dimmed">
                          {t('summary', one.summary)}
                        </Text>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Loaded>
    </Stack>
  )
}
