import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { paths } from '../paths.ts'

/** How a customer comes in by hand, for those who may. */
export function NewCustomers() {
  const { t } = useTranslation('customers')
  const may = useMay()
  if (!may('customers.register')) return null
  return (
    <Button component={Link} to={paths.register} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('register')}
    </Button>
  )
}
