import { Table, VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { PeopleTabs } from './PeopleTabs.tsx'

/** Who may do what, in sentences, as the program decides it (rule 10.1). */
export function RightsScreen() {
  const { t } = useTranslation(['people', 'account', 'shell'])
  const { list } = useFormats()
  const query = api.useQuery('get', '/api/permissions')
  return (
    <>
      <PageHeader title={t('tabs.rights')} subtitle={t('rights.text')} />
      <PeopleTabs here="rights" />
      <Loaded query={query}>
        {({ permissions, roles }) => (
          <Table.ScrollContainer minWidth={720}>
            <Table stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('rights.what')}</Table.Th>
                  {roles.map(({ role }) => (
                    <Table.Th key={role} ta="center">
                      {t(`shell:roles.${role}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {permissions.map((one) => (
                  <Table.Tr key={one.name}>
                    <Table.Th scope="row" fw={400}>
                      {t(`account:scopes.${one.name.replaceAll('.', '-')}` as never)}
                    </Table.Th>
                    {roles.map(({ role }) => (
                      <Table.Td key={role} ta="center">
                        {one.roles.includes(role) && (
                          <>
                            <IconCheck size={16} aria-hidden />
                            <VisuallyHidden>{t('rights.yes')}</VisuallyHidden>
                          </>
                        )}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
                <Table.Tr>
                  <Table.Th scope="row" fw={400}>
                    {t('rights.givenBy')}
                  </Table.Th>
                  {roles.map(({ role, givenBy }) => (
                    <Table.Td key={role} ta="center" fz="xs">
                      {list(givenBy.map((giver) => t(`shell:roles.${giver}`)))}
                    </Table.Td>
                  ))}
                </Table.Tr>
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Loaded>
    </>
  )
}
