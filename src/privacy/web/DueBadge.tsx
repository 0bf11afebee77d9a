import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { PrivacyRequest } from './types.ts'

/** Until when a request is to be answered, or what became of it. */
export function DueBadge({ request }: { request: PrivacyRequest }) {
  const { t } = useTranslation('privacy')
  const { day, fromToday } = useFormats()
  if (request.state !== 'open')
    return (
      <Badge variant="outline" color="gray">
        {t(`state.${request.state}`)}
      </Badge>
    )
  const late = request.daysLeft < 0
  return (
    <Badge
      variant={late ? 'filled' : 'light'}
      color={late ? 'red' : request.daysLeft < 8 ? 'yellow' : 'gray'}
    >
      {t(late ? 'late' : 'due', { day: day(request.dueOn), ago: fromToday(request.dueOn) })}
    </Badge>
  )
}
