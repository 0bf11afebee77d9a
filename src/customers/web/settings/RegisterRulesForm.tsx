import { Button, Fieldset, Group, NumberInput, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { fieldSentencesOf } from '../../../platform/web/request/sentence.ts'
import { RuleNumber } from '../../../platform/web/ui/RuleNumber.tsx'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { completenessParts } from '../../settings.ts'

type Props = { settings: components['schemas']['CompanySettings']; onSaved: () => Promise<unknown> }

/** Stale days, weights of completeness (rule 1.3), and the personal group with its purpose and legal basis (rule 1.2). */
export function RegisterRulesForm({ settings, onSaved }: Props) {
  const { t } = useTranslation(['customers', 'customer'])
  const { staleDays, weights, personalGroup: group } = settings.customers
  const form = useForm({
    initialValues: {
      staleDays,
      weights,
      personalGroup: { ...group, purpose: group.purpose ?? '', legalBasis: group.legalBasis ?? '' },
    },
  })
  const save = api.useMutation('patch', '/api/company/settings', {
    onSuccess: async () => {
      await onSaved()
      say(t('rules.saved'))
    },
    onError: (error) => {
      const sentences = Object.entries(fieldSentencesOf(error))
      form.setErrors(
        Object.fromEntries(sentences.map(([name, text]) => [name.replace(/^customers\./, ''), text])),
      )
      sayProblem(error)
    },
  })
  const submit = form.onSubmit(({ personalGroup, ...rest }) => {
    const { purpose, legalBasis } = personalGroup
    const stated = { ...personalGroup, purpose: purpose || null, legalBasis: legalBasis || null }
    save.mutate({ body: { version: settings.version, customers: { ...rest, personalGroup: stated } } })
  })
  const rule = (name: string, sentence: (days: string) => string, max: number) => {
    const { value, onChange, error } = form.getInputProps(name)
    const field = { value, onChange, error, sentence, min: 1, max }
    return <RuleNumber {...field} disabled={!settings.mayChange} />
  }
  const weight = (name: string, label: string) => (
    <NumberInput
      key={name}
      label={label}
      min={0}
      max={100}
      allowDecimal={false}
      disabled={!settings.mayChange}
      {...form.getInputProps(name)}
    />
  )
  const { on } = form.values.personalGroup
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {rule('staleDays', (days) => t('rules.staleDays', { days }), 3650)}
        <Fieldset legend={t('rules.weights')}>
          <SimpleGrid cols={{ base: 2, md: 3 }}>
            {completenessParts.map((part) =>
              weight(`weights.${part}`, t(`customer:completeness.part.${part}`)),
            )}
          </SimpleGrid>
        </Fieldset>
        <Switch
          label={t('rules.personalOn')}
          disabled={!settings.mayChange}
          {...form.getInputProps('personalGroup.on', { type: 'checkbox' })}
        />
        {on && (
          <>
            <TextInput
              label={t('rules.purpose')}
              required
              maxLength={500}
              {...form.getInputProps('personalGroup.purpose')}
            />
            <TextInput
              label={t('rules.legalBasis')}
              required
              maxLength={500}
              {...form.getInputProps('personalGroup.legalBasis')}
            />
            {rule('personalGroup.expiryDays', (days) => t('rules.expiryDays', { days }), 1825)}
          </>
        )}
        {settings.mayChange && (
          <Group>
            <Button type="submit" variant="default" disabled={!form.isDirty()} loading={save.isPending}>
              {t('rules.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
