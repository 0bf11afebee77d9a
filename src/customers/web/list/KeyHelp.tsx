import { ActionIcon, Kbd, Popover, Stack, Switch, Text, Tooltip } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './list.module.css'

const keys = [
  ['/', 'search'],
  ['j', 'next'],
  ['k', 'before'],
  ['x', 'choose'],
  ['Enter', 'open'],
] as const

/** Which keys the list knows, and the switch for those who don't want single letters to do things. */
export function KeyHelp({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { t } = useTranslation('customers')
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={t('keys.label')}>
          <ActionIcon variant="default" size={30} aria-label={t('keys.label')}>
            <IconKeyboard size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <dl className={classes['keys']}>
            {keys.map(([key, name]) => (
              <div key={key}>
                <dt>
                  <Kbd>{key}</Kbd>
                </dt>
                <Text component="dd" size="sm">
                  {t(`keys.${name}`)}
                </Text>
              </div>
            ))}
          </dl>
          <Switch
            size="xs"
            label={t('keys.on')}
            checked={isOn}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
