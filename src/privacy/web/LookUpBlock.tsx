import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { LiftBlock } from './LiftBlock.tsx'
import { refreshBlockList } from './refresh-block-list.ts'

const reachOf = (typed: string) => (typed.includes('@') ? { email: typed.trim() } : { phone: typed.trim() })

/** Nobody can read the list, so somebody is looked up by phone or e-mail; from there they are put on it or taken off. */
export function LookUpBlock({ mayAdd }: { mayAdd: boolean }) {
  const { t } = useTranslation('privacy')
  const { instant } = useFormats()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const look = api.useMutation('post', '/api/privacy/blocked/find')
  const add = api.useMutation('post', '/api/privacy/blocked', {
    onSuccess: async () => {
      say(t('block.added'))
      setReason('')
      await refreshBlockList()
      look.mutate({ body: reachOf(typed) })
    },
  })
  const found = look.data
  const change = (text: string) => {
    setTyped(text)
    look.reset()
    add.reset()
  }
  return (
    <Stack gap="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          look.mutate({ body: reachOf(typed) })
        }}
      >
        <Group align="end">
          <TextInput
            label={t('block.reach')}
            value={typed}
            onChange={(event) => change(event.currentTarget.value)}
            maxLength={200}
            w={{ base: '100%', sm: '22rem' }}
          />
          <Button type="submit" disabled={typed.trim() === ''} loading={look.isPending}>
            {t('block.find')}
          </Button>
        </Group>
      </form>
      <FormProblem error={look.error} of="privacy" />
      {found !== undefined && (
        <Alert
          variant="light"
          color="gray"
          icon={found.blocked === null ? <IconUserCheck /> : <IconUserOff />}
          title={t(found.blocked === null ? 'block.isNot' : 'block.is')}
        >
          <Stack gap="sm">
            {found.blocked !== null && (
              <>
                <Text size="sm">{t('block.since', { when: instant(found.blocked.addedAt) })}</Text>
                <LiftBlock
                  hash={found.blocked.hash}
                  done={async () => {
                    await refreshBlockList()
                    look.mutate({ body: reachOf(typed) })
                  }}
                />
              </>
            )}
            {found.contacts > 0 && <Text size="sm">{t('block.kept', { count: found.contacts })}</Text>}
            {found.blocked === null && mayAdd && (
              <form
                onSubmit={(event) => {
                  event.preventDefault()
                  add.mutate({ body: { ...reachOf(typed), reason: reason.trim() } })
                }}
              >
                <Group align="end">
                  <TextInput
                    label={t('block.why')}
                    description={t('block.whyText')}
                    value={reason}
                    onChange={(event) => setReason(event.currentTarget.value)}
                    maxLength={500}
                    w={{ base: '100%', sm: '22rem' }}
                  />
                  <Button
                    type="submit"
                    variant="default"
                    disabled={reason.trim() === ''}
                    loading={add.isPending}
                  >
                    {t('block.add')}
                  </Button>
                </Group>
                <FormProblem error={add.error} of="privacy" />
              </form>
            )}
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}
