import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { Payment } from './types.ts'
import classes from './money.module.css'

/** The receipt of a payment, as a text that can be copied or sent. */
export function Receipt({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const { t } = useTranslation('money')
  const { company } = useMe()
  const { day, money } = useFormats()
  const clipboard = useClipboard()
  const { amountMinor, currency, usedMinor } = payment
  const sum = money(amountMinor, currency)
  const text = [
    company.name,
    t('receipt.line', { amount: sum, name: payment.customer.name ?? '', day: day(payment.paidOn) }),
    t('receipt.method', { method: t(`methods.${payment.method}`) }),
    ...(payment.collectedBy === null ? [] : [t('receipt.by', { name: payment.collectedBy.name })]),
    ...payment.settles.map((one) =>
      t(one.openMinor === 0 ? 'receipt.settled' : 'receipt.part', {
        code: one.code,
        amount: money(one.amountMinor, currency),
        left: money(one.openMinor, currency),
      }),
    ),
    ...(usedMinor < amountMinor
      ? [t('receipt.unused', { amount: money(amountMinor - usedMinor, currency) })]
      : []),
    t('receipt.number', { number: payment.code ?? payment.id.slice(-8).toUpperCase() }),
  ].join('\n')
  const canShare = typeof navigator.share === 'function'
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('receipt.title', { amount: sum })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack>
        <Text className={classes['receipt'] ?? ''} aria-label={t('receipt.text')} role="note">
          {text}
        </Text>
        <Group>
          <Button onClick={() => clipboard.copy(text)}>
            {t(clipboard.copied ? 'receipt.copied' : 'receipt.copy')}
          </Button>
          {canShare && (
            <Button variant="default" onClick={() => void navigator.share({ text }).catch(() => undefined)}>
              {t('receipt.share')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('shell:close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
