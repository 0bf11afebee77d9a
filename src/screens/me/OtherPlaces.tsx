import { Anchor, Box } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { openPalette } from '../frame/overlay.ts'
import { usePlaces } from '../frame/usePlaces.ts'

/** On a phone, finding anything and the places that have none at the bottom. */
export function OtherPlaces() {
  const { t } = useTranslation('shell')
  const { open } = usePlaces()
  const others = open.filter(({ onPhone }) => onPhone !== true)
  return (
    <Box hiddenFrom="sm">
      <Section title={t('places.others')}>
        <Lines label={t('places.others')}>
          <Line
            mark={<IconSearch size={20} stroke={1.6} />}
            title={
              <Anchor component="button" type="button" onClick={openPalette}>
                {t('palette.label')}
              </Anchor>
            }
          />
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
