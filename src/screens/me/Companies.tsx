import { Badge, Button } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../people/web/useMe.ts'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { useSwitchCompany } from '../frame/useSwitchCompany.ts'

/** The companies I belong to; one press changes to another. */
export function Companies() {
  const { t } = useTranslation('shell')
  const { company, companies } = useMe()
  const switchTo = useSwitchCompany()
  return (
    <Lines label={t('company.label')}>
      {companies.map(({ id, name }) => (
        <Line
          key={id}
          mark={<IconBuilding size={20} stroke={1.6} />}
          title={name}
          action={
            id === company.id ? (
              <Badge variant="light" tt="none">
                {t('company.here')}
              </Badge>
            ) : (
              <Button
                variant="default"
                size="xs"
                aria-label={t('palette.company', { name })}
                onClick={() => void switchTo(id)}
              >
                {t('company.change')}
              </Button>
            )
          }
        />
      ))}
    </Lines>
  )
}
