import { Skeleton, VisuallyHidden } from '@mantine/core'
import { Suspense, lazy } from 'react'
import classes from './MonthChart.module.css'

/** Drawn with a large library: it comes when a chart is first shown. */
const MonthBars = lazy(async () => ({ default: (await import('./MonthBars.tsx')).MonthBars }))

export type Look = 'plain' | 'hatched' | 'outline'
export type MonthBarsProps = {
  /** In the order of time; values by the name of the series, in whatever unit the formats take. */
  months: readonly { label: string; values: Readonly<Record<string, number>> }[]
  series: readonly { name: string; label: string; look: Look }[]
  /** A value on the axis, and in full. */
  short: (value: number) => string
  whole: (value: number) => string
  height?: number
}

/** What happened month by month as a chart, with its key in words, and the same as a table for whoever doesn't see it. */
export function MonthChart({ caption, unit, ...chart }: MonthBarsProps & { caption: string; unit: string }) {
  const { months, series, whole, height = 190 } = chart
  return (
    <figure className={classes['figure']}>
      <ul className={classes['key']} aria-hidden>
        {series.map(({ name, label, look }) => (
          <li key={name}>
            <span className={classes['swatch']} data-look={look} />
            {label}
          </li>
        ))}
      </ul>
      <div aria-hidden className={classes['bars']} style={{ minHeight: height }}>
        <Suspense fallback={<Skeleton height={height} />}>
          <MonthBars {...chart} />
        </Suspense>
      </div>
      <VisuallyHidden>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{unit}</th>
              {series.map(({ name, label }) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ label, values }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {series.map(({ name }) => (
                  <td key={name}>{values[name] === undefined ? '' : whole(values[name])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  )
}
