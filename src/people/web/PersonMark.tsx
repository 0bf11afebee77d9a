import { useId } from 'react'
import { type Pattern, lookOf } from '../../platform/web/theme/colours.ts'
import { initialsOf } from '../initials.ts'

type Props = { name: string; colour: number; size?: number }

/** A person's mark: one colour and pattern everywhere, and the initials, so that nobody needs to see colours. Decorative beside the name. */
export function PersonMark({ name, colour, size = 28 }: Props) {
  const look = lookOf(colour)
  const id = useId()
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden
      focusable="false"
      style={{ flex: 'none' }}
    >
      <defs>
        <PatternOf id={id} pattern={look.pattern} />
      </defs>
      <rect width="32" height="32" rx="10" fill={look.colour} />
      <rect width="32" height="32" rx="10" fill={`url(#${id})`} />
      <text
        x="16"
        y="16.5"
        textAnchor="middle"
        dominantBaseline="central"
        fill="#fff"
        fontSize="12.5"
        fontWeight="650"
      >
        {initialsOf(name)}
      </text>
    </svg>
  )
}

const faint = { stroke: '#fff', strokeOpacity: 0.22, strokeWidth: 2 }

function PatternOf({ id, pattern }: { id: string; pattern: Pattern }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      {pattern === 'stripes' && <path d="M-1 7 7 -1" {...faint} />}
      {pattern === 'dots' && <circle cx="3" cy="3" r="1.3" fill="#fff" fillOpacity="0.25" />}
      {pattern === 'bars' && <path d="M3 0V6" {...faint} />}
    </pattern>
  )
}
