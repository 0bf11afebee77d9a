import { Menu, Tooltip, UnstyledButton } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../people/web/useMe.ts'
import classes from './CompanySwitch.module.css'
import { Mark } from './Mark.tsx'
import { useSwitchCompany } from './useSwitchCompany.ts'

/** The mark at the top of the rail; where a person belongs to several companies, it changes between them. */
export function CompanySwitch() {
  const { t } = useTranslation('shell')
  const { company, companies } = useMe()
  const switchTo = useSwitchCompany()
  if (companies.length < 2) {
    return (
      <div className={classes['mark']}>
        <Mark />
      </div>
    )
  }
  return (
    <Menu position="right-start" withinPortal>
      <Menu.Target>
        <Tooltip label={company.name} position="right">
          <UnstyledButton
            className={classes['button']}
            aria-label={t('company.switch', { company: company.name })}
          >
            <Mark />
            <IconSelector size={14} aria-hidden />
          </UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('company.label')}</Menu.Label>
        {companies.map(({ id, name }) => (
          <Menu.Item
            key={id}
            aria-current={id === company.id ? 'true' : undefined}
            rightSection={id === company.id ? <IconCheck size={16} aria-hidden /> : undefined}
            onClick={() => void switchTo(id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
