import { useTranslation } from 'react-i18next'
import type { Coverage, CoveragePart } from '../../ownership/web/coverage-types.ts'
import { PartLine } from '../../ownership/web/PartLine.tsx'
import classes from '../../ownership/web/PartLine.module.css'
import { Section } from '../../platform/web/ui/Section.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'

/** The teams and people below, each leading to its own coverage. */
export function Parts({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('coverage')
  const title = t(coverage.scope === 'team' ? 'parts.people' : 'parts.all')
  return (
    <Section title={title} text={t('parts.text')}>
      <ul className={classes['lines']} aria-label={title}>
        {coverage.parts.map((part) => (
          <PartLine
            key={part.id}
            part={part}
            currency={coverage.currency}
            link={
              <TextLink to={paths.coverage} search={searchOf(part)} fw={600}>
                {part.name}
              </TextLink>
            }
          />
        ))}
      </ul>
    </Section>
  )
}

function searchOf({ kind, id }: CoveragePart) {
  return kind === 'team' ? { team: id } : { person: id }
}
