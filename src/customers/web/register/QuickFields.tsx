import { Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChannelSelect } from '../page/ChannelSelect.tsx'
import type { ProfileForm } from '../page/ProfileFields.tsx'

/** What is asked for at the door: a few fields below each other, for one thumb. */
export function QuickFields({ form }: { form: ProfileForm }) {
  const { t } = useTranslation('customer')
  return (
    <Stack gap="sm">
      <TextInput label={t('field.name')} required {...form.getInputProps('name')} />
      <TextInput label={t('field.phone')} type="tel" {...form.getInputProps('phone')} />
      <TextInput label={t('field.street')} {...form.getInputProps('street')} />
      <TextInput label={t('field.city')} {...form.getInputProps('city')} />
      <ChannelSelect label={t('field.channel')} {...form.getInputProps('channel')} />
    </Stack>
  )
}
