import { Button } from '@mantine/core'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { paths } from '../paths.ts'

/** The two ways in which customers come in: a file, or one by hand. */
export function NewCustomers() {
  const { t } = useTranslation('customers')
  const may = useMay()
  return (
    <>
      {may('customers.import') && (
        <Button
          component={Link}
          to={paths.imports}
          variant="default"
          leftSection={<IconUpload size={16} aria-hidden />}
        >
          {t('import')}
        </Button>
      )}
      {may('customers.register') && (
        <Button component={Link} to={paths.register} leftSection={<IconPlus size={16} aria-hidden />}>
          {t('register')}
        </Button>
      )}
    </>
  )
}
