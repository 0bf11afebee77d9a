import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../people/web/useMe.ts'
import { useLiveNotices } from '../../notices/web/useNotices.ts'
import { FormatsOfCompany } from '../../platform/web/language/useFormats.tsx'
import { HeaderTools } from '../../platform/web/ui/header-tools.ts'
import { LoadingState } from '../../platform/web/ui/LoadingState.tsx'
import { OfflineMark } from '../../platform/web/ui/OfflineMark.tsx'
import { Bar } from './Bar.tsx'
import classes from './Frame.module.css'
import { PhoneTools } from './PhoneTools.tsx'
import { Rail } from './Rail.tsx'

const tools = <PhoneTools />

/** What is around every screen: the rail at the side, on a phone the bar at the bottom. */
export function Frame() {
  const { t } = useTranslation('shell')
  const me = useMe()
  useLiveNotices()
  return (
    <FormatsOfCompany company={{ ...me.company, today: me.today }}>
      <a href="#main" className={classes['skip']}>
        {t('skip')}
      </a>
      <OfflineMark />
      <Rail />
      <div className={classes['room']}>
        <main id="main" tabIndex={-1} className={classes['page']}>
          <HeaderTools value={tools}>
            <Suspense fallback={<LoadingState />}>
              <Outlet />
            </Suspense>
          </HeaderTools>
        </main>
      </div>
      <Bar />
    </FormatsOfCompany>
  )
}
