import { personColours } from '../../platform/web/theme/colours.ts'
import classes from './Doorway.module.css'

type Stretch = readonly [from: number, to: number, colour: number]

/** Some customers over time: who carries each, and where it changes hands. */
const lanes: readonly (readonly Stretch[])[] = [
  [
    [-20, 128, 0],
    [128, 262, 5],
    [262, 420, 1],
  ],
  [
    [-20, 216, 3],
    [216, 420, 0],
  ],
  [
    [-20, 74, 2],
    [74, 312, 4],
    [312, 420, 2],
  ],
  [
    [-20, 168, 1],
    [168, 420, 5],
  ],
  [
    [-20, 284, 4],
    [284, 420, 3],
  ],
  [
    [-20, 108, 5],
    [108, 240, 2],
    [240, 420, 0],
  ],
]
const height = 9
const slant = 7

/** What the product is about, as a picture: lanes that change hands and never end. */
export function Lanes() {
  return (
    <svg
      className={classes['lanes']}
      viewBox={`0 0 400 ${lanes.length * 30 - 21}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
      focusable="false"
    >
      {lanes.flatMap((stretches, lane) =>
        stretches.map(([from, to, colour]) => (
          <path
            key={`${lane} ${from}`}
            d={outline(from + 1.5, to - 1.5, lane * 30)}
            fill={personColours[colour]}
          />
        )),
      )}
    </svg>
  )
}

/** A stretch ends on a slant, as a baton is held: both hands are on it for a moment. */
function outline(from: number, to: number, y: number): string {
  return `M${from + slant} ${y}H${to + slant}L${to - slant} ${y + height}H${from - slant}Z`
}
