import { Box } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { usePlaces } from '../frame/usePlaces.ts'

/** On a phone, the places that have none at the bottom. */
export function OtherPlaces() {
  const { t } = useTranslation('shell')
  const { open } = usePlaces()
  const others = open.filter(({ onPhone }) => onPhone !== true)
  if (others.length === 0) return null
  return (
    <Box hiddenFrom="sm">
      <Section title={t('places.others')}>
        <Lines label={t('places.others')}>
          {others.map(({ name, to, icon: Icon }) => (
            <Line
              key={name}
              mark={<Icon size={20} stroke={1.6} />}
              title={<TextLink to={to}>{t(`places.${name}`)}</TextLink>}
            />
          ))}
        </Lines>
      </Section>
    </Box>
  )
}
