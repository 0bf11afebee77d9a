import { percentText } from '../../values/percent.ts'
import type { Ratio } from '../../values/ratio.ts'
import type { Risk } from '../risk.ts'
import classes from './RiskBar.module.css'

const width = (part: Ratio) => Number(percentText(part, 2))

/** One bar of the whole, for the eye: the words beside it say the same. */
export function RiskBar({ risk }: { risk: Risk }) {
  const parts = [
    ['alone', width(risk.alone)],
    ['one', width(risk.named)],
    ['nobody', width(risk.nobody)],
  ] as const
  return (
    <div className={classes['bar']} aria-hidden>
      {parts
        .filter(([, wide]) => wide > 0)
        .map(([name, wide]) => (
          <span key={name} className={classes[name]} style={{ width: `${wide}%` }} />
        ))}
    </div>
  )
}
