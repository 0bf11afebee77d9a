import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { mailChoices } from '../mail-choices.ts'

/** Whether and when notices also come by mail; saves at once. */
export function MailSetting() {
  const { t } = useTranslation('notices')
  const queries = useQueryClient()
  const settings = api.useQuery('get', '/api/me/notices')
  const change = api.useMutation('put', '/api/me/notices', {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/me/notices'] })
      say(t('settings.saved'))
    },
    onError: sayProblem,
  })
  return (
    <Loaded query={settings}>
      {({ mail, canMail }) => {
        const shown = change.isPending ? change.variables.body.mail : mail
        return (
          <Stack gap={4}>
            <Text size="sm" fw={550} id="mail-notices">
              {t('settings.label')}
            </Text>
            <SegmentedControl
              aria-labelledby="mail-notices"
              data={mailChoices.map((value) => ({ value, label: t(`settings.${value}`) }))}
              value={shown}
              onChange={(value) => change.mutate({ body: { mail: value as typeof mail } })}
            />
            <Text size="sm" c="dimmed">
              {canMail ? t(`settings.${shown}Text`) : t('settings.noMail')}
            </Text>
          </Stack>
        )
      }}
    </Loaded>
  )
}
