import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isLanguage, languages } from '../../platform/web/language/languages.ts'
import { useChooseLanguage } from '../frame/useChooseLanguage.ts'

/** Language, and light or dark. */
export function Appearance() {
  const { t, i18n } = useTranslation('shell')
  const choose = useChooseLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Stack gap={4}>
        <Text size="sm" fw={550} id="choose-language">
          {t('language')}
        </Text>
        <SegmentedControl
          aria-labelledby="choose-language"
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          value={i18n.language}
          onChange={(language) => isLanguage(language) && void choose(language)}
        />
      </Stack>
      <Stack gap={4}>
        <Text size="sm" fw={550} id="choose-colours">
          {t('colours.label')}
        </Text>
        <SegmentedControl
          aria-labelledby="choose-colours"
          data={(['light', 'dark', 'auto'] as const).map((value) => ({
            value,
            label: t(`colours.${value}`),
          }))}
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as 'light' | 'dark' | 'auto')}
        />
      </Stack>
    </>
  )
}
