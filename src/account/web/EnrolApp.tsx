import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { BackupCodes } from './BackupCodes.tsx'
import { QrCode } from './QrCode.tsx'
import { useSecondFactor } from './useSecondFactor.ts'

type Props = { offer: { uri: string; backupCodes: string[] }; close: () => void }

/** The QR code for the app, the backup codes, and a first code as proof that it works. */
export function EnrolApp({ offer, close }: Props) {
  const { t } = useTranslation('account')
  const { confirm } = useSecondFactor(close)
  const form = useForm({ initialValues: { code: '' } })
  const secret = new URL(offer.uri).searchParams.get('secret') ?? ''
  return (
    <form onSubmit={form.onSubmit(({ code }) => confirm.mutate({ body: { code } }))}>
      <Stack>
        <Text>{t('enrol.scan')}</Text>
        <QrCode text={offer.uri} label={t('enrol.qr')} />
        <Text size="sm" c="dimmed">
          {t('enrol.byHand')} <Code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Code>
        </Text>
        <BackupCodes codes={offer.backupCodes} />
        <TextInput
          label={t('enrol.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <FormProblem error={confirm.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={confirm.isPending}>
            {t('factor.switchOn')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
