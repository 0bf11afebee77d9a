import { Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DropFile } from '../../imports/web/DropFile.tsx'
import { ImportsBefore } from '../../imports/web/ImportsBefore.tsx'
import { Templates } from '../../imports/web/Templates.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
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
      <Templates />
      <ImportsBefore to={importPath} onUndoing={(id) => void navigate({ to: importPath(id) })} />
    </Stack>
  )
}
