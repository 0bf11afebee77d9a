import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { useId } from 'react'
import type { MonthBarsProps } from './MonthChart.tsx'

/**
 * Bars by month: what came above the line plain, what went back below it hatched, what was a year before as an outline, so
 * that it can be read in print and without colours. Loaded only when a chart is first shown.
 */
export function MonthBars({ months, series, short, whole, height = 190 }: MonthBarsProps) {
  const hatch = `hatch${useId().replaceAll(/\W/g, '')}`
  const fills = {
    plain: 'var(--chart-plain)',
    hatched: `url(#${hatch})`,
    outline: 'var(--chart-faint)',
  } as const
  return (
    <BarChart
      h={height}
      data={months.map(({ label, values }) => ({ label, ...values }))}
      dataKey="label"
      type={series.some(({ look }) => look === 'hatched') ? 'stacked' : 'default'}
      series={series.map(({ name, label, look }) => ({ name, label, color: fills[look] }))}
      barProps={(one) => ({
        isAnimationActive: false,
        stroke: 'var(--chart-plain)',
        strokeWidth: one.color === fills.plain ? 0 : 1,
        radius: 2,
      })}
      barChartProps={{ accessibilityLayer: false, stackOffset: 'sign' }}
      maxBarWidth={34}
      withLegend={false}
      gridAxis="x"
      tickLine="none"
      yAxisProps={{ width: 76, tickFormatter: (value: number) => short(value) }}
      xAxisProps={{ minTickGap: 4 }}
      valueFormatter={(value) => whole(value)}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--page)" />
          <line x1="0" y1="0" x2="0" y2="6" stroke="var(--chart-plain)" strokeWidth="3" />
        </pattern>
      </defs>
    </BarChart>
  )
}
