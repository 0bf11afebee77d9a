import { Button, Fieldset, Group, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../people/web/FindPerson.tsx'
import { ProfileFields } from '../../customers/web/page/ProfileFields.tsx'
import { HereField } from '../../customers/web/register/HereField.tsx'
import { QuickFields } from '../../customers/web/register/QuickFields.tsx'
import { Similar, useSimilar } from '../../customers/web/register/Similar.tsx'
import { type Registration, useRegister } from '../../customers/web/register/useRegister.ts'
import { useMay, useMe } from '../../people/web/useMe.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { ClaimedDayField } from '../../ownership/web/register/ClaimedDayField.tsx'
import { WhichOne } from '../../ownership/web/register/WhichOne.tsx'
import { collisionPath, customerPath, paths } from '../paths.ts'

/** Registers a customer: at the door with one hand, at the desk with everything. */
export function RegisterScreen() {
  const may = useMay()
  return may('customers.register') ? <Register /> : <Forbidden />
}

function Register() {
  const { t } = useTranslation(['customer', 'customers'])
  const { person } = useMe()
  const may = useMay()
  const navigate = useNavigate()
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false }) ?? true
  const [isWhole, showWhole] = useState(isWide)
  const registration = useRegister((id) => void navigate({ to: customerPath(id), replace: true }))
  const { form, inCharge, setInCharge, owner, setOwner, submit, isPending, doubt } = registration
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader
        title={t('customers:register')}
        crumbs={[{ label: t('crumb'), to: paths.customers }]}
        actions={
          <SegmentedControl
            size="xs"
            aria-label={t('register.fields')}
            value={isWhole ? 'whole' : 'quick'}
            onChange={(value) => showWhole(value === 'whole')}
            data={[
              { value: 'quick', label: t('register.quick') },
              { value: 'whole', label: t('register.whole') },
            ]}
          />
        }
      />
      <Stack maw="52rem">
        {isWhole ? <ProfileFields form={form} /> : <QuickFields form={form} />}
        <HereField {...registration} />
        <Fieldset legend={t('field.inCharge')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              label={t('register.inChargeName')}
              value={inCharge.name}
              maxLength={200}
              onChange={(event) => setInCharge({ ...inCharge, name: event.currentTarget.value })}
            />
            <TextInput
              label={t('register.inChargePhone')}
              type="tel"
              value={inCharge.phone}
              maxLength={60}
              onChange={(event) => setInCharge({ ...inCharge, phone: event.currentTarget.value })}
            />
          </SimpleGrid>
        </Fieldset>
        {may('customers.assign') && (
          <FindPerson
            label={t('customers:assign.who.owner')}
            nobody={t('customers:pool')}
            value={owner}
            onChange={setOwner}
            known={owner === person.id ? person : null}
          />
        )}
        {isWhole && owner === person.id && (
          <ClaimedDayField value={registration.claimedOn} onChange={registration.setClaimedOn} />
        )}
        <Similar registration={registration} to={customerPath} />
        {doubt === null && (
          <Group>
            <Button type="submit" size="md" loading={isPending}>
              {t('register.save')}
            </Button>
          </Group>
        )}
        {doubt !== null && <Which registration={registration} />}
      </Stack>
    </form>
  )
}

/** The server found what is probably the same: which is it? (rule 2.3) */
function Which({ registration }: { registration: Registration }) {
  const navigate = useNavigate()
  return (
    <WhichOne
      found={useSimilar(registration).filter(({ strong }) => strong)}
      doubt={registration.doubt?.facts ?? {}}
      registration={registration.typed()}
      claimedOn={registration.claimedOn}
      isPending={registration.isPending}
      registerApart={registration.registerApart}
      customerAddress={customerPath}
      caseAddress={collisionPath}
      poolAddress={paths.pool}
      onCase={(id) => void navigate({ to: collisionPath(id) })}
    />
  )
}
