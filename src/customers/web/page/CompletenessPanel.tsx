import { Progress, Text, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { missingFrom } from '../../completeness.ts'
import { editorOf } from '../../completeness-editor.ts'
import type { CompletenessPart } from '../../settings.ts'
import type { EditablePanelProps } from './customer.ts'
import classes from './page.module.css'
import { Panel } from '../../../platform/web/ui/Panel.tsx'

/** How whole the profile is, what is missing, and what each part would add (rule 1.3); one press leads to adding it. */
export function CompletenessPanel({ customer, onEdit }: EditablePanelProps) {
  const { t } = useTranslation('customer')
  const { score } = customer.completeness
  const parts = customer.completeness.parts as readonly {
    part: CompletenessPart
    weight: number
    present: boolean
  }[]
  const missing = missingFrom(parts)
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  const gain = (weight: number) => t('completeness.gain', { points: Math.round((100 * weight) / whole) })
  return (
    <Panel title={t('completeness.title', { score })}>
      <Progress
        value={score}
        size="sm"
        mb="xs"
        color={score >= 80 ? 'teal' : 'baton'}
        aria-label={t('completeness.title', { score })}
      />
      {missing.length === 0 && <Text size="sm">{t('completeness.whole')}</Text>}
      <ul className={classes['missing']}>
        {missing.map(({ part, weight }) => (
          <li key={part}>
            {customer.may.change ? (
              <UnstyledButton className={classes['missingLink'] ?? ''} onClick={() => onEdit(editorOf[part])}>
                <span>{t(`completeness.add.${part}`)}</span>
                <span className={classes['gain']}>
                  {gain(weight)} <IconChevronRight size={14} aria-hidden />
                </span>
              </UnstyledButton>
            ) : (
              <span className={classes['missingLine']}>
                <span>{t(`completeness.part.${part}`)}</span>
                <span className={classes['gain']}>{gain(weight)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
