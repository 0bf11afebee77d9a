import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'

type Entry = components['schemas']['TimelineEntry']

/** Makes the sentence of what happened: who did what to whom. The values stand below it. */
export function useTimelineSentence(): (entry: Entry) => string {
  const { t, i18n } = useTranslation(['customer', 'timeline'])
  const { list, day, money } = useFormats()
  return (entry) => {
    const who = entry.person?.name ?? t('byProgram')
    const fields = list(entry.changes.map(({ field }) => t(`field.${field}`, { defaultValue: field })))
    const unnamed = entry.kind === 'merge' ? t('timeline.merge.another') : ''
    const facts = { who, fields, subject: entry.subject ?? unnamed }
    if (entry.kind === 'ownership') {
      const { role, fromDay, to } = entry.facts as {
        role: string
        fromDay: string
        to: { name: string } | null
      }
      const said = to === null ? (role === 'owner' ? 'toPool' : 'ended') : 'to'
      return t(`timeline.ownership.${said}`, {
        ...facts,
        role: t(`role.${role}`),
        name: to?.name ?? '',
        day: day(fromDay),
        cause: t(`cause.${entry.cause}`, { defaultValue: entry.cause }),
      })
    }
    const ofOthers = `timeline:${entry.kind}.${entry.what}`
    if (i18n.exists(ofOthers))
      return t(ofOthers as 'timeline:other', { ...facts, ...shown(entry.facts, day, money) })
    const byCause = `timeline.cause.${entry.cause}.${entry.what}`
    if (i18n.exists(`customer:${byCause}`)) return t(byCause, facts)
    return t(`timeline.${entry.kind}.${entry.what}`, {
      ...facts,
      defaultValue: t('timeline.other', { ...facts, kind: t(`timeline.kind.${entry.kind}`) }),
    })
  }
}

type Facts = Entry['facts']

/** Facts of other features as they are read: days as days, an amount in its currency. */
function shown(
  facts: Facts,
  day: (on: string) => string,
  money: (minor: number, currency: string) => string,
): Facts {
  const written = Object.entries(facts).map(([name, fact]) =>
    name.endsWith('On') && typeof fact === 'string' ? [name, day(fact)] : [name, fact],
  )
  const { amountMinor, currency } = facts
  const amount =
    typeof amountMinor === 'number' && typeof currency === 'string' ? money(amountMinor, currency) : ''
  return { ...(Object.fromEntries(written) as Facts), amount }
}
