import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The shape of what is coming, quiet for the first moments so that quick answers don't flicker. */
export function LoadingState({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  const { t } = useTranslation('shell')
  return (
    <Stack gap="xs" aria-busy aria-live="polite">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} width={row % 3 === 2 ? '82%' : '100%'} />
      ))}
    </Stack>
  )
}
