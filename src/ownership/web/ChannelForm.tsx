import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { fieldSentencesOf } from '../../platform/web/request/sentence.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { type ChannelKind, channelKinds } from '../coverage.ts'
import { useRefreshCoverage } from './useRefreshCoverage.ts'

type Props = {
  /** Whom it is for, in words. */
  title: string
  selection: components['schemas']['Selection']
  onClose: () => void
}

/** Notes a way in which one or many customers reach the company without their salesperson (rule 2.6). */
export function ChannelForm({ title, selection, onClose }: Props) {
  const { t } = useTranslation('coverage')
  const refresh = useRefreshCoverage()
  const [kind, setKind] = useState<ChannelKind>('company-number')
  const [value, setValue] = useState('')
  const add = api.useMutation('post', '/api/customers/channels', {
    onSuccess: async ({ added }) => {
      await refresh()
      say(t('channel.added', { count: added }))
      onClose()
    },
  })
  const isWrong = fieldSentencesOf(add.error)['channel.value'] !== undefined
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ body: { selection, channel: { kind, value } } })
        }}
      >
        <Stack>
          <Select
            label={t('channel.kind')}
            data={channelKinds.map((one) => ({ value: one, label: t(`channel.kinds.${one}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(chosen) => setKind(channelKinds.find((one) => one === chosen) ?? kind)}
          />
          <TextInput
            label={t(`channel.value.${kind}`)}
            description={t(`channel.hint.${kind}`)}
            required
            maxLength={200}
            value={value}
            inputMode={kind === 'company-number' ? 'tel' : kind === 'shared-mailbox' ? 'email' : 'text'}
            error={isWrong ? t(`channel.wrong.${kind}`) : undefined}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('channel.why')}
          </Text>
          {!isWrong && <FormProblem error={add.error} />}
          <Button type="submit" loading={add.isPending} disabled={value.trim() === ''}>
            {t('channel.add')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
