import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCalendarPlus, IconCopy } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'

/** The secret address of my calendar: made, copied this once, made anew, ended. */
export function CalendarAddress() {
  const { t } = useTranslation('calendar')
  const { instant } = useFormats()
  const queries = useQueryClient()
  const clipboard = useClipboard({ timeout: 3000 })
  const state = api.useQuery('get', '/api/me/calendar')
  const again = () => queries.invalidateQueries({ queryKey: ['get', '/api/me/calendar'] })
  const make = api.useMutation('post', '/api/me/calendar', { onSuccess: again, onError: sayProblem })
  const revoke = api.useMutation('delete', '/api/me/calendar', {
    onSuccess: async () => {
      make.reset()
      await again()
      say(t('ended'))
    },
    onError: sayProblem,
  })
  const address = make.data?.address
  return (
    <Loaded query={state}>
      {({ madeAt }) => (
        <Stack align="flex-start">
          {address !== undefined && (
            <>
              <Text>{t('once')}</Text>
              <Code block w="100%" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                {address}
              </Code>
              <Button leftSection={<IconCopy size={16} />} onClick={() => clipboard.copy(address)}>
                {t(clipboard.copied ? 'copied' : 'copy')}
              </Button>
            </>
          )}
          {address === undefined && (
            <Text c="dimmed">{madeAt === null ? t('none') : t('there', { when: instant(madeAt) })}</Text>
          )}
          <Group>
            <Button
              variant="default"
              leftSection={<IconCalendarPlus size={16} />}
              loading={make.isPending}
              onClick={() => make.mutate({})}
            >
              {t(madeAt === null ? 'make' : 'makeAnew')}
            </Button>
            {madeAt !== null && (
              <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate({})}>
                {t('end')}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Loaded>
  )
}
