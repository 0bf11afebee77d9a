import { Fieldset, Select, SimpleGrid, TagsInput, TextInput, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { api } from '../../../platform/web/request/client.ts'
import { CountrySelect } from '../../../platform/web/choice/CountrySelect.tsx'
import { fieldSavedHow } from '../../protected.ts'
import type { ProfileField, ProfileText, ProfileValues } from '../../profile-form.ts'
import { ChannelSelect } from './ChannelSelect.tsx'
import type { Customer } from './customer.ts'
import { ParentSelect } from './ParentSelect.tsx'

export type ProfileForm = UseFormReturnType<ProfileValues>
/** `customer`: the one that is changed; absent for a new one, of which nothing is protected yet. */
type Props = { form: ProfileForm; customer?: Customer }

/** The fields of a profile, in the groups in which people think of them. */
export function ProfileFields({ form, customer }: Props) {
  const { t } = useTranslation('customer')
  const me = useMe()
  const territories = api.useQuery('get', '/api/territories').data?.territories ?? []
  const given = (field: ProfileField) => ({
    label: t(`field.${field}`),
    'data-field': field,
    ...(customer !== undefined && fieldSavedHow(field, null, me.may) === 'request'
      ? { description: t('needsYes') }
      : {}),
    ...form.getInputProps(field),
  })
  const text = (field: ProfileText, more: object = {}) => <TextInput {...given(field)} {...more} />
  return (
    <>
      <Fieldset legend={t('group.what')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {text('name', { required: true })}
          {text('legalName')}
          {text('taxId')}
          {text('code')}
          <ChannelSelect {...given('channel')} />
          <ParentSelect {...given('parentId')} {...(customer === undefined ? {} : { of: customer })} />
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={t('group.where')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {text('street', { autoComplete: 'off' })}
          {text('postalCode')}
          {text('city')}
          {text('region')}
          <CountrySelect clearable {...given('country')} />
          <Select
            searchable
            clearable
            data={territories.map(({ id, name }) => ({ value: id, label: name }))}
            {...given('territoryId')}
            value={form.values.territoryId === '' ? null : form.values.territoryId}
            onChange={(value) => form.setFieldValue('territoryId', value ?? '')}
          />
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={t('group.reach')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {text('phone', { type: 'tel' })}
          {text('email', { type: 'email' })}
          {text('website', { inputMode: 'url' })}
          {text('fax', { type: 'tel' })}
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={t('group.terms')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {text('creditLimit', { inputMode: 'decimal' })}
          {text('paymentDays', { inputMode: 'numeric' })}
        </SimpleGrid>
      </Fieldset>
      <TagsInput maxTags={30} {...given('tags')} />
      <Textarea autosize minRows={2} maxRows={8} maxLength={4000} {...given('note')} />
    </>
  )
}
