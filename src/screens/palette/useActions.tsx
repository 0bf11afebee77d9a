import { useMantineColorScheme } from '@mantine/core'
import {
  IconBuilding,
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '../../people/web/useMe.ts'
import { languages } from '../../platform/web/language/languages.ts'
import { useChooseLanguage } from '../frame/useChooseLanguage.ts'
import { usePlaces } from '../frame/usePlaces.ts'
import { useSignOut } from '../frame/useSignOut.ts'
import { useSwitchCompany } from '../frame/useSwitchCompany.ts'
import type { Choice, Group } from './choice.ts'
import { keywords } from './keywords.ts'
import { screens } from './screens.ts'
import { openKeyHelp } from '../frame/overlay.ts'

const size = { size: 18, stroke: 1.6 } as const
const schemes = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const

/** Everything the palette can do without asking the server. */
export function useActions(): Group[] {
  const { t } = useTranslation('shell')
  return [
    { label: t('palette.goTo'), choices: useGoTo() },
    { label: t('palette.actions'), choices: useOther() },
  ]
}

function useGoTo(): Choice[] {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const { open, makeable } = usePlaces()
  const places = open.map(({ name, to, icon: Icon, key }) => ({
    id: `place ${name}`,
    label: t(`places.${name}`),
    others: keywords[name] ?? '',
    mark: <Icon {...size} />,
    keys: ['g', key],
    run: () => void navigate({ to }),
  }))
  const things = makeable.map(({ name, to, icon: Icon }) => ({
    id: `new ${name}`,
    label: t(`new.${name}`),
    others: keywords[name] ?? '',
    mark: <Icon {...size} />,
    run: () => void navigate({ to }),
  }))
  const may = useMay()
  const others = screens
    .filter(({ needs }) => needs.some(may))
    .map(({ name, to, icon: Icon }) => ({
      id: `screen ${name}`,
      label: t(`palette.screens.${name}`),
      others: keywords[name] ?? '',
      mark: <Icon {...size} />,
      run: () => void navigate({ to }),
    }))
  return [...places, ...things, ...others]
}

function useOther(): Choice[] {
  const { t, i18n } = useTranslation('shell')
  const { company, companies } = useMe()
  const { setColorScheme, colorScheme } = useMantineColorScheme()
  const switchTo = useSwitchCompany()
  const choose = useChooseLanguage()
  const signOut = useSignOut()
  return [
    ...companies
      .filter(({ id }) => id !== company.id)
      .map(({ id, name }) => ({
        id: `company ${id}`,
        label: t('palette.company', { name }),
        mark: <IconBuilding {...size} />,
        run: () => void switchTo(id),
      })),
    ...Object.entries(languages)
      .filter(([code]) => code !== i18n.language)
      .map(([code, name]) => ({
        id: `language ${code}`,
        label: name,
        detail: t('language'),
        others: 'language idioma 语言',
        mark: <IconLanguage {...size} />,
        run: () => void choose(code as keyof typeof languages),
      })),
    ...(['light', 'dark', 'auto'] as const)
      .filter((scheme) => scheme !== colorScheme)
      .map((scheme) => {
        const Icon = schemes[scheme]
        return {
          id: `scheme ${scheme}`,
          label: t(`colours.${scheme}`),
          mark: <Icon {...size} />,
          run: () => setColorScheme(scheme),
        }
      }),
    {
      id: 'keys',
      label: t('keys.title'),
      mark: <IconKeyboard {...size} />,
      keys: ['?'],
      run: openKeyHelp,
    },
    { id: 'sign-out', label: t('signOut'), mark: <IconLogout {...size} />, run: () => void signOut() },
  ]
}
